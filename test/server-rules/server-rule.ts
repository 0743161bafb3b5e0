import { PolicyErrorCode } from '../../src/model/policy-error';
import { refusalOf } from '../refusal';
import { conformanceCases, describeShared } from '../shared';

/** One rule of the API server at both sides of its edge, as arguments of a factory, and the code of the refusal. */
export type ServerRule = readonly [
  rule: string,
  accepted: readonly unknown[],
  refused: readonly unknown[],
  code: PolicyErrorCode,
  answers?: Answers,
];

/** Names of recorded answers to the same two values; where a value was not sent, there is none. */
export interface Answers {
  readonly accepted?: string;
  readonly refused?: string;
}

/** Tests that a factory has the API server's rules, and that a real server gave the same answers. */
export function describeRules(
  subject: string,
  make: (...given: never[]) => unknown,
  rules: readonly ServerRule[],
): void {
  describe(`by the rules of the API server, ${subject}`, () => {
    it.each(rules)('%s', (_, ...[accepted, refused, code]) => {
      expect(() => make(...(accepted as never[]))).not.toThrow();
      expect(refusalOf(() => make(...(refused as never[]))).code).toBe(code);
    });
  });
  const answered = rules.flatMap(([rule, , , , answers]) => (answers === undefined ? [] : [{ rule, ...answers }]));
  if (answered.length === 0) return;
  describeShared(`by the answers of a real API server, ${subject}`, folder => {
    const recorded = conformanceCases<{ name: string; accepted: boolean }>(folder, 'apiserver');
    const answerOf = (name: string) => recorded.find(each => each.name === name)?.accepted;
    it.each(answered)('$rule', ({ accepted, refused }) => {
      if (accepted !== undefined) expect(answerOf(accepted)).toBe(true);
      if (refused !== undefined) expect(answerOf(refused)).toBe(false);
    });
  });
}
