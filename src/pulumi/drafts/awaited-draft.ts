import { unknown } from '@pulumi/pulumi';
import { Guarantee } from '../../model/guarantee';
import { Pods } from '../../model/pods';
import { Intent } from '../../patterns/pattern';
import { guaranteeOf } from '../../patterns/plan';
import { after, Deferred } from '../outputs/deferred';
import { toldApart } from '../outputs/stand-in';
import { Refusing } from '../refusal';
import { Blueprint, Planner } from './blueprint';
import { Draft } from './draft';
import { settledInputs } from './inputs';
import { partNames } from './parts';
import { Settled, settled } from './settled';

/** A component that waits for Outputs. */
export interface Waiting {
  readonly blueprint: Blueprint;
  readonly plan: Planner;
  /** Takes the names of its policies. */
  readonly claim: (intent: Intent) => void;
  readonly refusing: Refusing;
}

/** The policies of a component that waits, planned as soon as its Outputs are settled. */
export function awaitedDraft(waiting: Waiting): Draft {
  const { blueprint } = waiting;
  const settling = settle(waiting);
  const guarantee = settling.then(
    ({ intent }) => guaranteeOf(intent.plan),
    () => unknown as unknown as Guarantee,
  );
  return {
    policies: settling.then(settledInputs),
    parts: blueprint.intent.plan.groups.map(({ part }) => part),
    guarantee: after(blueprint.holes).apply(() => guarantee),
    podsOf: group => podsOf(blueprint, settling, group),
  };
}

/** Names are taken at once where the namespaces are known. */
function settle({ blueprint, plan, claim, refusing }: Waiting): Promise<Settled> {
  const namespaces = blueprint.intent.plan.groups.map((_, group) => blueprint.sourcesOf(partNames.namespace(group)));
  const isPlaced = namespaces.every(holes => holes.length === 0);
  if (isPlaced) claim(blueprint.intent);
  return settled(blueprint, plan).then(
    found =>
      refusing(() => {
        if (!isPlaced) claim(found.intent);
        return found;
      }),
    error =>
      refusing(() => {
        throw error;
      }),
  );
}

/** The pods of one group, to be named in other components: they fail together. */
function podsOf({ sourcesOf, intent, other }: Blueprint, settling: Promise<Settled>, group: number): Deferred<Pods> {
  const podsIn = ({ plan }: Intent) => plan.groups[group].pods;
  const sources = [...new Set([...sourcesOf(partNames.namespace(group)), ...sourcesOf(partNames.podSelector(group))])];
  if (sources.length === 0) return Deferred.known(podsIn(intent));
  const thunk = settling.then(
    found => () => podsIn(found.intent),
    error => () => {
      throw error;
    },
  );
  return Deferred.waiting(
    after(sources).apply(() => thunk),
    toldApart(podsIn(intent), other && podsIn(other)),
  );
}
