import { DNS, found as foundBy, labeled, pod, policy, port } from './objects';

const found = (...objects: object[]) => foundBy('dns-over-udp-only', objects);

const web = pod('web', { app: 'web' });
const sending = (...egress: object[]) => policy('web', { policyTypes: ['Egress'], egress });
const UDP = { ports: [port('UDP', 53)] };

describe('dns-over-udp-only', () => {
  it('finds DNS without TCP', () => {
    expect(found(web, sending(UDP))).toEqual([
      'warning NetworkPolicy/shop/web spec.egress[0].ports: the rule allows UDP 53, and nothing allows TCP 53 to the pods that it is for',
    ]);
    expect(found(web, sending(DNS))).toEqual([]);
  });

  it('finds it on the port of OpenShift', () => {
    expect(found(web, sending({ ports: [port('UDP', 5353), port('TCP', 53)] }))).toHaveLength(1);
  });

  it('says nothing where TCP is allowed by another rule, or by another policy for the same pods', () => {
    expect(found(web, sending(UDP, { ports: [port('TCP', 53)] }))).toEqual([]);
    expect(
      found(web, sending(UDP), policy('tcp', { policyTypes: ['Egress'], egress: [{ ports: [port('TCP', 1, 60)] }] })),
    ).toEqual([]);
    const others = { podSelector: labeled({ app: 'db' }), policyTypes: ['Egress'], egress: [DNS] };
    expect(found(web, sending(UDP), policy('db', others))).toHaveLength(1);
  });

  it('says nothing of other ports, nor of those that accept', () => {
    expect(found(web, sending({ ports: [port('UDP', 123)] }))).toEqual([]);
    expect(found(web, policy('web', { ingress: [UDP] }))).toEqual([]);
  });
});
