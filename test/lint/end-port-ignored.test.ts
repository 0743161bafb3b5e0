import { found, pod, policy, port } from './objects';

const foundOn = (engine: string, ...ports: object[]) =>
  found('end-port-ignored', [pod('web', { app: 'web' }), policy('web', { ingress: [{ ports }] })], { engine });

const RANGE = [port('TCP', 443), port('TCP', 8000, 8100)];

describe('end-port-ignored', () => {
  it('finds a range on Weave, and no ports one by one', () => {
    expect(foundOn('weave', ...RANGE)).toEqual([
      'error NetworkPolicy/shop/web spec.ingress[0].ports[1]: weave ignores endPort: TCP 8000-8100',
    ]);
    expect(foundOn('weave', port('TCP', 8000), port('TCP', 8001))).toEqual([]);
  });

  it('warns where it depends on the version', () => {
    expect(foundOn('gke-dataplane-v2', ...RANGE)).toEqual([
      'warning NetworkPolicy/shop/web spec.ingress[0].ports[1]: gke-dataplane-v2 honours endPort in some versions only: TCP 8000-8100',
    ]);
  });

  it('finds a range of every port, which is the first port alone on Weave', () =>
    expect(foundOn('weave', port('TCP', 1, 65535))).toEqual([
      'error NetworkPolicy/shop/web spec.ingress[0].ports[0]: weave ignores endPort: TCP 1-65535',
    ]));

  it('says nothing where ranges count, nor of all ports of a protocol', () => {
    expect(foundOn('calico', ...RANGE)).toEqual([]);
    expect(foundOn('weave', { protocol: 'TCP' }, port('TCP', 80, 80))).toEqual([]);
  });
});
