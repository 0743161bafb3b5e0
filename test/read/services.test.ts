import { Service } from '../../src/model/cluster';
import { fields, networkPolicy, pod, read } from './manifests';

function service(spec: object): object {
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop' }, spec };
}

function serviceOf(spec: object): Service {
  const { cluster, findings } = read(service(spec));
  expect(findings).toEqual([]);
  return cluster.services[0];
}

describe('a Service', () => {
  it('selects pods and maps its ports to theirs', () => {
    const ports = [
      { name: 'http', port: 80, targetPort: 'web' },
      { name: 'dns', port: 53, protocol: 'UDP', targetPort: 5353 },
    ];
    const { selector, ports: read_ } = serviceOf({ selector: { app: 'web' }, ports });
    expect(String(selector)).toBe('app=web');
    expect(read_).toEqual([
      { name: 'http', port: 80, protocol: 'TCP', targetPort: 'web' },
      { name: 'dns', port: 53, protocol: 'UDP', targetPort: 5353 },
    ]);
  });

  it.each([[undefined], [null], [0], ['']])('means its own port where the target is %j', targetPort =>
    expect(serviceOf({ ports: [{ port: 80, targetPort }] }).ports[0].targetPort).toBe(80),
  );

  it.each([
    ['without a selector', {}],
    ['with an empty selector', { selector: {} }],
    ['of a name elsewhere', { type: 'ExternalName', externalName: 'example.com', selector: { app: 'web' } }],
  ])('%s has no pods of its own choosing', (_, spec) => expect(serviceOf(spec).selector).toBeUndefined());

  it.each([
    ['a port that does not exist', { ports: [{ port: 0 }] }, ['spec.ports[0].port']],
    ['no port', { ports: [{ name: 'http' }] }, ['spec.ports[0].port']],
    ['a target that does not exist', { ports: [{ port: 80, targetPort: 70_000 }] }, ['spec.ports[0].targetPort']],
    [
      'a target by a name that no port has',
      { ports: [{ port: 80, targetPort: 'HTTP' }] },
      ['spec.ports[0].targetPort'],
    ],
    ['several ports without names', { ports: [{ port: 80 }, { port: 81, name: 'b' }] }, ['spec.ports[0].name']],
    [
      'two ports of one name',
      {
        ports: [
          { port: 80, name: 'a' },
          { port: 81, name: 'a' },
        ],
      },
      ['spec.ports[1].name'],
    ],
    ['a selector that is no map of texts', { selector: { app: true } }, ['spec.selector']],
    ['the selector of another kind', { selector: { matchLabels: { app: 'web' } } }, ['spec.selector']],
  ])('is refused for %s', (_, spec, expected) => {
    const { cluster, findings } = read(service(spec));
    expect(fields(findings)).toEqual(expected);
    expect(cluster.services).toEqual([]);
  });
});

describe('namespaces', () => {
  const LABEL = 'kubernetes.io/metadata.name';

  it('have the label with their name, whatever the manifest says', () => {
    const object = {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'shop', labels: { team: 'a', [LABEL]: 'other' } },
    };
    expect(read(object).cluster.namespaces).toEqual([{ name: 'shop', labels: { team: 'a', [LABEL]: 'shop' } }]);
  });

  it('that are only named are there, with that label', () => {
    const names = (...objects: object[]) => read(...objects).cluster.namespaces;
    expect(names(pod('a'))).toEqual([{ name: 'shop', labels: { [LABEL]: 'shop' }, isOnlyNamed: true }]);
    expect(names(networkPolicy({}))).toEqual([{ name: 'shop', labels: { [LABEL]: 'shop' }, isOnlyNamed: true }]);
    expect(names(service({}))).toEqual([{ name: 'shop', labels: { [LABEL]: 'shop' }, isOnlyNamed: true }]);
    expect(names(networkPolicy({}, { name: 'web' }))).toEqual([
      { name: 'default', labels: { [LABEL]: 'default' }, isOnlyNamed: true },
    ]);
  });

  it('that are written and named are there once', () => {
    const object = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { team: 'a' } } };
    expect(read(pod('a'), object, service({})).cluster.namespaces).toEqual([
      { name: 'shop', labels: { team: 'a', [LABEL]: 'shop' } },
    ]);
  });
});
