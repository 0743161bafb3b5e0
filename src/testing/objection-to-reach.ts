import { ReachClaim } from '../model/claim';
import { ask } from '../verify/ask/ask';
import { Answer, combine, Connection } from '../verify/ends/connection';
import { Reach } from '../verify/reach/reach';
import { endpointInWords, refsOf } from './endpoints';
import { explained } from './explained';

/** How an answer bears on a claim. */
interface Bearing {
  readonly isKept: boolean;
  /** A connection that contradicts it, if one does for sure. */
  readonly contrary?: Connection;
  readonly claim: string;
  readonly contradiction: string;
}

/** What speaks against a claim about connections. @throws UnknownEndpoint for a name that stands for nothing */
export function objectionToReach(reach: Reach, claim: ReachClaim): string | undefined {
  const answer = answerTo(reach, claim);
  const { isKept, contrary, claim: words, contradiction } = bearingOn(claim, answer);
  if (isKept) return undefined;
  if (contrary === undefined) return `${words}; whether that is so cannot be told: ${answer.reason}`;
  return [`${words}; ${contradiction}:`, ...explained(reach, contrary)].join('\n');
}

/** What is outside at both ends is nobody's business, unless nothing else is asked about. */
function answerTo(reach: Reach, { from, to, ports, except, exceptTo }: ReachClaim): Answer {
  const pairs = refsOf(from).flatMap(source => refsOf(to).map(destination => ({ from: source, to: destination })));
  const inside = pairs.filter(ends => ends.from.kind !== 'addresses' || ends.to.kind !== 'addresses');
  const aside = { except: except.flatMap(refsOf), exceptTo: exceptTo.flatMap(refsOf) };
  return combine(inside.length > 0 ? inside : pairs, ends => ask(reach, { ...ends, ports, ...aside }));
}

function bearingOn(claim: ReachClaim, { verdict, allowed, denied }: Answer): Bearing {
  const connections = connectionsInWords(claim);
  switch (claim.kind) {
    case 'all allowed':
      return {
        isKept: verdict === 'allow',
        contrary: denied,
        claim: `every connection ${connections}${isOnEveryPort(claim) ? ' on every port' : ''} should be allowed`,
        contradiction: 'this one is not',
      };
    case 'none allowed':
      return {
        isKept: verdict === 'deny',
        contrary: allowed,
        claim: `no connection ${connections} should be allowed`,
        contradiction: 'this one is',
      };
    case 'some allowed':
      return {
        isKept: allowed !== undefined,
        contrary: verdict === 'deny' ? denied : undefined,
        claim: `some connection ${connections} should be allowed`,
        contradiction: 'none is, such as',
      };
  }
}

function isOnEveryPort({ ports }: Pick<ReachClaim, 'ports'>): boolean {
  return ports.some(({ protocol }) => protocol === undefined);
}

/** `shop/frontend -> shop/backend TCP 8080`; ports and what is left aside only where they are said. */
function connectionsInWords({ from, to, ports, except, exceptTo }: ReachClaim): string {
  const numbers = isOnEveryPort({ ports }) ? [] : [ports.join(', ')];
  const aside = [...except.map(endpointInWords), ...exceptTo.map(end => `to ${endpointInWords(end)}`)];
  const others = aside.length === 0 ? [] : [`(leaving aside ${aside.join(', ')})`];
  return [endpointInWords(from), '->', endpointInWords(to), ...numbers, ...others].join(' ');
}
