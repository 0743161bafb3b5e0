import { found as foundBy, named, pod, policy, port } from './objects';

const found = (spec: object) => foundBy('empty-peer-list', [pod('web', { app: 'web' }), policy('web', spec)]);
const PLACE = 'warning NetworkPolicy/shop/web spec';

describe('empty-peer-list', () => {
  it.each([
    ['with ports', { from: [], ports: [port('TCP', 443)] }],
    ['without ports', { from: [] }],
  ])('finds an empty list of those who may come in, %s', (_, rule) =>
    expect(found({ ingress: [{ from: [{ podSelector: {} }] }, rule] })).toEqual([
      `${PLACE}.ingress[1].from: the list of peers is empty, and so the rule allows everyone`,
    ]),
  );

  it('finds an empty list of those to whom pods may send', () =>
    expect(found({ policyTypes: ['Egress'], egress: [{ to: [], ports: [port('UDP', 53)] }] })).toEqual([
      `${PLACE}.egress[0].to: the list of peers is empty, and so the rule allows everyone`,
    ]));

  it.each([
    ['a list that is left out', { ingress: [{ ports: [port('TCP', 443)] }] }],
    ['a list that is null', { ingress: [{ from: null, ports: [port('TCP', 443)] }] }],
    ['a peer', { ingress: [{ from: [{ namespaceSelector: named('shop') }] }] }],
    ['no rule', { ingress: [] }],
    ['a section that has no effect', { policyTypes: ['Egress'], ingress: [{ from: [] }] }],
  ])('says nothing where there is %s', (_, spec) => expect(found(spec)).toEqual([]));
});
