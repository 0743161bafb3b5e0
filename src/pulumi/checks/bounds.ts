import { containsUnknowns } from '@pulumi/pulumi';
import { isRecord } from '../../model/check';
import { ApiObject } from './sighted-object';

/** Objects with what is not known filled in: whatever it becomes, what is allowed lies between the two. */
export interface Bounds {
  /** Rules that are not known allow nothing. */
  readonly least: readonly object[];
  /** They allow everything. */
  readonly most: readonly object[];
}

const EVERYTHING = {};

/** Undefined where more is unknown than rules of policies. */
export function boundsOf(objects: readonly ApiObject[]): Bounds | undefined {
  const [least, most] = [objects.map(withoutUnknownRules), objects.map(withEverything)];
  return containsUnknowns(least) ? undefined : { least, most };
}

function withoutUnknownRules(object: ApiObject): object {
  return withRules(object, rules => rules.filter(rule => !containsUnknowns(rule)));
}

function withEverything(object: ApiObject): object {
  return withRules(object, rules => rules.map(rule => (containsUnknowns(rule) ? EVERYTHING : rule)));
}

/** Without `policyTypes` the rules decide which directions are isolated: then they have to be known. */
function withRules(object: ApiObject, changed: (rules: readonly unknown[]) => unknown[]): object {
  const { kind, spec } = object;
  if (kind !== 'NetworkPolicy' || !isRecord(spec) || !Array.isArray(spec.policyTypes)) return object;
  const rules = ['ingress', 'egress'].flatMap(key => (Array.isArray(spec[key]) ? [[key, changed(spec[key])]] : []));
  return { ...object, spec: { ...spec, ...(Object.fromEntries(rules) as object) } };
}
