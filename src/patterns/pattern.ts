import { annotationsOf } from '../model/annotations';
import { at, Check, isRecord, shape, Shape } from '../model/check';
import { Place, placeOf } from './place';
import { isReadLate, Plan, SettledPlan } from './plan';
import { POLICY_FIELDS, PolicyProps } from './policy-props';
import { settle } from './settle';

/** One intent: what people say, and what it means. Pure data and pure functions, whatever the host. */
export interface Pattern<P extends PolicyProps> {
  /** What the construct is called, such as `AllowDns`. */
  readonly name: string;
  readonly check: Check<P>;
  /** @param place where the construct is put; most patterns say the same anywhere */
  plan(props: P, place: Place): Plan;
}

/** A plan that is settled: it can be written as it is. And what people say about it. */
export interface Intent {
  /** What the construct is called, such as `AllowDns`. */
  readonly construct: string;
  readonly plan: SettledPlan;
  /** Where it was settled. */
  readonly place: Place;
  /** Whether some of its pods are known only when it is written. */
  readonly isReadLate: boolean;
  readonly annotations?: Readonly<Record<string, string>>;
}

/** A pattern from its own fields and its plan; the fields that all patterns have come by themselves. */
export function pattern<P extends PolicyProps>(
  name: string,
  fields: Shape<Omit<P, keyof PolicyProps>>,
  plan: (props: P, place: Place) => Plan,
): Pattern<P> {
  return { name, check: shape({ ...fields, ...POLICY_FIELDS } as Shape<P>), plan };
}

/**
 * Checks the props, and plans what to write.
 *
 * @param offered the name and namespace that the host has for it
 * @throws PolicyError for everything that cannot be said, or that the API server would refuse
 */
export function intentOf<P extends PolicyProps>(said: Pattern<P>, props: unknown, offered: Place): Intent {
  const checked = isRecord(props) ? said.check(props) : at('props', said.check, props);
  const place = placeOf(checked, offered);
  const plan = settle(said.plan(checked, place), place);
  return { construct: said.name, plan, place, isReadLate: isReadLate(plan), annotations: annotationsOf(checked) };
}
