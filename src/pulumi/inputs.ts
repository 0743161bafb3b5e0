import { Input, Output } from '@pulumi/pulumi';
import { metadataManifest, specManifest } from '../emit/network-policy';
import { Direction } from '../model/direction';
import { PlannedPolicy } from '../model/policy';
import { Intent } from '../patterns/pattern';
import { policyOf } from '../patterns/plan';
import { Blueprint } from './blueprint';
import { after, Hole } from './deferred';
import { partNames, RuleObject, rulesOf } from './parts';
import { Joining, mergedRules } from './rules';
import { Settled } from './settled';

/** The arguments of one policy's resource, keys in order. */
export interface PolicyInputs {
  readonly metadata: object;
  readonly spec: Input<object>;
}

/** The policies of an intent without Outputs. */
export function knownInputs(intent: Intent): PolicyInputs[] {
  return policiesOf(intent).map(policy => ({ metadata: metadataManifest(policy), spec: specManifest(policy) }));
}

/** The policies of an intent whose Outputs are settled: each part is as secret and as unknown as its own Outputs. */
export function settledInputs(blueprint: Blueprint, { intent, sights }: Settled): PolicyInputs[] {
  const from = joining(blueprint.holes);
  if ([...sights.values()].every(({ isSecret, value }) => !isSecret && value !== undefined)) {
    // Nothing to tell apart: one Output for all of it, as Outputs are dear.
    return knownInputs(intent).map(({ metadata, spec }) => ({ metadata, spec: from(blueprint.holes, spec) }));
  }
  const planned = policiesOf(blueprint.intent);
  return policiesOf(intent).map((policy, group) => ({
    metadata: metadataOf(policy, group),
    spec: specOf(policy, group),
  }));

  function metadataOf({ annotations, name, namespace }: PlannedPolicy, group: number): object {
    const texts = Object.entries(annotations ?? {}).map(([key, value]) => [
      key,
      part(partNames.annotation(key), value),
    ]);
    return {
      ...(annotations && { annotations: Object.fromEntries(texts) as object }),
      name,
      ...(namespace !== undefined && { namespace: part(partNames.namespace(group), namespace) }),
    };
  }

  function specOf(policy: PlannedPolicy, group: number): object {
    const { egress, ingress, podSelector, policyTypes } = specManifest(policy);
    return {
      ...(egress && { egress: rules(policy, group, Direction.EGRESS) }),
      ...(ingress && { ingress: rules(policy, group, Direction.INGRESS) }),
      podSelector: part(partNames.podSelector(group), podSelector),
      policyTypes,
    };
  }

  function rules(policy: PlannedPolicy, group: number, direction: Direction): Input<RuleObject>[] {
    const found = rulesOf(policy, direction);
    // Where an Output made more or fewer rules than planned, nobody knows which are whose.
    const isPlanned = found.length === rulesOf(planned[group], direction).length;
    const sourcesOf = (index: number) =>
      isPlanned ? blueprint.sourcesOf(partNames.rule(group, direction, index)) : blueprint.holes;
    const sourced = found.map((rule, index) => ({ rule, sources: sourcesOf(index) }));
    return mergedRules({ policy, direction, rules: sourced }, { sights, from });
  }

  function part<T>(name: string, value: T): Input<T> {
    return from(blueprint.sourcesOf(name), value);
  }
}

/** Makes values as secret and as unknown as their sources; those with the same sources share an Output. */
function joining(holes: readonly Hole[]): Joining {
  const joined = new Map<string, Output<unknown>>();
  return (sources, value) => {
    if (sources.length === 0) return value;
    const key = holes.flatMap((hole, index) => (sources.includes(hole) ? [index] : [])).join();
    const known = joined.get(key) ?? after(sources);
    joined.set(key, known);
    return known.apply(() => value);
  };
}

function policiesOf({ plan, annotations }: Intent): PlannedPolicy[] {
  return plan.groups.map(group => ({ ...policyOf(group, plan), annotations }));
}
