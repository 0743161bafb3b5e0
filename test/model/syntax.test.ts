import fc from 'fast-check';
import * as syntax from '../../src/model/syntax';
import * as names from '../api-server/names';

/** Short texts of the characters that the rules tell apart, and long ones around the limits. */
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom('a', 'B', '0', '-', '_', '.', '/', ' ', 'é', '\n'), maxLength: 6 }),
  fc
    .tuple(fc.constantFrom('a', '0', 'a.', 'a/'), fc.integer({ min: 1, max: 260 }))
    .map(([part, times]) => part.repeat(times)),
  fc
    .tuple(fc.integer({ min: 0, max: 255 }), fc.integer({ min: 0, max: 65 }))
    .map(([prefix, name]) => `${'p'.repeat(prefix)}/${'n'.repeat(name)}`),
);

describe('the syntax of names', () => {
  it.each<[string, syntax.SyntaxRule, (name: string) => boolean]>([
    ['a namespace', syntax.dnsLabelProblem, names.isDnsLabel],
    ['an object', syntax.dnsSubdomainProblem, names.isDnsSubdomain],
    ["a label's key", syntax.labelKeyProblem, names.isQualifiedName],
    ["a label's value", syntax.labelValueProblem, names.isLabelValue],
    ['a port', syntax.portNameProblem, names.isPortName],
  ])('of %s is that of the API server', (_, problem, isName) => {
    fc.assert(
      fc.property(text, one => expect(problem(one) === undefined).toBe(isName(one))),
      { numRuns: 500 },
    );
  });

  it.each([
    [
      syntax.dnsLabelProblem('Kube_System'),
      "must be lower-case letters, digits and '-', with a letter or digit at both ends",
    ],
    [syntax.dnsLabelProblem('a'.repeat(64)), 'has 64 characters, at most 63 are allowed'],
    [
      syntax.dnsSubdomainProblem('a..b'),
      "must be lower-case letters, digits, '-' and '.', with a letter or digit at the ends of every part",
    ],
    [
      syntax.labelKeyProblem('Example.com/a'),
      "has a prefix that must be lower-case letters, digits, '-' and '.', with a letter or digit at the ends of every part",
    ],
    [syntax.labelValueProblem('a b'), "must be letters, digits, '-', '_' and '.', with a letter or digit at both ends"],
    [syntax.portNameProblem('1234'), 'must be at least one letter'],
    [syntax.portNameProblem('a--b'), "must not contain '--'"],
    [syntax.portNameProblem('-a'), "must not begin or end with '-'"],
  ])('says what is wrong: %#', (problem, words) => expect(problem).toBe(words));
});
