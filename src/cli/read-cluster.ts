import type { Cluster } from '../model/cluster';
import { FileError, readPaths } from '../read/files';
import { readTexts } from '../read/read-texts';
import type { NamedText, Reading } from '../read/reading';
import { findingLines } from '../report/findings';
import { notUnderstoodLines, skippedLines } from './input-remarks';
import { overlookedObject } from './invalid-object';
import { Refusal } from './refusal';
import { Session } from './session';

/** Where `cdk8s synth` writes. */
const DEFAULT_PATH = 'dist/';

/** What to read, and how much to say of it. */
export interface Input {
  readonly paths: readonly string[];
  /** Whether to name kinds that are skipped. */
  readonly verbose?: boolean;
}

/** Reads manifests. @throws FileError, also where there is no document at all */
export async function readInput({ paths, verbose = false }: Input, session: Session): Promise<Reading> {
  session.progress.say('reading files ...');
  const texts = paths.length === 0 ? readDefault() : readPaths(paths, session.readStdin);
  const reading = readTexts(session.progress.watch(texts, 'reading file'));
  if (reading.isEmpty) throw nothingIn(texts);
  session.progress.say('working out who reaches whom ...');
  const isWithoutPods = isComplete(reading) && reading.cluster.workloads.length === 0;
  if (isWithoutPods) await session.remarks.print([NO_WORKLOAD]);
  if (verbose || isWithoutPods) await session.remarks.print(skippedLines(reading));
  await session.remarks.print(notUnderstoodLines(reading, session.paintRemark));
  return reading;
}

const NO_WORKLOAD =
  'no workload was read: give the manifests of pods too, or ask about pods by their labels with netpol test';

/**
 * Reads manifests that an answer is to be about: each of them has to be readable.
 *
 * @throws Refusal for what is not, FileError
 */
export async function readCluster(input: Input, session: Session): Promise<Cluster> {
  const reading = await readInput(input, session);
  const { findings, cluster } = reading;
  if (!isComplete(reading)) throw new Refusal(findings.filter(({ lenient }) => !lenient));
  await session.remarks.print(findingLines(findings.map(overlookedObject), session.paintRemark));
  return cluster;
}

/** What is meant of objects that are left out is not known, and neither what others mean for them. */
export function isComplete({ findings }: Reading): boolean {
  return findings.every(({ lenient }) => lenient);
}

function readDefault(): NamedText[] {
  try {
    return readPaths([DEFAULT_PATH]);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new FileError(error.path, error.problem, `${error.fix}, or write it with cdk8s synth`);
  }
}

/** As when the program before a pipe fails. */
function nothingIn(texts: readonly NamedText[]): FileError {
  const names = texts.map(({ name }) => name).join(', ');
  return new FileError(names, 'there is no manifest in it', 'see whether what writes it has failed');
}
