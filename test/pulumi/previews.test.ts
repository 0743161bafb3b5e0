import * as pulumi from '@pulumi/pulumi';
import { Testing } from 'cdk8s';
import fc from 'fast-check';
import * as twins from '../../src/pulumi';
import { USAGES } from '../arbitraries/usages';
import { runs } from '../properties/runs';
import { allowAll } from './grants';
import { inOrder } from './manifests';
import { isHidden, shown } from './marks';
import { run, unknown } from './program';
import { TOLD_BY_CALLS } from './told-by-calls';
import { veiled, Way } from './veiled';

type Twin = new (name: string, props: object) => twins.PolicyComponent;

const TWINS = twins as unknown as Readonly<Record<string, Twin>>;

/** A policy, or the part of it that is shown. */
interface Manifest {
  readonly metadata: Fields;
  readonly spec: Fields;
}

type Fields = Readonly<Record<string, unknown>>;

/** How a value is given: as it is, later, or as what the preview does not know. */
const WAYS: readonly Way[] = [value => value, value => pulumi.output(undefined).apply(() => value), unknown];

const COMPONENTS = USAGES.filter(([name]) => !TOLD_BY_CALLS.includes(name));

describe.each(COMPONENTS)('a preview of %s', (name, usage) => {
  it('shows nothing that comes otherwise, and says where more comes', async () => {
    await fc.assert(
      fc.asyncProperty(usage, fc.infiniteStream(fc.nat(WAYS.length - 1)), async (used, ways) => {
        const { namespace } = used.emptyChart();
        const props = veiled({ namespace, ...used.props }, () => WAYS[ways.next().value as number]);
        const { policies, errors } = await run(() => new TWINS[name]('Used', props), { isPreview: true });
        expect(errors).toEqual([]);
        const coming = Testing.synth(used.make().chart) as Manifest[];
        expect(policies.length).toBe(coming.length);
        for (const { inputs } of policies) {
          const policy = coming.find(({ metadata }) => metadata.name === (inputs as unknown as Manifest).metadata.name);
          expect(broken(shown(inputs) as Manifest, policy as Manifest)).toEqual([]);
        }
      }),
      runs(25),
    );
  });
});

it('A preview shows all but the namespace where that is all that is not known.', async () => {
  const { policies } = await run(
    () => {
      const namespace = unknown<string>();
      const tier = (name: string) => twins.Pods.labeled({ tier: name });
      const shop = new twins.ThreeTierApp('shop', {
        namespace,
        frontend: { pods: tier('frontend'), port: twins.Port.tcp(3000), from: [twins.Peer.anyPod()] },
        backend: { pods: tier('backend'), port: twins.Port.tcp(8080) },
        database: { pods: tier('database'), port: twins.Port.postgres() },
      });
      const [to, ports, owner] = [[twins.Peer.internet()], [twins.Port.https()], 'payments team'];
      new twins.ExternalEgress('payments', { namespace, pods: shop.backend, to, ports, owner });
    },
    { isPreview: true },
  );
  const hidden = policies.map(({ inputs }) => {
    const policy = shown(inputs) as Manifest;
    const rules = ['ingress', 'egress'].flatMap(direction => Object.entries(rulesIn(policy, direction)));
    return [...Object.entries(fieldsIn(policy)), ...rules].filter(([, value]) => isHidden(value)).map(([key]) => key);
  });
  expect(hidden).toEqual(Array(4).fill(['namespace']));
});

/** What is shown and comes otherwise; a direction too of which all is shown, and more comes. */
function broken(preview: Manifest, coming: Manifest): string[] {
  const fields = fieldsIn(coming);
  const isSame = ([key, value]: [string, unknown]) => isHidden(value) || text(value) === text(fields[key]);
  const wrong = Object.entries(fieldsIn(preview)).filter(entry => !isSame(entry));
  const directions = ['ingress', 'egress'].filter(direction => {
    const [rules, all] = [rulesIn(preview, direction), rulesIn(coming, direction)];
    const known = rules.filter(rule => !isHidden(rule));
    const { namespace } = coming.metadata;
    return !allowAll(all, known, namespace) || (known.length === rules.length && !allowAll(known, all, namespace));
  });
  return [...wrong.map(([key]) => key), ...directions];
}

/** All but the rules. */
function fieldsIn({ metadata: { annotations, ...metadata }, spec: { podSelector, policyTypes } }: Manifest): Fields {
  return { ...(annotations as Fields | undefined), ...metadata, podSelector, policyTypes };
}

function rulesIn({ spec }: Manifest, direction: string): readonly unknown[] {
  return (spec[direction] ?? []) as readonly unknown[];
}

function text(value: unknown): string {
  return inOrder([{ value }]);
}
