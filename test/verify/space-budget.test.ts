import { API_ALONE } from '../../src/model/assumptions';
import { LabelExpression } from '../../src/model/label-expression';
import { Anywhere } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { Port } from '../../src/model/port';
import { Connections, Questions } from '../../src/verify/space/questions';
import { Existence, Space } from '../../src/verify/space/space';
import { PATIENCE } from './long';

jest.setTimeout(PATIENCE);

describe('a question that takes much work', () => {
  it('is answered exactly as long as it is within the bound', () => {
    expect([pigeonsIn(5, 5).verdict, pigeonsIn(6, 5).verdict]).toEqual(['some', 'none']);
  });

  it('is unknown beyond the bound, and never guessed; the next question has its own bound', () => {
    const questions = questionsAboutNothing();
    const [hard, easy] = [pigeonsWith(questions, 11, 10), pigeonsWith(questions, 5, 5)];
    expect(hard).toEqual({ verdict: 'unknown', reason: 'it takes too much work to tell' });
    expect(easy.verdict).toBe('some');
  });
});

function questionsAboutNothing(): Questions {
  return new Questions(new Space([], API_ALONE), { policies: [], adminPolicies: [] });
}

function pigeonsIn(pigeons: number, holes: number): Existence {
  return pigeonsWith(questionsAboutNothing(), pigeons, holes);
}

/** Pods that have a hole for each pigeon, those aside that have one hole for two: hard for every solver of this kind. */
function pigeonsWith(questions: Questions, pigeons: number, holes: number): Existence {
  const values = Array.from({ length: holes }, (_, hole) => `h${hole}`);
  const keys = Array.from({ length: pigeons }, (_, pigeon) => `p${pigeon}`);
  const housed = keys.map(key => LabelExpression.in(key, values));
  const crowded = values.flatMap(value =>
    keys.flatMap((key, index) => keys.slice(index + 1).map(other => Pods.labeled({ [key]: value, [other]: value }))),
  );
  return questions.anyAllowed(
    from(Pods.matching(...housed)),
    crowded.map(pods => from(pods)),
  );
}

function from(pods: Pods): Connections {
  return { from: [pods.inAnyNamespace()], to: [Anywhere.INSTANCE], ports: [Port.all()] };
}
