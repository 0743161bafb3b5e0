import { PodsClaim } from '../model/claim';
import { Direction } from '../model/direction';
import { Protocol } from '../model/protocol';
import { describePolicy } from '../report/names';
import { askSelection, isolatedPods, podsWithPolicies, Selection } from '../verify/ask/selection';
import { Participant } from '../verify/ends/connection';
import { locate } from '../verify/ends/locate';
import { Reach } from '../verify/reach/reach';
import { endpointInWords, refsOf } from './endpoints';

/** Which pods policies select for a direction. */
interface SelectionFor extends Selection {
  readonly direction: Direction;
}

/** What speaks against a claim about what policies select. @throws UnknownEndpoint for what stands for no pods */
export function objectionToPods(reach: Reach, claim: PodsClaim): string | undefined {
  const among = claim.kind === 'all isolated' ? isolatedPods : podsWithPolicies;
  const selections = claim.directions.flatMap(direction =>
    refsOf(claim.pods).map(ref => ({ direction, ...askSelection(reach, ref, among(reach, direction)) })),
  );
  const words = claimInWords(claim);
  const contradiction = contradictionOf(reach, claim, selections);
  if (contradiction !== undefined) return `${words}; ${contradiction}`;
  const isShown = claim.kind === 'some affected' && selections.some(({ selected }) => selected !== undefined);
  const reason = selections.find(each => each.reason !== undefined)?.reason;
  return isShown || reason === undefined ? undefined : `${words}; whether that is so cannot be told: ${reason}`;
}

function claimInWords({ kind, pods, directions }: PodsClaim): string {
  const [who, where] = [endpointInWords(pods), directions.join(' and ').toLowerCase()];
  switch (kind) {
    case 'all isolated':
      return `${who} should be isolated for ${where}`;
    case 'none affected':
      return `no policy should be about ${who} for ${where}`;
    case 'some affected':
      return `some policy should be about ${who} for ${where}`;
  }
}

function contradictionOf(reach: Reach, { kind }: PodsClaim, selections: readonly SelectionFor[]): string | undefined {
  const [selected] = selections.filter(each => each.selected !== undefined);
  const [unselected] = selections.filter(each => each.unselected !== undefined);
  switch (kind) {
    case 'all isolated':
      return unselected && `no policy isolates ${unselected.unselected?.name} for ${word(unselected.direction)}`;
    case 'none affected':
      return (
        selected?.selected &&
        `${policiesAbout(reach, selected.selected, selected.direction)} for ${word(selected.direction)}`
      );
    case 'some affected':
      return selected === undefined && selections.every(({ reason }) => reason === undefined) ? 'none is' : undefined;
  }
}

/** `shop/web (shop/web) is about a pod app=web in namespace shop`. */
function policiesAbout(before: Reach, pod: Participant, direction: Direction): string {
  const { reach, to } = locate(before, { from: pod, to: pod, protocol: Protocol.TCP, port: 1 });
  const policies = [...reach.policiesOf(to, direction), ...reach.adminPoliciesOf(to, direction)];
  return `${policies.map(describePolicy).join(' and ')} ${policies.length === 1 ? 'is' : 'are'} about ${pod.name}`;
}

function word(direction: Direction): string {
  return direction.toLowerCase();
}
