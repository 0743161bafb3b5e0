import { conformanceCases, describeShared } from '../shared';
import { refusedFields } from './api-server';

interface Answer {
  readonly name: string;
  readonly object: unknown;
  readonly accepted: boolean;
  /** Empty where the object could not even be decoded. */
  readonly causes?: readonly { readonly field: string }[];
}

/** The namespace that the recorded objects were sent to. */
const NAMESPACE = 'default';

describeShared('the statement of what the API server refuses, and the answers of a real one', shared => {
  const answers = conformanceCases<Answer>(shared, 'apiserver');

  it('has 135 answers to compare with', () => expect(answers).toHaveLength(135));

  it.each(answers.map(answer => [answer.name, answer] as const))(
    'agree on %s',
    (_, { object, accepted, causes = [] }) => {
      const refused = refusedFields(object, NAMESPACE);
      expect(refused.length === 0).toBe(accepted);
      if (causes.length > 0) {
        expect([...new Set(refused)].sort()).toEqual([...new Set(causes.map(({ field }) => field))].sort());
      }
    },
  );
});
