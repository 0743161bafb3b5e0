import { Direction } from '../model/direction';
import { Policy } from '../model/policy';
import { Pods } from '../model/pods';
import { PodClasses } from './pod-classes';

/** Per class of pods, the policies that isolate it in a direction. */
type PerClass = readonly (readonly Policy[])[];

/** Which policies select which pods. */
export class Selections {
  static of(policies: readonly Policy[], pods: PodClasses): Selections {
    const ingress = pods.classes.map((): Policy[] => []);
    const egress = pods.classes.map((): Policy[] => []);
    for (const policy of policies) {
      for (const pod of subjectsOf(policy, pods)) {
        if (policy.ingress !== undefined) ingress[pod].push(policy);
        if (policy.egress !== undefined) egress[pod].push(policy);
      }
    }
    return new Selections(pods, ingress, egress);
  }

  private constructor(
    private readonly pods: PodClasses,
    private readonly ingress: PerClass,
    private readonly egress: PerClass,
  ) {}

  /** The policies that isolate an endpoint in a direction; none isolates an address. */
  of(endpoint: number, direction: Direction): readonly Policy[] {
    return (direction === Direction.INGRESS ? this.ingress : this.egress)[endpoint] ?? [];
  }

  /** The same with one policy in the place of another; either may be missing. */
  replace(old: Policy | undefined, next: Policy | undefined): Selections {
    const [ingress, egress] = [[...this.ingress], [...this.egress]];
    for (const pod of old === undefined ? [] : subjectsOf(old, this.pods)) {
      ingress[pod] = ingress[pod].filter(policy => policy !== old);
      egress[pod] = egress[pod].filter(policy => policy !== old);
    }
    for (const pod of next === undefined ? [] : subjectsOf(next, this.pods)) {
      if (next?.ingress !== undefined) ingress[pod] = [...ingress[pod], next];
      if (next?.egress !== undefined) egress[pod] = [...egress[pod], next];
    }
    return new Selections(this.pods, ingress, egress);
  }
}

function subjectsOf({ podSelector, namespace }: Policy, pods: PodClasses): Iterable<number> {
  return pods.select(Pods._of(podSelector), namespace ?? '').ids;
}
