import { EndpointRef, refInWords } from '../model/endpoint-ref';
import { Expectation } from '../model/expectation';
import { locationInWords } from '../model/origin';
import { ExpectationResult } from '../verify/explain/expectation-result';
import { connectionJson, SingleConnectionJson } from './connection-json';
import { describeConnection, describePolicy, policyName, VERDICT_IN_WORDS } from './names';
import { Paint } from './paint';

/** An expectation and what became of it, as `--json` prints it: first the fields as they are written. */
export interface ExpectationJson {
  readonly from: unknown;
  readonly to: unknown;
  readonly except?: unknown;
  readonly exceptTo?: unknown;
  readonly protocol?: string;
  readonly port?: number | string;
  readonly expect?: 'allow' | 'deny';
  /** All of it is allowed, none of it is, some of it is, or it cannot be told. */
  readonly verdict: 'allow' | 'deny' | 'some' | 'unknown';
  /** Left out where nothing is expected. */
  readonly pass?: boolean;
  /** One connection that contradicts the expectation; where nothing is expected, one that is allowed. */
  readonly witness?: SingleConnectionJson;
  readonly because?: {
    /** What the file says. */
    readonly text?: string;
    /** What decides about the witness. */
    readonly policies?: readonly string[];
  };
  /** Why it cannot be told. */
  readonly reason?: string;
}

/** What `netpol test --json` prints. */
export interface TestJson {
  /** How many hold. */
  readonly passed: number;
  /** How many do not. */
  readonly failed: number;
  /** In the order of the file. */
  readonly results: readonly ExpectationJson[];
}

/** What became of expectations, as `--json` prints it. */
export function resultsJson(results: readonly ExpectationResult[]): TestJson {
  return { passed: count(results, true), failed: count(results, false), results: results.map(resultJson) };
}

function resultJson({ expectation, verdict, pass, witness, policies, reason }: ExpectationResult): ExpectationJson {
  const { because: text, expect, ...question } = expectation.written;
  const names = witness === undefined ? undefined : policies.map(policyName);
  return {
    ...question,
    expect,
    verdict,
    pass,
    witness: witness && connectionJson(witness),
    because: text === undefined && names === undefined ? undefined : { text, policies: names },
    reason,
  };
}

/** A line for each expectation, more for each that does not hold. */
export function* resultLines(results: readonly ExpectationResult[], paint: Paint): Generator<string> {
  for (const result of results) yield* linesOf(result, paint);
  const failed = count(results, false);
  const asked = results.filter(({ pass }) => pass === undefined).length;
  const parts = [`${count(results, true)} hold`, `${failed} ${failed === 1 ? 'does' : 'do'} not`];
  if (asked > 0) parts.push(`${asked} only asked`);
  yield '';
  yield paint(failed > 0 ? 'bad' : 'good', parts.join(', '));
}

function* linesOf(result: ExpectationResult, paint: Paint): Generator<string> {
  const { expectation, verdict, pass, reason } = result;
  const question = questionInWords(expectation);
  if (pass === true) yield `${paint('good', 'ok')}    ${question}: ${VERDICT_IN_WORDS[verdict]}`;
  else if (pass === false) {
    yield* [`${paint('bad', 'FAIL')}  ${question}`, `      ${paint('bad', brokenInWords(result))}`];
  } else yield `${paint('heading', 'asked')} ${question}: ${VERDICT_IN_WORDS[verdict]}`;
  if (reason !== undefined) yield `      ${paint('doubt', reason)}`;
  if (pass === false) yield* brokenLines(result).map(line => `      ${line}`);
}

function brokenInWords({ expectation, verdict }: ExpectationResult): string {
  const is = verdict === 'some' ? 'only a part is allowed' : `it is ${VERDICT_IN_WORDS[verdict]}`;
  if (expectation.written.expect === 'allow') return `has to be allowed, ${is}`;
  return `has to be denied, ${verdict === 'some' ? 'a part is allowed' : is}`;
}

function brokenLines({ expectation, witness, policies }: ExpectationResult): string[] {
  const { because, expect } = expectation.written;
  const lines = because === undefined ? [] : [`because: ${because.trim().replace(/\s+/g, ' ')}`];
  if (witness !== undefined) {
    lines.push(`${expect === 'allow' ? 'denied' : 'allowed'}: ${describeConnection(witness)}`);
    if (policies.length === 0) lines.push('no policy isolates either end');
    else lines.push(...policies.map(policy => `by ${describePolicy(policy)}`));
  }
  return [...lines, `stated at ${locationInWords(expectation.origin.at())}`];
}

function questionInWords({ question: { from, to, except, exceptTo, ports } }: Expectation): string {
  return `${endInWords(from, except)} -> ${endInWords(to, exceptTo)}, ${ports.join(', ')}`;
}

function endInWords(end: EndpointRef, except: readonly EndpointRef[] = []): string {
  return [refInWords(end), ...(except.length > 0 ? [`except ${except.map(refInWords).join(' and ')}`] : [])].join(' ');
}

function count(results: readonly ExpectationResult[], pass: boolean): number {
  return results.filter(result => result.pass === pass).length;
}
