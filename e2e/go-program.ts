import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs';
import { basename, join } from 'node:path';
import { CACHE } from './cache';
import { Needed } from './describe-with';

/** A program that is built from Go modules. */
export interface GoProgram {
  /** The folder with its go.mod and go.sum. */
  readonly folder: string;
  /** The package to build; `.` is the folder itself. */
  readonly package: string;
  /** Variables of the program that its own release sets, such as its version. */
  readonly variables?: Readonly<Record<string, string>>;
}

/** The program's file, built if it is not in the cache; missing where Go is, or the modules are not to be had. */
export function goProgram(program: GoProgram): Needed<string> {
  const file = join(CACHE, `${basename(program.folder)}-${hashOf(program)}`);
  if (existsSync(file)) return { found: file };
  if (go(program, ['version']).status !== 0) return { missing: 'there is no Go' };
  const loaded = go(program, ['list', '-deps', '-mod=readonly', program.package]);
  if (loaded.status !== 0) return { missing: `its Go modules cannot be had: ${lastLine(loaded.stderr)}` };
  build(program, file);
  return { found: file };
}

/** Under another name first, so that nobody runs half of it. */
function build(program: GoProgram, file: string): void {
  process.stderr.write(`building ${basename(program.folder)} from Go modules; the first time that takes minutes\n`);
  mkdirSync(CACHE, { recursive: true });
  const unfinished = `${file}-${process.pid}`;
  const { status, stderr } = go(program, ['build', ...flagsOf(program), '-o', unfinished, program.package]);
  if (status !== 0) throw new Error(`go build of ${program.folder} ended with ${status}:\n${stderr}`);
  renameSync(unfinished, file);
}

function flagsOf({ variables = {} }: GoProgram): string[] {
  const set = Object.entries(variables).map(([name, value]) => `-X ${name}=${value}`);
  return ['-mod=readonly', '-trimpath', '-ldflags', ['-s', '-w', ...set].join(' ')];
}

function hashOf(program: GoProgram): string {
  const hash = createHash('sha256').update(JSON.stringify([program.package, flagsOf(program), process.arch]));
  const sources = readdirSync(program.folder).filter(name => /\.(go|mod|sum)$/.test(name));
  for (const name of sources.sort()) hash.update(readFileSync(join(program.folder, name)));
  return hash.digest('hex').slice(0, 16);
}

function go({ folder }: GoProgram, args: readonly string[]) {
  const env = { ...process.env, CGO_ENABLED: '0' };
  return spawnSync('go', args, { cwd: folder, env, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
