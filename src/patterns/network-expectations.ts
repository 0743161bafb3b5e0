import { findEngine } from '../facts/engines';
import { Check, instance, listOf, optional, shape, text } from '../model/check';
import { Cidr } from '../model/cidr';
import { Expectation } from './expectation';

/** What a check of the network takes. */
export interface NetworkExpectationsProps {
  /** What has to hold, at least one. */
  readonly expect: Expectation[];
  /**
   * Where pods have their addresses, such as `10.244.0.0/16`, for pods that do not say.
   *
   * @default - the private ranges: RFC 1918, 100.64.0.0/10, fc00::/7
   */
  readonly podCidrs?: string[];
  /**
   * The engine that enforces the policies, such as `cilium` or `calico`.
   *
   * @default - none: what the API says
   */
  readonly engine?: string;
  /**
   * Kinds that are not understood and are left aside, such as `CiliumNetworkPolicy.cilium.io`: what is expected is then
   * asked of all other policies and pods. Kinds that are understood always count.
   *
   * @default - none: nothing can be told where a kind of policy is not understood
   */
  readonly ignoreKinds?: string[];
}

/** A text that says something, as it is. */
function saying(meaning: (given: string) => unknown): Check<string> {
  return value => {
    const given = text(value);
    meaning(given);
    return given;
  };
}

const aBlock = saying(block => Cidr._of(block));

/** Checks such props, or refuses them. */
export const checkedExpectations = shape<NetworkExpectationsProps>({
  expect: listOf(
    instance(Expectation, 'an expectation, such as Expectation.deny({ from, to })'),
    'say what you expect',
  ),
  podCidrs: optional(listOf(aBlock, 'leave it out')),
  engine: optional(saying(findEngine)),
  ignoreKinds: optional(listOf(text, 'leave it out')),
});
