import { EndpointRef } from '../../src/model/endpoint-ref';
import { Pods } from '../../src/model/pods';
import { Port } from '../../src/model/port';
import { readEndpoint } from '../../src/read/questions/endpoint';
import { ask } from '../../src/verify/ask/ask';
import { Reach } from '../../src/verify/reach/reach';
import { networkPolicy, pod, read } from '../read/manifests';

const PORTS = [
  { name: 'http', containerPort: 80 },
  { name: 'metrics', containerPort: 9090 },
];

/** A server that lets in 9090 alone, and a Service in front of its other port. */
const reach = Reach.of(
  read(
    pod('client', { metadata: { labels: { app: 'client' } } }),
    pod('server', { metadata: { labels: { app: 'server' } }, spec: { containers: [{ name: 'c', ports: PORTS }] } }),
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'front', namespace: 'shop' },
      spec: { selector: { app: 'server' }, ports: [{ name: 'web', port: 8000, targetPort: 'http' }] },
    },
    networkPolicy({ podSelector: { matchLabels: { app: 'server' } }, ingress: [{ ports: [{ port: 9090 }] }] }),
  ).cluster,
);

const [http, metrics, misspelt] = ['http', 'metrics', 'metrisc'].map(name => Port.named(name));

const SOURCES: (readonly [string, EndpointRef])[] = [
  ['a pod that is there', readEndpoint('shop/client')],
  ['pods that could exist', { kind: 'pods', pods: Pods.labeled({ app: 'client' }) }],
];

describe.each(SOURCES)('a port that the destination does not have, asked about from %s', (_, from) => {
  function answer(to: string, ...ports: Port[]) {
    const { verdict, reason } = ask(reach, { from, to: readEndpoint(to), ports });
    return reason === undefined ? verdict : `${verdict}: ${reason}`;
  }

  it('cannot be told, whatever else is asked about', () => {
    const reason = 'unknown: shop/server has no port TCP metrisc';
    expect(answer('shop/server', misspelt)).toBe(reason);
    expect(answer('shop/server', http, misspelt)).toBe(reason);
    expect(answer('shop/server', misspelt, metrics)).toBe(reason);
    expect(answer('shop/server', http, metrics, misspelt)).toContain('some');
    expect([answer('shop/server', http), answer('shop/server', metrics)]).toEqual(['deny', 'allow']);
  });

  it('cannot be told of a port that a Service does not have, though the pods behind it do', () => {
    const reason = 'unknown: shop/Service/front has no port TCP 9090';
    expect(answer('shop/Service/front', Port.tcp(8000), Port.tcp(9090))).toBe(reason);
    expect(answer('shop/Service/front', Port.tcp(9090))).toBe(reason);
    expect(answer('shop/Service/front', Port.tcp(8000))).toBe('deny');
    expect(answer('shop/Service/front', Port.tcp(8000, 9090))).toBe('deny');
  });
});

describe('an address', () => {
  it.each([
    ['a pod that is there', readEndpoint('shop/server')],
    ['pods that could exist', { kind: 'pods', pods: Pods.labeled({ app: 'server' }) } satisfies EndpointRef],
  ])('has no names for its ports, asked about from %s', (_, from) => {
    const answer = (...ports: Port[]) => ask(reach, { from, to: readEndpoint('203.0.113.7'), ports });
    expect(answer(Port.tcp(9090))).toMatchObject({ verdict: 'allow' });
    expect(answer(Port.tcp(9090), http)).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringMatching(/^203\.0\.113\.7(\/32)? has no port TCP http$/) as string,
    });
  });
});
