import { AdminPolicy } from '../../model/admin-policy';
import { Expectation } from '../../model/expectation';
import { Policy } from '../../model/policy';
import { ask } from '../ask/ask';
import { strangerAmong } from '../ask/strangers';
import { Answer, Connection } from '../ends/connection';
import { UnknownEndpoint } from '../ends/find-endpoint';
import { Reach } from '../reach/reach';
import { decidingPolicies } from './deciding-policies';
import { decide } from './explain';

/** What became of an expectation. */
export interface ExpectationResult extends Pick<Answer, 'verdict' | 'reason'> {
  readonly expectation: Expectation;
  /** Undefined where nothing is expected. */
  readonly pass?: boolean;
  /** A connection that contradicts the expectation; where nothing is expected, one that is allowed. */
  readonly witness?: Connection;
  /** The policies that make the witness what it is. */
  readonly policies: readonly (Policy | AdminPolicy)[];
}

/** Asks whether an expectation holds. One whose ends stand for nothing that was read does not. */
export function resultOf(reach: Reach, expectation: Expectation): ExpectationResult {
  const { expect } = expectation.written;
  const { verdict, reason, ...connections } = answerTo(reach, expectation);
  const pass = expect === undefined ? undefined : verdict === expect;
  const stranger = pass
    ? strangerAmong([expectation.question.from, expectation.question.to], reach.cluster)
    : undefined;
  if (stranger !== undefined) return { expectation, verdict: 'unknown', pass: false, policies: [], reason: stranger };
  const contrary = expect === 'allow' ? connections.denied : connections.allowed;
  const witness = pass ? undefined : contrary;
  const policies = witness === undefined ? [] : decidingPolicies(decide(reach, witness));
  return { expectation, verdict, pass, witness, policies, reason: verdict === 'unknown' ? reason : undefined };
}

function answerTo(reach: Reach, { question }: Expectation): Answer {
  try {
    return ask(reach, question);
  } catch (error) {
    if (!(error instanceof UnknownEndpoint)) throw error;
    return { verdict: 'unknown', reason: error.message };
  }
}
