import { Claim, Endpoint, ReachClaim } from '../model/claim';
import { refInWords } from '../model/endpoint-ref';
import { strangerAmong } from '../verify/ask/strangers';
import { findEndpoint, UnknownEndpoint } from '../verify/ends/find-endpoint';
import { Reach } from '../verify/reach/reach';
import { refsOf } from './endpoints';
import { Indexed } from './network';
import { fixFor, notUnderstood } from './not-understood';
import { objectionToPods } from './objection-to-pods';
import { objectionToReach } from './objection-to-reach';

/**
 * What speaks against a claim, for people; undefined where it holds.
 *
 * What cannot be told speaks against a claim and against its opposite, and so does an end that nothing is about.
 */
export function objectionTo(index: Indexed, claim: Claim): string | undefined {
  const { reach } = index;
  try {
    const stranger = strangerAmong(endsOf(claim).flatMap(refsOf), reach.cluster);
    if (stranger !== undefined) return `${stranger}${unreadIn(index)}`;
    const objection = isAboutReach(claim) ? objectionToReach(reach, claim) : objectionToPods(reach, claim);
    return objection ?? objectionToServices(index, claim);
  } catch (error) {
    if (error instanceof UnknownEndpoint) return `${error.message}${hintFor(reach)}${unreadIn(index)}`;
    throw error;
  }
}

/** Pods that are not understood may be behind any Service; other ends are the same without them. */
function objectionToServices({ reach, unreadPods }: Indexed, claim: Claim): string | undefined {
  if (unreadPods.size === 0) return undefined;
  const aside = isAboutReach(claim) ? [...claim.except, ...claim.exceptTo] : [];
  const service = [...endsOf(claim), ...aside]
    .flatMap(refsOf)
    .find(ref => ref.kind === 'named' && findEndpoint(ref, reach.cluster).service !== undefined);
  if (service === undefined) return undefined;
  const who = `which pods are behind ${refInWords(service)} cannot be told`;
  return `${who}: ${notUnderstood(unreadPods)}; ${fixFor(unreadPods)}`;
}

function unreadIn({ unreadPods }: Indexed): string {
  return unreadPods.size === 0 ? '' : `; ${notUnderstood(unreadPods)}`;
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
