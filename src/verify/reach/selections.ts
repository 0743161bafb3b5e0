import { Direction } from '../../model/direction';
import { Policy } from '../../model/policy';
import { PodClasses } from './pod-classes';
import { PolicyListId, PolicyLists } from './policy-lists';

/** Which policies isolate which pods, per direction. */
export class Selections {
  static of(policies: readonly Policy[], pods: PodClasses): Selections {
    const nobody = () => new Int32Array(pods.classes.length).fill(PolicyLists.EMPTY);
    const selections = new Selections(pods, new PolicyLists(), { Ingress: nobody(), Egress: nobody() });
    for (const policy of policies) selections.add(policy);
    return selections;
  }

  private constructor(
    private readonly pods: PodClasses,
    private readonly lists: PolicyLists,
    private readonly ofPod: Readonly<Record<Direction, Int32Array>>,
  ) {}

  /** The policies that isolate an endpoint in a direction; none isolates an address. */
  listOf(endpoint: number, direction: Direction): PolicyListId {
    return this.ofPod[direction][endpoint] ?? PolicyLists.EMPTY;
  }

  policiesIn(list: PolicyListId): readonly Policy[] {
    return this.lists.policiesIn(list);
  }

  /** The same with one policy in the place of another; either may be missing. */
  replace(old: Policy | undefined, next: Policy | undefined): Selections {
    const copy = { Ingress: this.ofPod.Ingress.slice(), Egress: this.ofPod.Egress.slice() };
    const selections = new Selections(this.pods, this.lists, copy);
    if (old !== undefined) selections.change(old, list => this.lists.without(list, old));
    if (next !== undefined) selections.add(next);
    return selections;
  }

  private add(policy: Policy): void {
    this.change(policy, list => this.lists.append(list, policy));
  }

  private change(
    { podSelector, namespace, ingress, egress }: Policy,
    change: (list: PolicyListId) => PolicyListId,
  ): void {
    const { Ingress, Egress } = this.ofPod;
    for (const pod of this.pods.select({ podSelector, namespace }).ids) {
      if (ingress !== undefined) Ingress[pod] = change(Ingress[pod]);
      if (egress !== undefined) Egress[pod] = change(Egress[pod]);
    }
  }
}
