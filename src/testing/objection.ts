import { Claim, Endpoint, ReachClaim } from '../model/claim';
import { EndpointRef, refInWords } from '../model/endpoint-ref';
import { whyStranger } from '../verify/ask/strangers';
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
    const stranger = endsOf(claim)
      .flatMap(refsOf)
      .flatMap(ref => strangeness(reach, ref) ?? [])[0];
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

function strangeness({ cluster }: Reach, ref: EndpointRef): string | undefined {
  const why = whyStranger(ref, cluster);
  return why && `nothing that was read is about ${refInWords(ref)}: ${why}`;
}

function isAboutReach(claim: Claim): claim is ReachClaim {
  return 'from' in claim;
}
