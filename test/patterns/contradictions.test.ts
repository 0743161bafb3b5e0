import fc from 'fast-check';
import { Direction, Guarantee, IPeer, LabelSelector, Peer, Pods, Port } from '../../src';
import { containsPods, isUnsatisfiable } from '../../src/model/label-space';
import { termsOf } from '../../src/model/peer';
import { contradictionsIn, Stated } from '../../src/patterns/contradictions';
import { groupSketch, podsOf } from '../arbitraries/pods';
import { runs } from '../properties/runs';

const { INGRESS, EGRESS } = Direction;

const direction = fc.constantFrom(INGRESS, EGRESS);

const pods = groupSketch.map(podsOf);

/** The world in two ways, and somebody who is not the world. */
const peer = fc.constantFrom<IPeer>(Peer.cidr('0.0.0.0/0'), Peer.anyPod(), Peer.namespace('pay'));

const opening = fc.record({ own: pods, peers: fc.uniqueArray(peer, { minLength: 1, maxLength: 2 }), end: direction });

const guarantee = fc
  .record({
    isolates: fc.array(fc.record({ pods, directions: fc.uniqueArray(direction, { minLength: 1 }) }), { maxLength: 2 }),
    opens: fc.array(opening, { maxLength: 2 }),
  })
  .map(({ isolates, opens }): Guarantee => ({
    isolates,
    opens: opens.map(({ own, peers, end }) => ({
      ...(end === EGRESS ? { from: [own], to: peers } : { from: peers, to: [own] }),
      ports: [Port.https()],
      ends: [end],
    })),
  }));

const stated = fc
  .array(guarantee, { maxLength: 5 })
  .map(all => all.map((each, index): Stated => ({ path: `c${index}`, guarantee: each })));

/** What the words of {@link contradictionsIn} say, pair by pair. */
function pairByPair(constructs: readonly Stated[]): string[] {
  const ends = ({ guarantee: { opens } }: Stated, way: Direction) =>
    opens
      .filter(each => each.ends.includes(way))
      .map(({ from, to }) =>
        way === EGRESS ? { own: from[0] as Pods, peers: to } : { own: to[0] as Pods, peers: from },
      )
      .map(({ own, peers }) => ({ own, peers: termsOf(peers).map(String) }));
  const singlesOut = ({ podSelector }: Pods) => !podSelector.selectsEverything && !isUnsatisfiable(podSelector);
  const isWorld = (each: string) => each === '0.0.0.0/0' || each === 'all pods in any namespace';
  return constructs.flatMap(one =>
    one.guarantee.isolates.flatMap(({ pods: isolated, directions }) =>
      directions.flatMap(way =>
        constructs
          .filter(other => other !== one && singlesOut(isolated))
          .flatMap(other =>
            ends(other, way).flatMap(({ own, peers }) => {
              const world = peers.filter(isWorld);
              const mine = ends(one, way).filter(each => containsPods(each.own, isolated));
              const isMeant = mine.some(each => world.every(peerOfIt => each.peers.includes(peerOfIt)));
              const isForAll = containsPods(own, isolated);
              const isForMore = isForAll && !containsPods(isolated, own);
              const isUndone = mine.length === 0 ? isForAll : isForMore;
              return world.length > 0 && isUndone && !isMeant ? [`${one.path} ${other.path} ${way} ${isolated}`] : [];
            }),
          ),
      ),
    ),
  );
}

const sorted = (lines: string[]) => [...new Set(lines)].sort();

describe('contradictions', () => {
  it('are those that are found when each construct is compared with each other', () => {
    fc.assert(
      fc.property(stated, constructs => {
        const found = contradictionsIn(constructs).map(
          each => `${each.isolates} ${each.opens} ${each.direction} ${each.pods}`,
        );
        expect(sorted(found)).toEqual(sorted(pairByPair(constructs)));
      }),
      runs(500),
    );
  });

  it('are looked for in as many steps for each of many constructs as for each of few', () => {
    const stepsEach = (count: number) => {
      const isolating = Array.from({ length: count }, (_, index): Stated => {
        const own = Pods.labeled({ app: `app-${index}`, release: 'shop', a: 'first' });
        const opens = [{ from: [own], to: [Peer.internet()], ports: [Port.https()], ends: [EGRESS] }];
        return { path: own.toString(), guarantee: { isolates: [{ pods: own, directions: [EGRESS] }], opens } };
      });
      const steps = jest.spyOn(LabelSelector.prototype, 'expressions', 'get');
      contradictionsIn(isolating);
      const { length } = steps.mock.calls;
      steps.mockRestore();
      return length / count;
    };
    expect(stepsEach(40)).toBe(stepsEach(4));
  });
});
