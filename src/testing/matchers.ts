import { at, Check, inWords, isRecord } from '../model/check';
import { Claim, podsClaim, reachClaim } from '../model/claim';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { objectionToBeing } from './equivalence';
import { Network } from './network';
import { NetworkMatchers } from './network-matchers';
import { objectionTo } from './objection';

/** What a test runner gives to a matcher. */
export interface MatcherState {
  /** Whether `not` stands before the matcher. */
  readonly isNot?: boolean;
}

/** What a test runner takes from a matcher. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** The matchers as a test runner calls them. */
type Matchers = {
  readonly [Name in keyof NetworkMatchers]: (
    this: MatcherState,
    received: unknown,
    ...expected: Parameters<NetworkMatchers[Name]>
  ) => MatcherResult;
};

/** For `expect.extend` of jest and vitest. */
export const matchers: Matchers = {
  toAllow(received, ...connections) {
    return judge(this, received, reachClaim(this.isNot ? 'none allowed' : 'all allowed', named(connections)));
  },
  toDeny(received, ...connections) {
    return judge(this, received, reachClaim(this.isNot ? 'some allowed' : 'none allowed', named(connections)));
  },
  toIsolate(received, pods, direction) {
    return judge(this, received, podsClaim(this.isNot ? 'none affected' : 'all isolated', pods, direction));
  },
  toHaveNoEffectOn(received, pods) {
    return judge(this, received, podsClaim(this.isNot ? 'some affected' : 'none affected', pods));
  },
  toBeEquivalentTo(received, other) {
    const [one, two] = [aNetwork(received), at('other', aNetwork, other)].map(network => network._index().reach);
    return resultOf(this, objectionToBeing(this.isNot ? 'different' : 'same', one, two));
  },
};

function judge(state: MatcherState, received: unknown, claim: Claim): MatcherResult {
  return resultOf(state, objectionTo(aNetwork(received)._index(), claim));
}

/** An objection fails the test with and without `not`: what it objects to is what the test says with it. */
function resultOf({ isNot = false }: MatcherState, objection: string | undefined): MatcherResult {
  return { pass: (objection === undefined) !== isNot, message: () => objection ?? '' };
}

function named([from, to, options]: readonly unknown[]): object {
  return { ...optionsOf(options), from, to };
}

/** Ports may stand by themselves. */
function optionsOf(options: unknown): object {
  if (options instanceof Port) return { ports: [options] };
  if (options === undefined || Array.isArray(options)) return { ports: options };
  if (isRecord(options)) return options;
  throw new PolicyError({
    code: 'wrong-type',
    value: options,
    problem: `${inWords(options)} does not fit`,
    fix: 'give a port, such as Port.tcp(8080), a list of ports, or { ports, except, exceptTo }',
  });
}

const aNetwork: Check<Network> = value => {
  if (value instanceof Network) return value;
  throw new PolicyError({
    code: 'wrong-type',
    value,
    problem: `${inWords(value)} is no network`,
    fix: 'write expect(Network.of(app))',
  });
};
