import { Connection, Endpoint } from '../oracle/cluster';

/** Every end to every other of its family, at every port. */
export function connectionsIn(
  endpoints: readonly Endpoint[],
  ports: readonly Pick<Connection, 'port' | 'protocol'>[],
): Connection[] {
  const isFamily = (a: Endpoint, b: Endpoint) => a.ip.includes(':') === b.ip.includes(':');
  return endpoints.flatMap(from =>
    endpoints.filter(to => isFamily(from, to)).flatMap(to => ports.map(port => ({ from, to, ...port }))),
  );
}
