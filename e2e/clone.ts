import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { shell } from './shell';

const ROOT = join(__dirname, '..');

/** Everything that a run leaves on disk. The test files of a run share one process. */
const WORKSPACE = join(tmpdir(), `netpol-e2e-${process.pid}`);

/** A clone of what is committed, after README's first command. */
export interface Clone {
  readonly folder: string;
  /** What the command wrote. */
  readonly output: string;
}

/** The one clone of this run: made when it is first asked for. */
export function theClone(): Clone {
  const folder = join(WORKSPACE, 'clone');
  const log = join(WORKSPACE, 'clone.log');
  if (!existsSync(log)) {
    rmSync(folder, { recursive: true, force: true });
    shell(`git clone --quiet --no-local "${ROOT}" "${folder}"`, { cwd: emptyFolder('.') });
    writeFileSync(log, shell('npm ci && npm run example', { cwd: folder }));
  }
  return { folder, output: readFileSync(log, 'utf8') };
}

/** The package as it would be published: the file that `npm pack` makes of the clone. */
export function thePackage(): string {
  const packs = emptyFolder('packs');
  if (readdirSync(packs).length === 0) shell(`npm pack --pack-destination "${packs}"`, { cwd: theClone().folder });
  return join(packs, readdirSync(packs)[0]);
}

/** A folder outside the checkout, with nothing in it. */
export function emptyFolder(name: string): string {
  const folder = join(WORKSPACE, name);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Removes all of them. */
export function removeFolders(): void {
  rmSync(WORKSPACE, { recursive: true, force: true });
}
