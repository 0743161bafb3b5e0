import { Policy } from '../../model/policy';

/** The number of a list of policies; equal lists have equal numbers. */
export type PolicyListId = number;

/** How many policies fit into a key beside a list. */
const MOST_POLICIES = 2 ** 26;

/** Lists of policies, interned one policy at a time: most pods share theirs with others. */
export class PolicyLists {
  static readonly EMPTY: PolicyListId = 0;

  private readonly policies: (readonly Policy[] | undefined)[] = [[]];
  /** Each list is a shorter one and one more policy. */
  private readonly shorter: PolicyListId[] = [PolicyLists.EMPTY];
  private readonly last: (Policy | undefined)[] = [undefined];
  private readonly longer = new Map<number, PolicyListId>();
  private readonly numbers = new Map<Policy, number>();

  /** The list with one more policy at its end. */
  append(list: PolicyListId, policy: Policy): PolicyListId {
    const key = list * MOST_POLICIES + this.numberOf(policy);
    const known = this.longer.get(key);
    if (known !== undefined) return known;
    const id = this.shorter.push(list) - 1;
    this.last.push(policy);
    this.longer.set(key, id);
    return id;
  }

  /** The list without a policy. */
  without(list: PolicyListId, policy: Policy): PolicyListId {
    const rest = this.policiesIn(list).filter(each => each !== policy);
    return rest.reduce((shorter, each) => this.append(shorter, each), PolicyLists.EMPTY);
  }

  policiesIn(list: PolicyListId): readonly Policy[] {
    return (this.policies[list] ??= this.collect(list));
  }

  private collect(list: PolicyListId): Policy[] {
    const policies: Policy[] = [];
    for (let at = list; at !== PolicyLists.EMPTY; at = this.shorter[at]) policies.push(this.last[at] as Policy);
    return policies.reverse();
  }

  private numberOf(policy: Policy): number {
    const number = this.numbers.get(policy) ?? this.numbers.size;
    if (number === this.numbers.size) this.numbers.set(policy, number);
    return number;
  }
}
