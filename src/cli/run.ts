import { CommanderError } from 'commander';
import { PolicyError } from '../model/policy-error';
import { ExitCode } from './exit-code';
import { programFor } from './program';
import { Refusal } from './refusal';
import { Session, Streams } from './session';

/** Does what a command line says. @returns the exit code */
export async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const session = new Session(streams);
  try {
    return await answerTo(args, session);
  } catch (error) {
    // Where nothing can be written, the exit code says it alone.
    await session.remarks.print(wordsOf(error, session)).catch(() => undefined);
    return 2;
  } finally {
    session.progress.clear();
  }
}

async function answerTo(args: readonly string[], session: Session): Promise<ExitCode> {
  let code: ExitCode = 0;
  const said = { help: '', refusal: '' };
  const program = programFor(session, {
    answered: verdict => (code = verdict),
    helped: text => (said.help += text),
    refused: text => (said.refusal += text),
  });
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help and version are no failure.
    code = error.exitCode === 0 ? 0 : 2;
  }
  await session.answer.print(linesOf(said.help));
  await session.remarks.print(linesOf(said.refusal));
  return code;
}

function linesOf(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** Errors that say what is wrong with the input, or with the place where the answer goes. */
const OF_SURROUNDINGS = new Set(['FileError', 'OutputError', 'UnknownEndpoint', 'UsageError']);

function wordsOf(error: unknown, { paintRemark }: Session): Iterable<string> {
  const head = paintRemark('bad', 'error:');
  if (error instanceof Refusal) return error.lines(paintRemark);
  if (error instanceof PolicyError) return [`${head} ${error.problem}; ${error.fix}`];
  if (!(error instanceof Error)) return [`${head} ${String(error)}`];
  if (OF_SURROUNDINGS.has(error.name)) return [`${head} ${error.message}`];
  const mistake = `${head} this is a mistake in netpol; please report it with what follows`;
  return [mistake, ...linesOf(error.stack ?? error.message)];
}
