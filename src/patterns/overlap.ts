import { containsPods } from '../model/label-space';
import { PolicyError } from '../model/policy-error';
import { Group } from './plan';

/** Of two groups, a pod in both would get what either allows: the narrower one would not be what it says. */
export function refuseOverlap(groups: readonly Group[]): void {
  groups.forEach((group, index) => {
    for (const earlier of groups.slice(0, index).filter(other => mustDiffer(other, group))) {
      if (containsPods(group.pods, earlier.pods)) throw overlap(earlier, group);
      if (containsPods(earlier.pods, group.pods)) throw overlap(group, earlier);
    }
  });
}

/** Where one isolates for ingress and the other for egress, neither adds to what the other allows. */
function mustDiffer(a: Group, b: Group): boolean {
  const isFloor = a.isFloor === true || b.isFloor === true;
  return !isFloor && a.isolates.some(direction => b.isolates.includes(direction));
}

function overlap(inner: Group, outer: Group): PolicyError {
  return new PolicyError({
    code: 'overlap',
    path: inner.path,
    value: String(inner.pods),
    problem: `${inner.pods} are also selected by ${outer.path} (${outer.pods}), which would give them what both are allowed`,
    fix: 'give each its own labels',
  });
}
