import { describeGuarantee, Direction, Guarantee, Peer, Pods, Port } from '../src';

const web = Pods.labeled({ app: 'web' }).inNamespace('shop');

const isolating = (pods: Pods, ...directions: Direction[]): Guarantee => ({
  isolates: [{ pods, directions }],
  opens: [],
});

describe('a guarantee in words', () => {
  it('says who is isolated, then who may reach whom', () => {
    const opens = [{ from: [Peer.anywhere()], to: [web], ports: [Port.https()], ends: [Direction.INGRESS] }];
    expect(describeGuarantee({ ...isolating(web, Direction.INGRESS), opens })).toBe(
      [
        'pods app=web in namespace shop: isolated for ingress',
        'anywhere -> pods app=web in namespace shop: TCP 443',
      ].join('\n'),
    );
  });

  it('leaves out an isolation that a wider one says already', () => {
    const all = isolating(Peer.namespace('shop'), Direction.INGRESS, Direction.EGRESS);
    expect(describeGuarantee(isolating(web, Direction.EGRESS), all, isolating(web, Direction.INGRESS))).toBe(
      'all pods in namespace shop: isolated for ingress and egress',
    );
  });

  it('keeps the isolation of other pods, another namespace and another direction', () => {
    const all = isolating(Peer.namespace('shop'), Direction.INGRESS);
    const other = isolating(Peer.namespace('bank'), Direction.INGRESS);
    expect(describeGuarantee(all, isolating(web, Direction.EGRESS), other).split('\n')).toEqual([
      'all pods in namespace bank: isolated for ingress',
      'all pods in namespace shop: isolated for ingress',
      'pods app=web in namespace shop: isolated for egress',
    ]);
  });

  it('says what two constructs share once', () => {
    const deny = isolating(web, Direction.INGRESS);
    expect(describeGuarantee(deny, deny).split('\n')).toHaveLength(1);
  });
});
