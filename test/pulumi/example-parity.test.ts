import * as cdk8s from 'cdk8s';
import * as constructs from 'constructs';
import { loadAll } from 'js-yaml';
import * as netpol from '../../src';
import * as twins from '../../src/pulumi';
import { runExample } from '../example';
import { inOrder, manifestsOf } from './manifests';
import { run } from './program';

type Construct = new (scope: constructs.Construct, id: string, props?: object) => object;

type Twin = new (name: string, props: object) => object;

/** How an example made a construct of netpol. */
interface Call {
  readonly name: string;
  readonly chart: cdk8s.Chart;
  readonly id: string;
  readonly props?: object;
}

const TWINS = twins as unknown as Readonly<Record<string, Twin>>;

/** Of each example, what it wrote and what it called. */
function replayed(example: string): { readonly written: object[]; readonly calls: readonly Call[] } {
  const calls: Call[] = [];
  jest.doMock('cdk8s', () => cdk8s);
  jest.doMock('constructs', () => constructs);
  jest.doMock('../../src', () => listeningTo(call => calls.push(call)));
  try {
    const texts = [...runExample(example).files.values()];
    const objects = texts.flatMap(text => loadAll(text) as { readonly kind: string }[]);
    return { written: objects.filter(({ kind }) => kind === 'NetworkPolicy'), calls };
  } finally {
    for (const name of ['cdk8s', 'constructs', '../../src']) jest.dontMock(name);
  }
}

/** The library, which tells what is made of it. */
function listeningTo(hear: (call: Call) => void): object {
  const heard = (name: string, type: Construct) =>
    new Proxy(type, {
      construct(target, [scope, id, props]: [constructs.Construct, string, object?]) {
        hear({ name, chart: cdk8s.Chart.of(scope), id, props });
        return new target(scope, id, props);
      },
    });
  const entries = Object.entries(netpol as unknown as Record<string, Construct>);
  const isComponent = (name: string) => TWINS[name]?.prototype instanceof twins.PolicyComponent;
  return Object.fromEntries(entries.map(([name, type]) => [name, isComponent(name) ? heard(name, type) : type]));
}

describe.each(['three-tier', 'microservices', 'online-boutique', 'gitops'])('examples/%s with netpol/pulumi', name => {
  const { written, calls } = replayed(name);

  it('writes the same policies, byte for byte', async () => {
    expect(written.length).toBeGreaterThan(3);
    const policies = [];
    // Each chart is a program of its own: the same names stand in several.
    for (const chart of new Set(calls.map(call => call.chart))) {
      const { namespace } = chart;
      const own = calls.filter(call => call.chart === chart);
      const ran = await run(() => own.map(call => new TWINS[call.name](call.id, { namespace, ...call.props })));
      expect(ran.errors).toEqual([]);
      policies.push(...ran.policies);
    }
    expect(manifestsOf(policies)).toBe(inOrder(written));
  });
});
