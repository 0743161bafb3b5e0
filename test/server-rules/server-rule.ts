import { PolicyErrorCode } from '../../src/model/policy-error';
import { refusalOf } from '../refusal';

/** One rule of the API server at both sides of its edge, as arguments of a factory, and the code of the refusal. */
export type ServerRule = readonly [
  rule: string,
  accepted: readonly unknown[],
  refused: readonly unknown[],
  code: PolicyErrorCode,
];

/** Tests that a factory has the API server's rules. What a real server answers, test/read compares. */
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
}
