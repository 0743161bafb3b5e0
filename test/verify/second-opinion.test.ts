import fc from 'fast-check';
import { init } from 'z3-solver';
import { spaceOf } from '../../src/verify/space/comparison';
import { Questions } from '../../src/verify/space/questions';
import { Existence } from '../../src/verify/space/space';
import { PATIENCE, runs } from './long';
import { policySketch, surroundingsOf, worldOf } from './policy-sketches';
import { NARROW } from './pools';
import { policiesOf } from './sketch-policies';
import { connectionsOf, question, QuestionSketch } from './sketch-questions';
import { Smt } from './smt';
import { and, not, or, SmtConnection } from './smt-connection';
import { PolicySketch } from './universe';

jest.setTimeout(PATIENCE);

/** So many doubts are tried in every way; questions with more are left to brute force. */
const MOST_DOUBTS = 5;

const KEYS = NARROW.namespaceKeys;

interface Case {
  readonly sketch: PolicySketch;
  readonly others: PolicySketch;
  readonly asked: QuestionSketch;
  readonly except: QuestionSketch | null;
}

const cases: fc.Arbitrary<Case> = fc
  .record({
    sketch: policySketch,
    drop: fc.nat(),
    more: policiesOf(NARROW, 1),
    asked: question,
    except: fc.option(question),
  })
  .map(({ sketch, drop, more, ...rest }) => {
    const kept = sketch.policies.filter((_, index) => index !== drop % sketch.policies.length);
    return { sketch, others: { ...sketch, policies: [...kept, ...more] }, ...rest };
  });

/** What is used of the module that z3-solver has no types for. */
interface Emscripten {
  readonly PThread: { terminateAllThreads(): void };
  ccall(name: string, returns: 'string', types: readonly ['number', 'string'], values: readonly unknown[]): string;
}

describe('an SMT solver', () => {
  let solve: (script: string) => string;
  let end: () => void;

  beforeAll(async () => {
    const { Z3, em } = await init();
    const solver = em as Emscripten;
    solve = script => {
      // A context keeps what it was asked: one for all would grow without end.
      const context = Z3.mk_context(Z3.mk_config());
      // Z3's own asynchronous call hands a thread a text that is gone before a busy machine comes to read it.
      const said = solver.ccall('Z3_eval_smtlib2_string', 'string', ['number', 'string'], [context, script]);
      Z3.del_context(context);
      return said;
    };
    end = () => solver.PThread.terminateAllThreads();
  });

  afterAll(() => end());

  it('says the same of every pod that could exist', () => {
    const asked = fc.sample(cases, runs(25, 2_000)).flatMap(questionsOf);
    const answered = asked.flatMap(({ script, ...rest }) => (script === undefined ? [] : [{ ...rest, script }]));
    const said: string[] = [];
    for (let at = 0; at < answered.length; at += BATCH) {
      const scripts = answered.slice(at, at + BATCH).map(({ script }) => script);
      const lines = solve(scripts.join('\n')).trim().split('\n');
      if (lines.length !== 2 * scripts.length) throw new Error(lines.find(line => !/^(un)?sat$/.test(line)));
      said.push(...lines);
    }
    answered.forEach(({ what, found }, index) => {
      const [certain, possible] = said.slice(2 * index, 2 * index + 2);
      const verdict = certain === 'sat' ? 'some' : possible === 'sat' ? 'unknown' : 'none';
      expect([what, certain, possible, found.verdict]).toEqual([what, certain, possible, verdict]);
    });
    expect(answered.length).toBeGreaterThan(0.8 * asked.length);
    for (const verdict of ['some', 'none'] as const) {
      expect(answered.filter(({ found }) => found.verdict === verdict).length).toBeGreaterThan(answered.length / 20);
    }
  });
});

/** How many questions are asked at once. */
const BATCH = 50;

interface Asked {
  readonly what: string;
  readonly found: Existence;
  /** Undefined: too much is in doubt. */
  readonly script?: string;
}

/** The same three questions, asked of the verifier and put into words for the solver. */
function questionsOf({ sketch, others, asked, except }: Case): Asked[] {
  const space = spaceOf(surroundingsOf(sketch));
  const [questions, beyond] = [sketch, others].map(each => new Questions(space, worldOf(each)));
  const excepted = except ? [connectionsOf(except)] : [];
  const isAsked = (smt: Smt) => [smt.asked(asked), ...(except ? [not(smt.asked(except))] : [])];
  const inWords = (what: string) => JSON.stringify({ what, sketch, others, asked, except });
  const script = (claim: (smt: Smt) => string) => scriptOf(sketch, claim);
  return [
    {
      what: inWords('allowed'),
      found: questions.anyAllowed(connectionsOf(asked), excepted),
      script: script(smt => and(...isAsked(smt), smt.allowed(sketch))),
    },
    {
      what: inWords('denied'),
      found: questions.anyDenied(connectionsOf(asked), excepted),
      script: script(smt => and(...isAsked(smt), not(smt.allowed(sketch)))),
    },
    {
      what: inWords('allowed beyond'),
      found: questions.anyAllowedBeyond(beyond),
      script: script(smt => and(smt.allowed(sketch), not(smt.allowed(others)))),
    },
  ];
}

/** Asks for a connection of which a claim is true whatever is in doubt, and for one of which it can be. */
function scriptOf({ plan, namespaces }: PolicySketch, claimOf: (smt: Smt) => string): string | undefined {
  const connection = new SmtConnection(plan);
  const claim = claimOf(new Smt(connection));
  const doubts = [...connection.doubts.values()];
  if (doubts.length > MOST_DOUBTS) return undefined;
  const outcomes = Array.from({ length: 2 ** doubts.length }, (_, bits) => {
    const chosen = doubts.map((__, index) => String(((bits >> index) & 1) === 1));
    return doubts.length === 0 ? 'claim' : `(claim ${chosen.join(' ')})`;
  });
  const world = connection.world(namespaces, KEYS);
  const ask = (term: string) => `(push)(assert ${term})(check-sat)(pop)`;
  return [
    '(push)',
    connection.declarations(KEYS),
    `(define-fun claim (${doubts.map(doubt => `(${doubt} Bool)`).join(' ')}) Bool ${claim})`,
    `(assert ${world})`,
    ask(and(...outcomes)),
    ask(or(...outcomes)),
    '(pop)',
  ].join('\n');
}
