import { Claim, Endpoint, ReachClaim } from '../model/claim';
import { strangerAmong } from '../verify/ask/strangers';
import { UnknownEndpoint } from '../verify/ends/find-endpoint';
import { Reach } from '../verify/reach/reach';
import { refsOf } from './endpoints';
import { objectionToPods } from './objection-to-pods';
import { objectionToReach } from './objection-to-reach';

/**
 * What speaks against a claim, for people; undefined where it holds.
 *
 * What cannot be told speaks against a claim and against its opposite, and so does an end that nothing is about.
 */
export function objectionTo(reach: Reach, claim: Claim): string | undefined {
  try {
    const stranger = strangerAmong(endsOf(claim).flatMap(refsOf), reach.cluster);
    return stranger ?? (isAboutReach(claim) ? objectionToReach(reach, claim) : objectionToPods(reach, claim));
  } catch (error) {
    if (error instanceof UnknownEndpoint) return error.message;
    throw error;
  }
}

function endsOf(claim: Claim): Endpoint[] {
  return isAboutReach(claim) ? [claim.from, claim.to] : [claim.pods];
}

function isAboutReach(claim: Claim): claim is ReachClaim {
  return 'from' in claim;
}
