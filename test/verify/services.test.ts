import fc from 'fast-check';
import { Port } from '../../src/model/port';
import { readEndpoint } from '../../src/read/questions/endpoint';
import { ask } from '../../src/verify/ask/ask';
import { Endpoint, Labels } from '../oracle/cluster';
import { Judge, Verdict } from './judge';
import { PATIENCE, runs } from './long';
import { protocolOf } from './model-of';
import { NAMESPACES, WIDE } from './pools';
import { readAsYaml } from './read-as-yaml';
import { cluster } from './sketches';

jest.setTimeout(PATIENCE);

interface ServiceSketch {
  readonly namespace: string;
  readonly selector: Labels;
  readonly protocol: string;
  readonly targetPort: number | string;
}

const service: fc.Arbitrary<ServiceSketch> = fc.record({
  namespace: fc.constantFrom('a', 'a', ...NAMESPACES),
  selector: fc.dictionary(fc.constantFrom(...WIDE.keys), fc.constantFrom(...WIDE.values), {
    minKeys: 1,
    maxKeys: 1,
    noNullPrototype: true,
  }),
  protocol: fc.constantFrom('TCP', 'UDP'),
  targetPort: fc.constantFrom(...WIDE.ports, ...WIDE.portNames),
});

/** The Service's own port, which is none of its pods'. */
const PORT = 8000;

describe('a Service that was read', () => {
  it('is reached where the oracle says that each pod behind it is, at the port that it means there', () => {
    fc.assert(
      fc.property(cluster, service, fc.nat(), (sketch, asked, number) => {
        const judge = new Judge(sketch, { cluster: readAsYaml(sketch, [objectOf(asked)]) });
        const behind = judge.ends.filter(end => isBehind(end, asked));
        const from = judge.ends[number % judge.ends.length];
        const question = {
          from: readEndpoint(nameOf(from, judge)),
          to: readEndpoint(`${asked.namespace}/Service/front`),
          ports: [Port._range(protocolOf(asked.protocol), PORT)],
        };
        if (behind.length === 0) expect(() => ask(judge.reach, question)).toThrow('selects none of the pods');
        else {
          const { verdict } = ask(judge.reach, question);
          expect({ asked, verdict }).toEqual({ asked, verdict: together(verdictsOf(judge, { from, behind, asked })) });
        }
      }),
      { numRuns: runs(150, 5_000) },
    );
  });
});

function objectOf({ namespace, selector, protocol, targetPort }: ServiceSketch): object {
  const ports = [{ name: 'main', port: PORT, protocol, targetPort }];
  return { apiVersion: 'v1', kind: 'Service', metadata: { name: 'front', namespace }, spec: { selector, ports } };
}

function nameOf(end: Endpoint, judge: Judge): string {
  const workload = judge.workloadAt(end);
  return workload === undefined ? end.ip : `${workload.namespace}/${workload.kind}/${workload.name}`;
}

function isBehind({ pod }: Endpoint, { namespace, selector }: ServiceSketch): boolean {
  if (pod?.namespace !== namespace) return false;
  return Object.entries(selector).every(([key, value]) => pod.labels[key] === value);
}

/** Of every pod behind the Service at every port that it means there; one that has no such port says nothing. */
function verdictsOf(
  judge: Judge,
  { from, behind, asked }: { from: Endpoint; behind: readonly Endpoint[]; asked: ServiceSketch },
): Verdict[] {
  const { protocol, targetPort } = asked;
  const others = behind.filter(to => to !== from || judge.workloadAt(to)?.kind === 'Pod');
  return others.flatMap(to => {
    const named = (to.pod?.ports ?? []).filter(port => port.name === targetPort && port.protocol === protocol);
    const ports = typeof targetPort === 'number' ? [targetPort] : named.map(({ port }) => port);
    const verdicts = ports.map(port => judge.verdictOfOracle({ from, to, protocol, port }));
    return verdicts.length > 0 ? verdicts : ['unknown'];
  });
}

function together(verdicts: readonly Verdict[]): Verdict | 'some' {
  if (verdicts.includes('allow') && verdicts.includes('deny')) return 'some';
  return verdicts.find(verdict => verdict === 'unknown') ?? verdicts[0];
}
