import { Policy } from '../model/policy';

/** The number of a list of policies; equal lists have equal numbers. */
export type PolicyListId = number;

/** Lists of policies, interned one policy at a time: most pods share theirs with others. */
export class PolicyLists {
  static readonly EMPTY: PolicyListId = 0;

  private readonly lists: (readonly Policy[])[] = [[]];
  private readonly longer: Map<Policy, PolicyListId>[] = [new Map()];

  /** The list with one more policy at its end. */
  append(list: PolicyListId, policy: Policy): PolicyListId {
    const known = this.longer[list].get(policy);
    if (known !== undefined) return known;
    const number = this.lists.length;
    this.longer[list].set(policy, number);
    this.lists.push([...this.lists[list], policy]);
    this.longer.push(new Map());
    return number;
  }

  /** The list without a policy. */
  without(list: PolicyListId, policy: Policy): PolicyListId {
    const rest = this.lists[list].filter(each => each !== policy);
    return rest.reduce((shorter, each) => this.append(shorter, each), PolicyLists.EMPTY);
  }

  policiesIn(list: PolicyListId): readonly Policy[] {
    return this.lists[list];
  }
}
