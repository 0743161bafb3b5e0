import fc from 'fast-check';
import { DefaultDeny, describeGuarantee, Direction, ExternalEgress, Peer, Pods, Port } from '../../src';
import { USAGES } from '../arbitraries/usages';
import { testChart } from '../constructs/synth';

const usage = fc.oneof(...USAGES.map(([, each]) => each));

describe('guarantees in words', () => {
  it('leave out the exceptions of a block, of which the internet has dozens', () => {
    const { guarantee } = new ExternalEgress(testChart(), 'out', {
      pods: Pods.labeled({ app: 'web' }),
      to: [Peer.internet(), Peer.cidr('203.0.113.0/24')],
      ports: [Port.https(), Port.http()],
    });
    expect(describeGuarantee(guarantee).split('\n')).toEqual([
      'pods app=web in namespace shop: isolated for egress',
      'pods app=web in namespace shop -> 0.0.0.0/0 with exceptions or 2000::/3 with exceptions or 203.0.113.0/24: TCP 443, TCP 80',
    ]);
  });

  it('say nothing of an opening where there is none', () => {
    const { guarantee } = new DefaultDeny(testChart(), 'deny', { directions: [Direction.EGRESS] });
    expect(describeGuarantee(guarantee)).toBe('all pods in namespace shop: isolated for egress');
    expect(describeGuarantee()).toBe('');
  });

  it('do not depend on the order of the constructs, and say what two of them share once', () => {
    fc.assert(
      fc.property(usage, usage, (a, b) => {
        const [left, right] = [a.make().guarantee, b.make().guarantee];
        expect(describeGuarantee(right, left)).toBe(describeGuarantee(left, right));
        expect(describeGuarantee(left, left)).toBe(describeGuarantee(left));
      }),
      { numRuns: 50 },
    );
  });

  it('have a line for each opening that is in the data', () => {
    fc.assert(
      fc.property(usage, used => {
        const { guarantee } = used.make();
        const openings = describeGuarantee(guarantee)
          .split('\n')
          .filter(line => line.includes(' -> '));
        expect(openings.length > 0).toBe(guarantee.opens.length > 0);
        expect(openings.length).toBeLessThanOrEqual(guarantee.opens.length);
      }),
      { numRuns: 50 },
    );
  });
});
