import { findings, found as foundBy, named, pod, policy, port } from './objects';

const found = (rule: object) =>
  foundBy('ports-open-to-everyone', [pod('web', { app: 'web' }), policy('web', { ingress: [rule] })]);

describe('ports-open-to-everyone', () => {
  it('finds ports in a rule that has lost its `from`', () => {
    expect(found({ ports: [port('TCP', 443), port('UDP', 8000, 8010)] })).toEqual([
      'info NetworkPolicy/shop/web spec.ingress[0]: the rule has no `from`, and so TCP 443, UDP 8000-8010 are open to everyone',
    ]);
    expect(found({ ports: [{ protocol: 'TCP' }] })).toHaveLength(1);
  });

  it.each([
    ['a peer', { from: [{ namespaceSelector: named('shop') }], ports: [port('TCP', 443)] }],
    ['a block that is everything, by name', { from: [{ ipBlock: { cidr: '0.0.0.0/0' } }], ports: [port('TCP', 443)] }],
    ['every port, which open-to-everyone finds', {}],
    ['an empty list, which empty-peer-list finds', { from: [], ports: [port('TCP', 443)] }],
  ])('says nothing where there is %s', (_, rule) => expect(found(rule)).toEqual([]));

  it('says nothing of egress: DNS is often allowed to everyone', () =>
    expect(foundBy('ports-open-to-everyone', [policy('web', { egress: [{ ports: [port('UDP', 53)] }] })])).toEqual([]));

  it.each([
    ['{}', {}, 'open-to-everyone'],
    ['an empty list', { from: [] }, 'empty-peer-list'],
    ['an empty list with ports', { from: [], ports: [port('TCP', 443)] }, 'empty-peer-list'],
    ['ports alone', { ports: [port('TCP', 443)] }, 'ports-open-to-everyone'],
  ])('is one of three rules, of which one finds %s', (_, rule, id) => {
    const all = findings([pod('web', { app: 'web' }), policy('web', { ingress: [rule] })]);
    expect(all.map(finding => finding.rule)).toEqual([id]);
  });
});
