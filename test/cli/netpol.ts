import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { run } from '../../src/cli/run';

/** What came of a command. */
export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a command is connected to in a test. */
export interface Surroundings {
  readonly stdin?: string;
  readonly isTerminal?: boolean;
  readonly env?: Readonly<Record<string, string>>;
  readonly now?: () => number;
}

/** Runs a command in this process. */
export function netpol(...args: string[]): Promise<Outcome> {
  return netpolIn({}, ...args);
}

/** Runs a command in this process, connected to something else than pipes. */
export async function netpolIn(
  { stdin = '', isTerminal = false, env = {}, now }: Surroundings,
  ...args: string[]
): Promise<Outcome> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof written) => ({
    isTTY: isTerminal,
    write: (text: string, done?: () => void) => {
      written[name] += text;
      done?.();
      return true;
    },
  });
  const streams = { stdout: stream('stdout'), stderr: stream('stderr'), env, now, readStdin: () => Buffer.from(stdin) };
  const code = await run(args, streams);
  return { code, ...written };
}

const MAIN = join(__dirname, '..', '..', 'src', 'cli', 'main.ts');

const TSX = pathToFileURL(require.resolve('tsx')).href;

/** Runs a command line in a shell, in which `netpol` is a process of its own. */
export function shell(commands: string, { cwd, input }: { cwd?: string; input?: string } = {}): Outcome {
  const script = `netpol() { '${process.execPath}' --import '${TSX}' '${MAIN}' "$@"; }\n${commands}`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', script], {
    cwd,
    input,
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return { code: status, stdout, stderr };
}

/** A folder with files, until the tests of the file are over. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'netpol-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  afterAll(() => rmSync(folder, { recursive: true }));
  return folder;
}

/** The committed output of the example. */
export const THREE_TIER = join(__dirname, '..', '..', 'examples', 'three-tier', 'dist');
