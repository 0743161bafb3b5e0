import { NamedPort } from './cluster';

/** A port as a container declares it. */
export interface ContainerPort {
  readonly name?: string;
  readonly containerPort: number;
  readonly protocol?: string;
}

/** Those of a container's ports that have a name; their protocol is TCP unless they say another. */
export function namedPorts(ports: readonly ContainerPort[] = []): NamedPort[] {
  return ports.flatMap(({ name, containerPort: port, protocol = 'TCP' }) =>
    name === undefined ? [] : [{ name, port, protocol }],
  );
}
