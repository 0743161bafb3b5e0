import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The folder of an example. */
export function exampleFolder(name: string): string {
  return join(__dirname, '..', 'examples', name);
}

/** What is committed of an example's output, by file. */
export function committed(name: string): Map<string, string> {
  return filesIn(join(exampleFolder(name), 'dist'));
}

/** Runs an example's own program, with the library as it is in `src`: what it writes, and what it says. */
export function synthesized(name: string): { files: Map<string, string>; reach: string } {
  const folder = mkdtempSync(join(tmpdir(), 'netpol-'));
  const said: unknown[] = [];
  const listening = jest.spyOn(console, 'error').mockImplementation(line => said.push(line));
  process.env.CDK8S_OUTDIR = folder;
  jest.isolateModules(() => jest.requireActual(join(exampleFolder(name), 'main')));
  delete process.env.CDK8S_OUTDIR;
  listening.mockRestore();
  const files = filesIn(folder);
  rmSync(folder, { recursive: true });
  return { files, reach: said.join('\n') };
}

function filesIn(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}
