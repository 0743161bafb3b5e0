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
    if (error instanceof UnknownEndpoint) return `${error.message}${hintFor(reach)}`;
    throw error;
  }
}

/** A program that writes policies alone has no names. */
function hintFor({ cluster }: Reach): string {
  const isWithoutNames = cluster.workloads.length === 0 && cluster.services.length === 0;
  return isWithoutNames ? "; give pods by their labels, such as Pods.labeled({ app: 'web' }).inNamespace('shop')" : '';
}

function endsOf(claim: Claim): Endpoint[] {
  return isAboutReach(claim) ? [claim.from, claim.to] : [claim.pods];
}

function isAboutReach(claim: Claim): claim is ReachClaim {
  return 'from' in claim;
}
