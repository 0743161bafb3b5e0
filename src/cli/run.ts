import { CommanderError } from 'commander';
import { PolicyError } from '../model/policy-error';
import { ExitCode } from './exit-code';
import { programFor } from './program';
import { Refusal } from './refusal';
import { Session, Streams } from './session';

/** Does what a command line says. @returns the exit code */
export async function run(args: readonly string[], streams: Streams): Promise<ExitCode> {
  const session = new Session(streams);
  let code: ExitCode = 0;
  try {
    const program = programFor(session, verdict => (code = verdict));
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    // Commander has said it already; help and version are no failure.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
    await session.remarks.print(wordsOf(error, session));
    return 2;
  }
  return code;
}

/** Errors that say what is wrong with the input. */
const OF_INPUT = new Set(['FileError', 'UnknownEndpoint', 'UsageError']);

function wordsOf(error: unknown, { paintRemark }: Session): Iterable<string> {
  const head = paintRemark('bad', 'error:');
  if (error instanceof Refusal) return error.lines(paintRemark);
  if (error instanceof PolicyError) return [`${head} ${error.problem}; ${error.fix}`];
  if (!(error instanceof Error)) return [`${head} ${String(error)}`];
  if (OF_INPUT.has(error.name)) return [`${head} ${error.message}`];
  return [`${head} this is a mistake in netpol; please report it with what follows`, error.stack ?? error.message];
}
