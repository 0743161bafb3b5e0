import { Resource } from '@pulumi/pulumi';
import { kebabCase } from '../../patterns/kebab-case';
import { Intent, intentOf, Pattern } from '../../patterns/pattern';
import { guaranteeOf } from '../../patterns/plan';
import { PolicyProps } from '../../patterns/policy-props';
import { workIn } from '../clusters';
import { Deferred, filled, Hole, templateOf } from '../outputs/deferred';
import { refusingOn } from '../refusal';
import { awaitedDraft } from './awaited-draft';
import { blueprintOf, Planner } from './blueprint';
import { claimNames } from './claim-names';
import { Draft } from './draft';
import { knownInputs } from './inputs';

/** A component to be drafted. */
export interface Wanted {
  readonly component: Resource;
  /** How messages call it. */
  readonly owner: string;
  readonly pattern: Pattern<PolicyProps>;
  readonly name: string;
}

/** Plans a component, and drafts nothing. @throws PolicyError for what is wrong whatever the Outputs become */
export function checkPlan(wanted: Wanted, props: unknown): void {
  blueprintOf(...templated(wanted, props));
}

/**
 * Plans the policies of a component: at once as far as they are known, the rest when its Outputs are there.
 *
 * @throws ResourceError on the component for what is wrong whatever the Outputs become
 */
export function draftOf(wanted: Wanted, props: unknown): Draft {
  const { component, owner } = wanted;
  const refusing = refusingOn(component, owner);
  const claim = ({ plan: { groups } }: Intent) => claimNames(component, owner, groups);
  return refusing(() => {
    const [holes, plan] = templated(wanted, props);
    if (holes.length > 0) return awaitedDraft({ blueprint: blueprintOf(holes, plan), plan, claim, refusing });
    const intent = plan([]);
    claim(intent);
    return knownDraft(intent);
  });
}

function templated({ component, pattern, name }: Wanted, props: unknown): [readonly Hole[], Planner] {
  const template = templateOf(props);
  const place = { name: kebabCase(name), platform: workIn(component).platform };
  return [template.holes, values => intentOf(pattern, filled(template, values), place)];
}

function knownDraft(intent: Intent): Draft {
  return {
    policies: knownInputs(intent),
    parts: intent.plan.groups.map(({ part }) => part),
    guarantee: guaranteeOf(intent.plan),
    podsOf: group => Deferred.known(intent.plan.groups[group].pods),
  };
}
