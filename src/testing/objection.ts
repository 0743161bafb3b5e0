import { Claim, Endpoint, ReachClaim } from '../model/claim';
import { EndpointRef, refInWords } from '../model/endpoint-ref';
import { UnreadObject } from '../read/not-understood';
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

/** Pods that are not understood may be behind any Service of their namespace; other ends are the same without them. */
function objectionToServices(index: Indexed, claim: Claim): string | undefined {
  if (index.unreadPods.length === 0) return undefined;
  const aside = isAboutReach(claim) ? [...claim.except, ...claim.exceptTo] : [];
  for (const ref of [...endsOf(claim), ...aside].flatMap(refsOf)) {
    const unread = unreadBehind(ref, index);
    if (unread.length === 0) continue;
    return `which pods are behind ${refInWords(ref)} cannot be told: ${notUnderstood(unread)}; ${fixFor(unread)}`;
  }
  return undefined;
}

/** What may make pods behind a Service; none for an end that is no Service. */
function unreadBehind(ref: EndpointRef, { reach, unreadPods }: Indexed): UnreadObject[] {
  const service = ref.kind === 'named' ? findEndpoint(ref, reach.cluster).service : undefined;
  if (service === undefined) return [];
  return unreadPods.filter(({ namespace = service.namespace }) => namespace === service.namespace);
}

function unreadIn({ unreadPods }: Indexed): string {
  return unreadPods.length === 0 ? '' : `; ${notUnderstood(unreadPods)}`;
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
