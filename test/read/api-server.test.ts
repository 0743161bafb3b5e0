import { readObjects } from '../../src/read/read-objects';
import { conformanceCases, describeShared } from '../shared';

/** A NetworkPolicy, and what a real API server said to it. */
interface ApiServerCase {
  readonly name: string;
  readonly object: unknown;
  readonly accepted: boolean;
  /** What is wrong with which field; empty where the object could not even be decoded. */
  readonly causes?: readonly { readonly field: string }[];
  readonly message?: string;
}

/** Refused for the request that it came with: from a manifest nobody could tell. */
const OF_THE_REQUEST = 'namespace mismatch';

/** The fields that the answer names. */
function fieldsOf({ causes = [], message = '' }: ApiServerCase): string[] {
  if (causes.length > 0) return [...new Set(causes.map(({ field }) => field))].sort();
  if (message.includes('API version in the data')) return ['apiVersion'];
  if (message.includes('no kind')) return ['kind'];
  const unknown = /unknown field "(.+?)"/.exec(message);
  if (unknown !== null) return [unknown[1]];
  // Go names the type first, and no numbers of items.
  const decoded = /Go struct field \w+\.(\S+)/.exec(message);
  return decoded === null ? [] : [decoded[1]];
}

function withoutIndexes(path: string): string {
  return path.replace(/\[\d+\]/g, '');
}

describeShared('a real API server, asked about NetworkPolicies at the edge of every rule', folder => {
  const cases = conformanceCases<ApiServerCase>(folder, 'apiserver');

  it('was asked about 135', () => expect(cases).toHaveLength(135));

  it.each(cases.map(each => [each.name, each] as const))('says the same: %s', (name, each) => {
    const { findings, cluster } = readObjects([{ object: each.object, origin: name }]);
    const isAccepted = each.accepted || name === OF_THE_REQUEST;
    expect(findings.length === 0).toBe(isAccepted);
    if (isAccepted) expect(cluster.policies).toHaveLength(1);
    else {
      const expected = fieldsOf(each);
      const named = [...new Set(findings.map(({ path }) => path))].sort();
      expect(expected.some(path => path.includes('[')) ? named : named.map(withoutIndexes)).toEqual(
        expected.some(path => path.includes('[')) ? expected : expected.map(withoutIndexes),
      );
    }
  });
});
