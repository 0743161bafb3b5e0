import { Chart } from 'cdk8s';
import fc from 'fast-check';
import { Direction, Guarantee, Opening, Pods, Port, Workload } from '../../src';
import { cluster, endpointsIn, probes } from '../arbitraries/clusters';
import { shuffled } from '../arbitraries/order';
import { portOf } from '../arbitraries/ports';
import { Call, calls, LABELS, Name, NAMES, say } from '../arbitraries/told';
import { testChart, policiesOf, yamlOf } from '../constructs/synth';
import { Oracle } from '../oracle/oracle';
import { connectionsIn } from './connections';
import { Meaning } from './meaning';
import { runs } from './runs';

type Workloads = Readonly<Record<Name, Workload>>;

function chartWith(said: readonly Call[]): { readonly chart: Chart; readonly workloads: Workloads } {
  const chart = testChart();
  const workload = (id: Name) => new Workload(chart, id, { pods: Pods.labeled(LABELS[id]), ports: [Port.tcp(8080)] });
  const workloads = { web: workload('web'), api: workload('api'), db: workload('db') };
  for (const each of said) say(each, workloads);
  return { chart, workloads };
}

describe('whatever workloads are told, their policies', () => {
  it('do not depend on the order of calls, lists and keys by a single byte', () => {
    fc.assert(
      fc.property(calls, fc.nat(), (said, seed) => {
        expect(yamlOf(chartWith(shuffled(said, seed)).chart)).toBe(yamlOf(chartWith(said).chart));
      }),
      runs(100),
    );
  });

  it('are the same when some of it is said twice', () => {
    fc.assert(
      fc.property(calls, fc.nat({ max: 8 }), (said, count) => {
        const [once, twice] = [said, [...said, ...said.slice(0, count)]].map(chartWith);
        expect(yamlOf(twice.chart)).toBe(yamlOf(once.chart));
        for (const id of NAMES) expect(twice.workloads[id].guarantee).toEqual(once.workloads[id].guarantee);
      }),
      runs(100),
    );
  });

  it('are at most one a workload, in the namespace that was given', () => {
    fc.assert(
      fc.property(calls, said => {
        const names = policiesOf(chartWith(said).chart).map(({ metadata }) => `${metadata.namespace}/${metadata.name}`);
        expect(names).toEqual(NAMES.map(id => `shop/${id}`).filter(id => names.includes(id)));
      }),
      runs(100),
    );
  });

  it('allow what each call says, at both ends', () => {
    fc.assert(
      fc.property(calls, said => {
        const { workloads } = chartWith(said);
        for (const { from, to, at } of said.flatMap(bothEndsOf)) {
          const [egress, ingress] = [from, to].map(id => workloads[id].guarantee.opens);
          const isSaid = (end: Direction, { from: [own], to: [other], ports: open, ends }: Opening) =>
            ends.includes(end) &&
            `${own} -> ${other}: ${inOrder(open)}` ===
              `${workloads[from].pods} -> ${workloads[to].pods}: ${inOrder(at)}`;
          expect(egress.some(opening => isSaid(Direction.EGRESS, opening))).toBe(true);
          expect(ingress.some(opening => isSaid(Direction.INGRESS, opening))).toBe(true);
        }
      }),
      runs(100),
    );
  });

  it('do what the guarantees say, in whichever cluster', () => {
    fc.assert(
      fc.property(calls, cluster, probes, (said, world, at) => {
        const { chart, workloads } = chartWith(said);
        const oracle = new Oracle(world, policiesOf(chart));
        const meaning = new Meaning(sumOf(workloads), { namespaces: world.namespaces, openNamespace: 'shop' });
        for (const direction of ['Ingress', 'Egress'] as const) {
          for (const pod of world.pods) {
            expect(oracle.isIsolated(pod, direction)).toBe(meaning.isIsolated(pod, direction));
          }
          for (const connection of connectionsIn(endpointsIn(world), at)) {
            const { pod } = direction === 'Ingress' ? connection.to : connection.from;
            if (pod === undefined || !oracle.isIsolated(pod, direction)) continue;
            expect(oracle.isAllowedAt(direction, connection)).toBe(meaning.isOpened(direction, connection));
          }
        }
      }),
      runs(50),
    );
  });
});

/** Calls between workloads: from whom, to whom, at which ports. */
function bothEndsOf(each: Call): { from: Name; to: Name; at: Port[] }[] {
  if ('other' in each) {
    const [from, to] = each.say === 'allowTo' ? [each.who, each.other] : [each.other, each.who];
    return [{ from, to, at: each.ports?.map(portOf) ?? [Port.tcp(8080)] }];
  }
  return each.say === 'allowInternally' ? [{ from: each.who, to: each.who, at: [Port.tcp(8080)] }] : [];
}

/** The same ports in another order, or said twice, are the same ports. */
function inOrder(some: readonly Port[]): string {
  return [...new Set(some.map(String))].sort().join();
}

function sumOf(workloads: Workloads): Guarantee {
  const guarantees = Object.values(workloads).map(({ guarantee }) => guarantee);
  return {
    isolates: guarantees.flatMap(({ isolates }) => isolates),
    opens: guarantees.flatMap(({ opens }) => opens),
  };
}
