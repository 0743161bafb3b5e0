import fc from 'fast-check';
import { Cluster } from '../../src/model/cluster';
import { Direction, DIRECTIONS } from '../../src/model/direction';
import { Anywhere } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { Policy, Rule } from '../../src/model/policy';
import { Port } from '../../src/model/port';
import { Connection } from '../../src/verify/ends/connection';
import { Change, peerFor } from '../../src/verify/explain/changes';
import { explain, Explanation } from '../../src/verify/explain/explain';
import { AdminMatch, EndExplanation, RuleMatch } from '../../src/verify/explain/explain-end';
import { Reach } from '../../src/verify/reach/reach';
import { Connection as Judged, Endpoint } from '../oracle/cluster';
import { Oracle } from '../oracle/oracle';
import { applyChanges } from './apply-changes';
import { Judge, Verdict } from './judge';
import { runs } from './long';
import { addressOf, protocolOf } from './model-of';
import { cluster, picks, PlannedCluster } from './sketches';

const RUNS = { numRuns: runs(60, 1_500) };

describe('explain', () => {
  it('has the verdict of the oracle, and so of Reach; a pod always reaches itself', () => {
    eachExplanation(({ verdict }, { judge, connection }) => {
      expect({ ...connection, verdict }).toEqual({ ...connection, verdict: judge.verdictOfReach(connection) });
    });
  });

  it('names rules that allow the connection by themselves, and none that does not', () => {
    eachExplanation((explanation, { judge, connection }) => {
      if (connection.from === connection.to) return;
      explanation.ends.forEach((end, number) => {
        for (const rule of end.rules) {
          const alone = explain(Reach.of(onlyRule(judge, end, rule), judge.assumptions), explanation.connection).ends[
            number
          ];
          if (end.verdict === 'allow' && rule.allows === 'yes') expect(alone.verdict).toBe('allow');
          if (end.admin.length === 0 && rule.allows !== 'yes') expect(alone.verdict).not.toBe('allow');
        }
      });
    });
  });

  it('names the policies that isolate each end, and no others', () => {
    eachExplanation(({ ends }, { sketch, connection }) => {
      const oracle = new Oracle(sketch, sketch.policies);
      for (const { direction, isolatedBy } of ends) {
        const { pod } = direction === Direction.EGRESS ? connection.from : connection.to;
        expect(isolatedBy.length > 0).toBe(pod !== undefined && oracle.isIsolated(pod, direction));
        const alone = isolatedBy.map(({ name }) => sketch.policies.filter(({ metadata }) => metadata?.name === name));
        expect(alone.every(one => pod && new Oracle(sketch, one).isIsolated(pod, direction))).toBe(true);
      }
    });
  });

  it('flips: after the change the verdict is the other one', () => {
    eachExplanation((explanation, { judge }) => {
      const { verdict, flip } = explanation;
      if (flip.length > 0) {
        expect({ flip, after: verdictAfter(judge, explanation, flip) }).toEqual({ flip, after: OTHER[verdict] });
      }
    });
  });

  it('knows a flip wherever policies decide for sure', () => {
    eachExplanation((explanation, { connection: { from, to } }) => {
      const isForced = from === to || explanation.ends.some(({ admin }) => isInDoubt(admin));
      const isOpen = from.pod?.hostNetwork || to.pod?.hostNetwork;
      if (explanation.verdict === 'unknown' || isForced) expect(explanation.flip).toEqual([]);
      else if (!isOpen) expect(explanation.flip.length).toBeGreaterThan(0);
    });
  });

  it('flips by changes of which none can be left out', () => {
    eachExplanation((explanation, { judge }) => {
      const { flip, verdict } = explanation;
      if (flip.length < 2) return;
      for (const change of flip) {
        const others = flip.filter(each => each !== change);
        expect(verdictAfter(judge, explanation, others)).not.toBe(OTHER[verdict]);
      }
    });
  });

  it('flips by several changes only where no single one would do', () => {
    eachExplanation((explanation, { judge }) => {
      if (explanation.flip.length < 2) return;
      for (const change of singleChanges(judge, explanation)) {
        expect(verdictAfter(judge, explanation, [change])).not.toBe(OTHER[explanation.verdict]);
      }
    });
  });
});

/** Whether a rule of an administrator may match or not, or two policies of one priority have rules that do. */
function isInDoubt(admin: readonly AdminMatch[]): boolean {
  const levels = new Set(admin.map(({ policy }) => `${policy.tier} ${policy.priority}`));
  return (
    admin.some(({ applies }) => applies === 'maybe') || new Set(admin.map(({ policy }) => policy)).size > levels.size
  );
}

const OTHER = { allow: 'deny', deny: 'allow', unknown: 'unknown' } as const;

interface Asked {
  readonly sketch: PlannedCluster;
  readonly judge: Judge;
  readonly connection: Judged;
}

function eachExplanation(check: (explanation: Explanation, asked: Asked) => void): void {
  fc.assert(
    fc.property(cluster, picks(40), (sketch, all) => {
      const judge = new Judge(sketch);
      for (const connection of judge.connectionsOf(all)) {
        check(explain(judge.reach, participants(judge, connection)), { sketch, judge, connection });
      }
    }),
    RUNS,
  );
}

function participants(judge: Judge, { from, to, protocol, port }: Judged): Connection {
  const participant = (end: Endpoint) => {
    const workload = judge.workloadAt(end);
    return workload === undefined ? { name: end.ip, address: addressOf(end.ip) } : { name: workload.name, workload };
  };
  return { from: participant(from), to: participant(to), protocol: protocolOf(protocol), port };
}

/** The cluster with one rule of those that an end has. */
function onlyRule(judge: Judge, { isolatedBy, direction }: EndExplanation, { policy, rule }: RuleMatch): Cluster {
  const others = isolatedBy.flatMap(each =>
    rulesOf(each, direction).flatMap((_, index): Change[] =>
      each === policy && index === rule ? [] : [{ kind: 'remove-rule', policy: each, direction, rule: index }],
    ),
  );
  return applyChanges(judge.cluster, others);
}

function rulesOf({ ingress, egress }: Policy, direction: Direction): readonly Rule[] {
  return (direction === Direction.INGRESS ? ingress : egress) ?? [];
}

function verdictAfter(judge: Judge, { connection }: Explanation, changes: readonly Change[]): Verdict {
  return explain(Reach.of(applyChanges(judge.cluster, changes), judge.assumptions), connection).verdict;
}

function singleChanges(judge: Judge, { connection }: Explanation): Change[] {
  const { policies, adminPolicies } = judge.cluster;
  const admin = adminPolicies.flatMap(policy =>
    DIRECTIONS.flatMap(direction =>
      (direction === Direction.INGRESS ? policy.ingress : policy.egress).map((_, rule): Change => ({
        kind: 'remove-rule',
        policy,
        direction,
        rule,
      })),
    ),
  );
  const rules = policies.flatMap(policy =>
    DIRECTIONS.flatMap(direction => {
      const all = direction === Direction.INGRESS ? policy.ingress : policy.egress;
      const removed = (all ?? []).map((_, rule): Change => ({ kind: 'remove-rule', policy, direction, rule }));
      const opened: Change = { kind: 'add-rule', policy, direction, peer: Anywhere.INSTANCE, port: Port.all() };
      return all === undefined ? [] : [...removed, opened];
    }),
  );
  const isolated = [connection.from, connection.to].flatMap(end => {
    const peer = peerFor(end, judge.reach);
    return peer instanceof Pods
      ? DIRECTIONS.map((direction): Change => ({ kind: 'isolate', pods: peer, direction }))
      : [];
  });
  return [...admin, ...rules, ...isolated];
}
