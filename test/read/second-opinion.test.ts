import * as fc from 'fast-check';
import { refusedFields } from '../api-server/api-server';
import * as schema from '../api-server/schema';
import { networkPolicy, read } from './manifests';

/** What stands here and there where something else is wanted. */
const odd = fc.constantFrom<unknown>(null, '', 0, -1, true, {}, [], 'A b', 65_536, 80.5, [null], { a: 'b' });

/** Mostly one of the usual, now and then one that is wrong, or odd. */
function choice(usual: readonly unknown[], wrong: readonly unknown[] = []): fc.Arbitrary<unknown> {
  return mostly(
    wrong.length === 0
      ? fc.constantFrom(...usual)
      : fc.oneof(
          { weight: 15, arbitrary: fc.constantFrom(...usual) },
          { weight: 1, arbitrary: fc.constantFrom(...wrong) },
        ),
  );
}

function mostly(usual: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 60, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

function object(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
  const known = fc.record(fields, { requiredKeys: [] });
  const misspelt = known.map(right => ({ ...right, podselector: {} }));
  return mostly(fc.oneof({ weight: 60, arbitrary: known }, { weight: 1, arbitrary: misspelt }));
}

function list(item: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return mostly(fc.array(item, { maxLength: 2 }));
}

const value = choice(['', 'web', 'a_b.c'], ['-a', 'a b', 'v'.repeat(64)]);
const key = ['app', 'a'.repeat(63), 'x.io/y'];
const labels = mostly(
  fc.dictionary(
    fc.oneof(
      { weight: 15, arbitrary: fc.constantFrom(...key) },
      { weight: 1, arbitrary: fc.constantFrom('X.io/y', '-x', 'a/b/c', '', 'k'.repeat(64)) },
    ),
    value,
    { maxKeys: 2 },
  ),
);
const expression = fc.oneof(
  object({ key: choice(key, ['-x']), operator: choice(['In', 'NotIn'], ['Gt', 'Exists']), values: list(value) }),
  fc.record({ key: choice(key), operator: choice(['Exists', 'DoesNotExist']) }),
);
const selector = object({ matchLabels: labels, matchExpressions: list(expression) });
const cidr = choice(['10.0.0.0/8', '::/0'], ['10.0.0.5/24', '010.0.0.0/8', '10.0.0.0/33']);
const except = choice(['10.1.0.0/16', '2001:DB8::/32'], ['10.0.0.0/8', '10.1.0.1/16']);
const peer = fc.oneof(
  { weight: 9, arbitrary: object({ podSelector: selector, namespaceSelector: selector }) },
  { weight: 9, arbitrary: fc.record({ ipBlock: object({ cidr, except: list(except) }) }) },
  { weight: 1, arbitrary: object({ podSelector: selector, ipBlock: object({ cidr }) }) },
);
const port = object({
  protocol: choice(['TCP', 'UDP', 'SCTP'], ['ICMP']),
  port: choice([80, 65_535, 'http'], [0, 'HTTP', 'a--b', '80']),
  endPort: choice([80, 65_535], [79, 65_536]),
});
const spec = object({
  podSelector: selector,
  policyTypes: list(choice(['Ingress', 'Egress'], ['ingress'])),
  ingress: list(object({ from: list(peer), ports: list(port) })),
  egress: list(object({ to: list(peer), ports: list(port) })),
});
const metadata = fc.record(
  { name: choice(['web', 'a.b'], ['A', 'a..b']), labels, annotations: labels },
  { requiredKeys: ['name'] },
);

/** The API server names a map where one of its values is of another type; the second opinion names the value. */
function withoutLabelKey(field: string): string {
  return field.replace(/((?:^|\.)(?:matchLabels|labels|annotations))\..*$/s, '$1');
}

/** Each field once, but for an exception in a block that is none, and the end of a range that does not begin. */
function ofInterest(fields: readonly string[], refused = fields): string[] {
  const before = (field: string) => field.replace(/except\[\d+\]$/, 'cidr').replace(/endPort$/, 'port');
  return [...new Set(fields)].filter(field => before(field) === field || !refused.includes(before(field))).sort();
}

describe('of every NetworkPolicy that could be written', () => {
  it('what is refused is what somebody who wrote down the rules apart refuses, field by field', () =>
    fc.assert(
      fc.property(spec, metadata, (written, head) => {
        const policy = networkPolicy(written, head);
        const refused = refusedFields(policy, 'default').map(withoutLabelKey);
        const found = read(policy).findings.map(({ path }) => path);
        // What is not decoded the server does not validate; the reader names both.
        const isDecoded = schema.networkPolicy(policy, '').length === 0;
        if (isDecoded) expect(ofInterest(found)).toEqual(ofInterest(refused));
        else expect(found).toEqual(expect.arrayContaining(ofInterest(refused, found)));
      }),
      { numRuns: 2_000 },
    ));

  it('one in ten or so is accepted, or this would say little', () => {
    const accepted = fc
      .sample(fc.tuple(spec, metadata), 500)
      .filter(([written, head]) => refusedFields(networkPolicy(written, head), 'default').length === 0);
    expect(accepted.length).toBeGreaterThan(50);
  });
});
