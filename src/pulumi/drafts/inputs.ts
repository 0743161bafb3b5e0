import { Input, Output } from '@pulumi/pulumi';
import { metadataManifest, specManifest } from '../../emit/network-policy';
import { Direction } from '../../model/direction';
import { PlannedPolicy } from '../../model/policy';
import { Intent } from '../../patterns/pattern';
import { policyOf } from '../../patterns/plan';
import { after } from '../outputs/deferred';
import { partNames, RuleObject, ruleNames, rulesOf } from './parts';
import { Joining, mergedRules } from './rules';
import { isOpen, Settled } from './settled';

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
export function settledInputs({ intent, sights, sourcesOf }: Settled): PolicyInputs[] {
  const from = joining(sights);
  if ([...sights.values()].every(isOpen)) {
    // Nothing to tell apart: one Output for all of it, as Outputs are dear.
    return knownInputs(intent).map(({ metadata, spec }) => ({ metadata, spec: from([], spec) }));
  }
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
    const names = ruleNames(policy, group, direction);
    const sourced = rulesOf(policy, direction).map((rule, index) => ({ rule, sources: sourcesOf(names[index]) }));
    return mergedRules({ policy, direction, rules: sourced }, { sights, from });
  }

  function part<T>(name: string, value: T): Input<T> {
    return from(sourcesOf(name), value);
  }
}

/** Makes values as secret and as unknown as their sources, to come after all that is open; equal sources share an Output. */
function joining(sights: Settled['sights']): Joining {
  const holes = [...sights.keys()];
  const open = holes.filter(hole => isOpen(sights.get(hole)));
  const joined = new Map<string, Output<unknown>>();
  return (sources, value) => {
    const all = [...open, ...sources];
    if (all.length === 0) return value;
    const key = all.map(hole => holes.indexOf(hole)).join();
    const known = joined.get(key) ?? after(all);
    joined.set(key, known);
    return known.apply(() => value);
  };
}

function policiesOf({ plan, annotations }: Intent): PlannedPolicy[] {
  return plan.groups.map(group => ({ ...policyOf(group, plan), annotations }));
}
