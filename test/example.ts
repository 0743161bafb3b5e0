import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';

const EXAMPLES = join(__dirname, '..', 'examples');

/** The folder of an example. */
export function exampleFolder(name: string): string {
  return join(EXAMPLES, name);
}

/** What an example's program did. */
export interface ExampleRun {
  /** Text of the files that it wrote, by path. */
  readonly files: Map<string, string>;
  /** What it said on standard error: `cdk8s synth` keeps the other for itself. */
  readonly said: string;
}

/** Runs an example's own program, with the library as it is in `src`. */
export function runExample(name: string): ExampleRun {
  const folder = mkdtempSync(join(tmpdir(), 'netpol-'));
  const said: unknown[] = [];
  const listening = (['error', 'warn'] as const).map(level =>
    jest.spyOn(console, level).mockImplementation((...lines: unknown[]) => void said.push(...lines)),
  );
  process.env.CDK8S_OUTDIR = folder;
  try {
    jest.isolateModules(() => jest.requireActual(join(exampleFolder(name), 'main')));
    return { files: filesIn(folder), said: said.join('\n') };
  } finally {
    delete process.env.CDK8S_OUTDIR;
    for (const each of listening) each.mockRestore();
    rmSync(folder, { recursive: true });
  }
}

/** What is committed as an example's output. */
export function committedOutput(name: string): Map<string, string> {
  return filesIn(join(exampleFolder(name), 'dist'));
}

function filesIn(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(path => path.endsWith('.yaml'));
  return new Map(paths.sort().map(path => [path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8')]));
}
