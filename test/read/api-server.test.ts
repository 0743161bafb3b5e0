import { readObjects } from '../../src/read/read-objects';
import { conformanceCases, describeShared } from '../shared';
import { Answered, fieldsOf, isAccepted, likeFields } from './api-server-answers';

describeShared('a real API server, asked about NetworkPolicies at the edge of every rule', folder => {
  const cases = conformanceCases<Answered>(folder, 'apiserver');

  it('was asked about 135', () => expect(cases).toHaveLength(135));

  it.each(cases.map(each => [each.name, each] as const))('says the same: %s', (name, each) => {
    const { findings, cluster } = readObjects([{ object: each.object, origin: name }]);
    expect(findings.length === 0).toBe(isAccepted(each));
    if (isAccepted(each)) expect(cluster.policies).toHaveLength(1);
    else {
      const [named, expected] = likeFields(
        findings.map(({ path }) => path),
        fieldsOf(each),
      );
      expect(named).toEqual(expected);
    }
  });
});
