import { clusterNetworkPolicy } from '../read/manifests';
import { DNS, EVERY_POD, found as foundBy, labeled, pod, policy, port } from './objects';

const found = (...objects: object[]) => foundBy('egress-without-dns', objects);

const PODS = [pod('web', { app: 'web' }), pod('db', { app: 'db' })];
const DENY = policy('default-deny', { policyTypes: ['Ingress', 'Egress'] });
const web = (...egress: object[]) =>
  policy('web', { podSelector: labeled({ app: 'web' }), policyTypes: ['Egress'], egress });
const TO_DB = { to: [{ podSelector: labeled({ app: 'db' }) }], ports: [port('TCP', 5432)] };

describe('egress-without-dns', () => {
  it('finds pods that may send to others, and cannot ask for their addresses', () => {
    expect(found(...PODS, DENY, web(TO_DB))).toEqual([
      'warning NetworkPolicy/shop/default-deny : shop/web may send to others, and cannot resolve names: nothing allows UDP 53 or 5353',
    ]);
    expect(found(...PODS, DENY, web(TO_DB), policy('dns', { policyTypes: ['Egress'], egress: [DNS] }))).toEqual([]);
  });

  it.each([
    ['UDP 5353, as on OpenShift', { ports: [port('UDP', 5353)] }],
    ['a range with UDP 53 in it', { ports: [port('UDP', 1, 100)] }],
    ['a UDP port by name, which may be 53', { ports: [port('UDP', 'dns')] }],
    ['every port', { to: [EVERY_POD] }],
    ['DNS pods that were not read', { to: [{ namespaceSelector: labeled({ a: 'b' }) }], ports: [port('UDP', 53)] }],
  ])('says nothing where there is %s', (_, rule) => expect(found(...PODS, DENY, web(TO_DB, rule))).toEqual([]));

  it('says nothing where only ingress is isolated', () => {
    expect(found(...PODS, policy('web', { ingress: [] }))).toEqual([]);
  });

  it('says nothing of pods that may send nothing, unless the whole namespace is so', () => {
    expect(found(...PODS, policy('db', { podSelector: labeled({ app: 'db' }), policyTypes: ['Egress'] }))).toEqual([]);
    expect(found(...PODS, DENY)).toEqual([
      'info NetworkPolicy/shop/default-deny : no pod of namespace shop may send anything, questions to a DNS server included',
    ]);
  });

  it('says nothing of pods that may reach the API server alone, which they know by its address', () => {
    expect(found(...PODS, web({ ports: [port('TCP', 6443)] }))).toEqual([]);
    expect(found(...PODS, web({ ports: [port('TCP', 6443), port('TCP', 8080)] }))).toHaveLength(1);
  });

  it('finds pods that may send to others who were not read', () => {
    const far = { to: [{ namespaceSelector: labeled({ a: 'b' }) }], ports: [port('TCP', 5432)] };
    expect(found(pod('web', { app: 'web' }), DENY, web(far))).toEqual([
      expect.stringContaining('shop/web may send to others') as string,
    ]);
  });

  describe('where an administrator decides too', () => {
    const admin = (...egress: object[]) =>
      clusterNetworkPolicy({}, { egress: egress.map(rule => ({ to: [{ namespaces: {} }], ...rule })) });
    const to = (protocol: string, number: number) => [{ [protocol]: { destinationPort: { number } } }];
    const accepting = (protocol: string, number: number) =>
      admin({ action: 'Accept', protocols: to(protocol, number) });

    it('counts what is accepted', () => {
      expect(found(...PODS, DENY, web(TO_DB), accepting('udp', 53))).toEqual([]);
      expect(found(...PODS, DENY, accepting('tcp', 8080))).toEqual([
        'warning NetworkPolicy/shop/default-deny : shop/web, shop/db may send to others, and cannot resolve names: nothing allows UDP 53 or 5353',
      ]);
      expect(found(...PODS, web({ ports: [port('TCP', 6443)] }), accepting('tcp', 8080))).toHaveLength(1);
    });

    it('does not count what is accepted after it was denied', () => {
      const denied = admin({ action: 'Deny' }, { action: 'Accept', protocols: to('tcp', 8080) });
      expect(found(...PODS, DENY, denied)).toEqual([expect.stringContaining('info') as string]);
    });
  });
});
