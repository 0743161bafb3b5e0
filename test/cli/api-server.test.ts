import { Answered, fieldsOf, isAccepted, likeFields } from '../read/api-server-answers';
import { conformanceCases, describeShared } from '../shared';
import { netpolIn } from './netpol';

describeShared('netpol check of what a real API server was given', folder => {
  const cases = conformanceCases<Answered>(folder, 'apiserver');

  it.each(cases.map(each => [each.name, each] as const))('says the same: %s', async (_, each) => {
    const { code, stdout } = await netpolIn({ stdin: JSON.stringify(each.object) }, 'check', '--json', '-');
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; path?: string }[] };
    const invalid = findings.filter(({ rule }) => rule === 'invalid-object');
    if (isAccepted(each)) expect(invalid).toEqual([]);
    else {
      expect(code).toBe(1);
      const [named, expected] = likeFields(
        invalid.map(({ path = '' }) => path),
        fieldsOf(each),
      );
      expect(named).toEqual(expected);
    }
  });
});
