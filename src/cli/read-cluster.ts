import type { Cluster } from '../model/cluster';
import { FileError, readPaths } from '../read/files';
import { readTexts } from '../read/read-texts';
import type { NamedText, Reading } from '../read/reading';
import { findingLines } from '../report/findings';
import { overlookedFinding } from './input-finding';
import { notUnderstoodLines, skippedLines } from './input-remarks';
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
export async function readInput(input: Input, session: Session): Promise<Reading> {
  const reading = readManifests(input, session);
  await session.remarks.print(remarksOn(reading, input, session));
  return reading;
}

/**
 * Reads manifests that an answer is to be about: each of them has to be readable.
 *
 * @throws Refusal for what is not, FileError
 */
export async function readCluster(input: Input, session: Session): Promise<Cluster> {
  const [cluster] = await readClusters([input], session);
  return cluster;
}

/** The same for several inputs; what there is to remark on all of them is said once. @throws Refusal, FileError */
export async function readClusters(inputs: readonly Input[], session: Session): Promise<Cluster[]> {
  const readings = inputs.map(input => readManifests(input, session));
  const remarks = readings.map((reading, index) => remarksOn(reading, inputs[index], session));
  await session.remarks.print(together(remarks, inputs));
  const findings = readings.flatMap(reading => reading.findings);
  const refused = findings.filter(({ lenient }) => !lenient);
  if (refused.length > 0) throw new Refusal(refused);
  await session.remarks.print(findingLines(findings.map(overlookedFinding), session.paintRemark));
  session.progress.say('working out who reaches whom ...');
  return readings.map(({ cluster }) => cluster);
}

/** What is meant of objects that are left out is not known, and neither what others mean for them. */
export function isComplete({ findings }: Reading): boolean {
  return findings.every(({ lenient }) => lenient);
}

function readManifests({ paths }: Input, { progress, readStdin }: Session): Reading {
  const texts = paths.length === 0 ? readDefault() : readPaths(paths, readStdin);
  const reading = readTexts(progress.watch(texts, 'reading file'));
  if (reading.isEmpty) throw nothingIn(texts);
  return reading;
}

function remarksOn(reading: Reading, { verbose = false }: Input, { paintRemark }: Session): string[] {
  const isWithoutPods = isComplete(reading) && reading.cluster.workloads.length === 0;
  return [
    ...(isWithoutPods ? [NO_WORKLOAD] : []),
    ...(verbose || isWithoutPods ? skippedLines(reading) : []),
    ...notUnderstoodLines(reading, paintRemark),
  ];
}

const NO_WORKLOAD =
  'no workload was read: give the manifests of pods too, or ask about pods by their labels with netpol test';

/** Lines about several inputs: once where they are the same for all, otherwise each with its input in front. */
function together(remarks: readonly (readonly string[])[], inputs: readonly Input[]): readonly string[] {
  const [first, ...others] = remarks.map(lines => lines.join('\n'));
  if (others.every(lines => lines === first)) return remarks[0];
  return remarks.flatMap((lines, index) => lines.map(line => `${inputs[index].paths.join(', ')}: ${line}`));
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
