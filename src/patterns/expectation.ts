import { optional, shape, text } from '../model/check';
import { Claim, CLAIMED_CONNECTIONS, ClaimedConnections, podsClaim, ReachClaim, reachClaim } from '../model/claim';
import { Direction } from '../model/direction';
import { IPeer } from '../model/peer';
import { naming } from '../model/policy-error';
import { Port } from '../model/port';

/** Connections that something is expected of: each source to each destination, on each port. */
export interface ExpectedConnections {
  /** Where they come from: `shop/frontend`, an address, a block, or pods that could exist. */
  readonly from: string | IPeer;
  /** Where they go. */
  readonly to: string | IPeer;
  /**
   * The destination's ports.
   *
   * @default - every port of every protocol
   */
  readonly ports?: Port[];
  /**
   * Sources that are left aside.
   *
   * @default - none
   */
  readonly except?: (string | IPeer)[];
  /**
   * Destinations that are left aside.
   *
   * @default - none
   */
  readonly exceptTo?: (string | IPeer)[];
  /**
   * Why it matters, for the one who breaks it.
   *
   * @default - not said
   */
  readonly because?: string;
}

const expectedConnections = shape<ClaimedConnections & Pick<ExpectedConnections, 'because'>>({
  ...CLAIMED_CONNECTIONS,
  because: optional(text),
});

/** Something that the policies of an app are expected to do, for {@link NetworkExpectations}. */
export class Expectation {
  /** All of these connections are allowed. */
  static allow(connections: ExpectedConnections): Expectation {
    return naming('Expectation.allow', () => Expectation.about('all allowed', connections));
  }

  /** None of these connections is allowed. */
  static deny(connections: ExpectedConnections): Expectation {
    return naming('Expectation.deny', () => Expectation.about('none allowed', connections));
  }

  /** These pods accept, and send, only what NetworkPolicies allow. @param direction left out: both */
  static isolate(pods: string | IPeer, direction?: Direction): Expectation {
    return naming('Expectation.isolate', () => new Expectation(podsClaim('all isolated', pods, direction)));
  }

  /** No policy is about any of these pods. */
  static noEffectOn(pods: string | IPeer): Expectation {
    return naming('Expectation.noEffectOn', () => new Expectation(podsClaim('none affected', pods)));
  }

  private static about(kind: ReachClaim['kind'], connections: unknown): Expectation {
    const { because, ...claimed } = expectedConnections(connections);
    return new Expectation(reachClaim(kind, claimed), because);
  }

  /** @internal */
  readonly _claim: Claim;
  /** @internal */
  readonly _because?: string;

  private constructor(claim: Claim, because?: string) {
    this._claim = claim;
    this._because = because;
  }
}
