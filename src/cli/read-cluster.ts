import type { Cluster } from '../model/cluster';
import { FileError, readPaths } from '../read/files';
import { readTexts } from '../read/read-texts';
import type { NamedText, Reading } from '../read/reading';
import { findingLines } from '../report/findings';
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

/** Reads manifests. @throws FileError */
export async function readInput({ paths, verbose = false }: Input, session: Session): Promise<Reading> {
  session.progress.say('reading files ...');
  const texts = paths.length === 0 ? readDefault() : readPaths(paths, session.readStdin);
  const reading = readTexts(session.progress.watch(texts, 'reading file'));
  session.progress.say('working out who reaches whom ...');
  if (verbose) await session.remarks.print(skippedLines(reading));
  return reading;
}

/**
 * Reads manifests that an answer is to be about: each of them has to be readable.
 *
 * @throws Refusal for what is not, FileError
 */
export async function readCluster(input: Input, session: Session): Promise<Cluster> {
  const { findings, cluster, ...rest } = await readInput(input, session);
  if (findings.some(({ lenient }) => !lenient)) throw new Refusal(findings.filter(({ lenient }) => !lenient));
  await session.remarks.print(findingLines(findings.map(overlookedObject), session.paintRemark));
  if (cluster.workloads.length === 0) {
    await session.remarks.print(['no workload was read: give the manifests of pods, not only of policies']);
    if (!input.verbose) await session.remarks.print(skippedLines({ findings, cluster, ...rest }));
  }
  return cluster;
}

function readDefault(): NamedText[] {
  try {
    return readPaths([DEFAULT_PATH]);
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw new FileError(error.path, error.problem, `${error.fix}, or write it with cdk8s synth`);
  }
}

function skippedLines({ skipped }: Reading): string[] {
  const kinds = [...skipped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([kind, count]) => `${count} ${kind}`);
  return kinds.length === 0 ? [] : [`skipped: ${kinds.join(', ')}`];
}
