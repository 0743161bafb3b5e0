import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import * as pulumi from '@pulumi/pulumi';
import { Testing } from 'cdk8s';
import fc from 'fast-check';
import * as twins from '../../src/pulumi';
import { Usage } from '../arbitraries/usage';
import { USAGES } from '../arbitraries/usages';
import { runs } from '../properties/runs';
import { inOrder, manifestsOf } from './manifests';
import { run } from './program';
import { TOLD_BY_CALLS } from './told-by-calls';
import { veiled, Way } from './veiled';

type Twin = new (name: string, props: object) => twins.PolicyComponent;

const TWINS = twins as unknown as Readonly<Record<string, Twin>>;

const PATTERNS = join(__dirname, '..', '..', 'src', 'patterns');

/** How a value is given: as it is, or as what Pulumi has for values that come later. */
const WAYS: readonly Way[] = [
  value => value,
  value => pulumi.output(undefined).apply(() => value),
  value => Promise.resolve(value),
  value => Promise.resolve(pulumi.output(undefined).apply(() => value)),
];

const COMPONENTS = USAGES.filter(([name]) => !TOLD_BY_CALLS.includes(name));

describe('netpol/pulumi', () => {
  const patterns = readdirSync(PATTERNS)
    .flatMap(file => patternsIn(join(PATTERNS, file)))
    .filter(name => !TOLD_BY_CALLS.includes(name));

  it('has a component for each pattern, which the properties here try', () => {
    expect(patterns.length).toBeGreaterThan(5);
    expect(patterns.filter(name => typeof TWINS[name] !== 'function')).toEqual([]);
    expect(COMPONENTS.map(([name]) => name).sort()).toEqual(patterns.sort());
  });
});

describe.each(COMPONENTS)('%s of netpol/pulumi', (name, usage) => {
  it('writes what the construct of cdk8s writes, byte for byte', async () => {
    await fc.assert(
      fc.asyncProperty(usage, async used => {
        expect(await written(name, used.props, used)).toBe(synthesized(used));
      }),
      runs(25),
    );
  });

  it('writes the same when any of its values come later', async () => {
    await fc.assert(
      fc.asyncProperty(usage, fc.infiniteStream(fc.nat(WAYS.length - 1)), async (used, ways) => {
        const props = veiled(used.props, () => WAYS[ways.next().value as number]);
        expect(await written(name, props, used)).toBe(synthesized(used));
      }),
      runs(25),
    );
  });
});

async function written(name: string, props: object, used: Usage): Promise<string> {
  const { namespace } = used.emptyChart();
  const { policies, errors } = await run(() => new TWINS[name]('Used', { namespace, ...props }));
  expect(errors).toEqual([]);
  return manifestsOf(policies);
}

function synthesized(used: Usage): string {
  return inOrder(Testing.synth(used.make().chart) as object[]);
}

/** The names of the patterns that a file exports. */
function patternsIn(file: string): string[] {
  const exported = Object.values(jest.requireActual<Record<string, unknown>>(file));
  const isPattern = (value: unknown): value is { readonly name: string } =>
    typeof value === 'object' && value !== null && 'plan' in value && 'check' in value;
  return exported.filter(isPattern).map(({ name }) => name);
}
