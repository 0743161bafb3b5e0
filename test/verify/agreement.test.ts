import fc from 'fast-check';
import { connections } from '../../src/verify/matrix/connections';
import { rectangles } from '../../src/verify/matrix/rectangles';
import { Rows } from '../../src/verify/matrix/rows';
import { Reach } from '../../src/verify/reach/reach';
import { PortSetId, PortSets } from '../../src/verify/sets/port-sets';
import { ClusterNetworkPolicy } from '../oracle/cluster-network-policy';
import { Answers, listed, pairwise, portsInWords } from './answers';
import { Judge } from './judge';
import { PATIENCE, runs } from './long';
import { clusterOf, policyOf } from './model-of';
import { cluster, networkPolicy } from './sketches';

const RUNS = { numRuns: runs(60, 800) };

jest.setTimeout(PATIENCE);

describe('who reaches whom', () => {
  it('is the same pair by pair and in rectangles', () => {
    fc.assert(
      fc.property(cluster, sketch => {
        const { reach } = new Judge(sketch);
        expect(fromRectangles(reach)).toEqual(fromPairs(reach));
      }),
      RUNS,
    );
  });

  it('is the same pair by pair and row by row, in ascending order', () => {
    fc.assert(
      fc.property(cluster, sketch => {
        const { reach } = new Judge(sketch);
        const rows = new Rows(reach);
        const found = new Map<string, string>();
        for (const from of reach.endpoints.all.ids) {
          const cells = rows.from(from);
          expect(cells.map(({ to }) => to)).toEqual([...new Set(cells.map(({ to }) => to))].sort((a, b) => a - b));
          for (const { to, ...ports } of cells) found.set(`${from} -> ${to}`, portsInWords(reach.portSets, ports));
        }
        expect(found).toEqual(fromPairs(reach));
      }),
      RUNS,
    );
  });

  it('is listed exactly, each pair once, but for pods that reach themselves', () => {
    fc.assert(
      fc.property(cluster, sketch => {
        const { reach } = new Judge(sketch);
        expect(listed(connections(reach), reach.portSets)).toEqual(pairwise(reach));
      }),
      RUNS,
    );
  });

  it('has a reason exactly where it cannot be told', () => {
    fc.assert(
      fc.property(cluster, sketch => {
        const { reach } = new Judge(sketch);
        for (const { unknown, reasons } of connections(reach)) {
          expect({ unknown, hasReason: reasons.length > 0 }).toEqual({ unknown, hasReason: unknown !== PortSets.NONE });
          expect(reasons).not.toContain('');
        }
      }),
      RUNS,
    );
  });
});

describe('what administrators say of every pod', () => {
  it('is as many rectangles for ten pods that policies tell apart as for two', () => {
    const rectanglesOf = (count: number) => {
      const names = Array.from({ length: count }, (_, index) => `pod-${index}`);
      const pods = names.map(name => ({ namespace: 'a', kind: 'Pod', name, labels: { name }, ips: [], ports: [] }));
      const policies = names.map(name => ({
        metadata: { name, namespace: 'b' },
        spec: { podSelector: { matchLabels: { name } } },
      }));
      const reach = Reach.of(clusterOf({ namespaces: {}, pods, policies, clusterPolicies: [DENYING_ONE_PORT] }));
      expect(reach.endpoints.podCount).toBe(count);
      return [...rectangles(reach)];
    };
    expect(rectanglesOf(10)).toHaveLength(rectanglesOf(2).length);
  });
});

const DENYING_ONE_PORT: ClusterNetworkPolicy = {
  metadata: { name: 'admin' },
  spec: {
    tier: 'Admin',
    priority: 1,
    subject: { namespaces: {} },
    ingress: [
      { action: 'Deny', from: [{ namespaces: {} }], protocols: [{ tcp: { destinationPort: { number: 80 } } }] },
    ],
  },
};

describe('Reach.replace', () => {
  it('answers as if the changed cluster had been read', () => {
    const change = fc.record({ old: fc.option(fc.nat()), next: fc.option(networkPolicy) });
    fc.assert(
      fc.property(cluster, fc.array(change, { minLength: 1, maxLength: 3 }), (sketch, changes) => {
        const { assumptions, reach } = new Judge(sketch);
        let changed = reach;
        for (const { old, next } of changes) {
          const { policies: before } = changed.cluster;
          changed = changed.replace(
            old === null ? undefined : before[old % before.length],
            next === null ? undefined : policyOf(next),
          );
        }
        expect(pairwise(changed)).toEqual(pairwise(Reach.of(changed.cluster, assumptions)));
      }),
      RUNS,
    );
  });

  it('changes nothing in the reach that was there', () => {
    fc.assert(
      fc.property(cluster, networkPolicy, (sketch, next) => {
        const { reach } = new Judge(sketch);
        const before = pairwise(reach);
        pairwise(reach.replace(reach.cluster.policies[0], policyOf(next)));
        expect(pairwise(reach)).toEqual(before);
      }),
      RUNS,
    );
  });
});

/** Between every two endpoints. */
function fromPairs(reach: Reach): Answers {
  const { all } = reach.endpoints;
  const answers = new Map<string, string>();
  for (const from of all.ids) {
    for (const to of all.ids) {
      const words = portsInWords(reach.portSets, reach.between(from, to));
      if (words !== '') answers.set(`${from} -> ${to}`, words);
    }
  }
  return answers;
}

function fromRectangles(reach: Reach): Answers {
  const { portSets } = reach;
  const found = new Map<string, { allowed: PortSetId; possible: PortSetId }>();
  for (const { sources, destinations, ports, sure } of rectangles(reach)) {
    for (const from of sources.ids) {
      for (const to of destinations.ids) {
        const key = `${from} -> ${to}`;
        const { allowed, possible } = found.get(key) ?? { allowed: PortSets.NONE, possible: PortSets.NONE };
        found.set(key, {
          allowed: sure ? portSets.union(allowed, ports) : allowed,
          possible: portSets.union(possible, ports),
        });
      }
    }
  }
  const entries = [...found].map(([key, { allowed, possible }]) => {
    return [key, portsInWords(portSets, { allowed, unknown: portSets.subtract(possible, allowed) })] as const;
  });
  return new Map(entries);
}
