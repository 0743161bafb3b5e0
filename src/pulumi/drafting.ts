import { Resource } from '@pulumi/pulumi';
import { naming } from '../model/policy-error';
import { kebabCase } from '../patterns/kebab-case';
import { intentOf, Pattern } from '../patterns/pattern';
import { PolicyProps } from '../patterns/policy-props';
import { AwaitedDraft } from './awaited-draft';
import { Blueprint, blueprintOf, Planner } from './blueprint';
import { claimNames } from './claim-names';
import { filled, holesIn } from './deferred';
import { Draft, knownDraft } from './draft';
import { partNames } from './parts';
import { refusalOn } from './refusal';
import { withPods } from './resource-pods';
import { Settled, settled } from './settled';

/** A component to be drafted. */
export interface Wanted {
  readonly component: Resource;
  readonly pattern: Pattern<PolicyProps>;
  readonly name: string;
}

/**
 * Plans the policies of a component: at once as far as it is known, the rest when its Outputs are there.
 *
 * @throws ResourceError on the component for what is wrong in any case; what an Output makes wrong fails its policies
 */
export function draftOf(wanted: Wanted, props: unknown): Draft {
  return refusing(wanted, () => {
    const given = withPods(props);
    const holes = holesIn(given);
    const offered = { name: kebabCase(wanted.name) };
    const plan: Planner = values => intentOf(wanted.pattern, filled(given, values), offered);
    if (holes.length > 0) return awaitedDraft(wanted, blueprintOf(holes, plan), plan);
    const intent = plan([]);
    claimNames(wanted.component, ownerOf(wanted), intent.plan.groups);
    return knownDraft(intent);
  });
}

function awaitedDraft(wanted: Wanted, blueprint: Blueprint, plan: Planner): Draft {
  const { groups } = blueprint.intent.plan;
  const claim = (named: typeof groups) => claimNames(wanted.component, ownerOf(wanted), named);
  const isPlaced = groups.every((_, group) => blueprint.sourcesOf(partNames.namespace(group)).length === 0);
  if (isPlaced) claim(groups);
  return new AwaitedDraft(blueprint, settle());

  async function settle(): Promise<Settled> {
    try {
      const found = await settled(blueprint, plan);
      if (!isPlaced) claim(found.intent.plan.groups);
      return found;
    } catch (error) {
      return refusing(wanted, () => {
        throw error;
      });
    }
  }
}

function refusing<T>(wanted: Wanted, work: () => T): T {
  try {
    return naming(ownerOf(wanted), work);
  } catch (error) {
    throw refusalOn(wanted.component, error);
  }
}

function ownerOf({ pattern, name }: Wanted): string {
  return `${pattern.name} '${name}'`;
}
