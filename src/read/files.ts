import { closeSync, Dirent, fstatSync, openSync, readdirSync, readSync, realpathSync, Stats, statSync } from 'node:fs';
import { MOST_BYTES } from './limits';
import { NamedText } from './reading';

/** A path that cannot be read. */
export class FileError extends Error {
  /** @param fix what to do about it */
  constructor(
    readonly path: string,
    readonly problem: string,
    readonly fix: string,
  ) {
    super(`${path}: ${problem}; ${fix}`);
    this.name = 'FileError';
  }
}

/** Stands for standard input. */
export const STDIN = '-';

/**
 * The texts at paths: of a file its own, of a folder every .yaml, .yml and .json below it by name, of `-` standard input.
 *
 * What is reached in several ways is read once.
 *
 * @throws FileError for what cannot be read, for a link that leads back to where it is, for a folder without manifests
 */
export function readPaths(paths: readonly string[], readStdin: () => Uint8Array = readStandardInput): NamedText[] {
  const seen = new Set<string>();
  const isNew = (path: string) => seen.size < seen.add(path === STDIN ? STDIN : realPath(path)).size;
  return paths
    .flatMap(path => (path === STDIN ? [STDIN] : manifestsAt(path)).filter(isNew))
    .map(path => {
      return path === STDIN ? { name: '<stdin>', text: readStdin() } : { name: path, text: readFile(path) };
    });
}

const MANIFEST = /\.(?:ya?ml|json)$/;

function manifestsAt(path: string): string[] {
  if (!statsOf(path).isDirectory()) return [path];
  const manifests = manifestsBelow(path, { above: new Set(), seen: new Set() });
  if (manifests.length > 0) return manifests;
  throw new FileError(path, 'there is no .yaml, .yml or .json file in this folder', 'name the folder of the manifests');
}

/** @param way real paths of the folders above this one, and of all that were seen so far */
function manifestsBelow(
  folder: string,
  way: { readonly above: ReadonlySet<string>; readonly seen: Set<string> },
): string[] {
  const real = realPath(folder);
  if (way.above.has(real)) throw new FileError(folder, `this link leads back to ${real}`, 'remove it');
  if (way.seen.has(real)) return [];
  way.seen.add(real);
  const below = { above: new Set([...way.above, real]), seen: way.seen };
  return entriesOf(folder).flatMap(entry => {
    const path = `${folder.replace(/\/+$/, '')}/${entry.name}`;
    const isManifest = MANIFEST.test(entry.name);
    // A link called like a manifest that leads nowhere is reported when it is read.
    const isLinkedFolder = entry.isSymbolicLink() && leadsToFolder(path);
    if (entry.isDirectory() || isLinkedFolder) return manifestsBelow(path, below);
    return isManifest ? [path] : [];
  });
}

const NOWHERE = ['ENOENT', 'ENOTDIR', 'ELOOP'];

/** Whether a link leads to a folder; not if it leads nowhere. @throws FileError if nobody can tell */
function leadsToFolder(link: string): boolean {
  return naming(link, () => {
    try {
      return statSync(link).isDirectory();
    } catch (error) {
      if (NOWHERE.includes(codeOf(error))) return false;
      throw error;
    }
  });
}

/** Whether a word that need not be a path is one of a folder; not if nobody can tell. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

function entriesOf(folder: string): Dirent[] {
  const entries = naming(folder, () => readdirSync(folder, { withFileTypes: true }));
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}

function statsOf(path: string): Stats {
  return naming(path, () => statSync(path));
}

function realPath(path: string): string {
  return naming(path, () => realpathSync.native(path));
}

function readFile(path: string): Uint8Array {
  const file = naming(path, () => openSync(path, 'r'));
  try {
    return readAll(file, path);
  } finally {
    closeSync(file);
  }
}

function readStandardInput(): Uint8Array {
  return readAll(0, '<stdin>');
}

const CHUNK = 1024 * 1024;

/** Reads to the end, which a device or a pipe may not have. */
function readAll(file: number, name: string): Uint8Array {
  const chunks: Uint8Array[] = [];
  // Of a file, all of it and its end at once; a pipe has no size.
  const expected = Math.min(naming(name, () => fstatSync(file)).size + 1, CHUNK);
  for (let size = 0; size <= MOST_BYTES;) {
    const chunk = new Uint8Array(expected > 1 ? expected : CHUNK);
    const count = naming(name, () => readChunk(file, chunk));
    if (count === 0) return Buffer.concat(chunks);
    chunks.push(chunk.subarray(0, count));
    size += count;
  }
  throw new FileError(name, `it has more than ${MOST_BYTES} bytes`, 'split it');
}

const CLOCK = new Int32Array(new SharedArrayBuffer(4));

/** How many bytes there were; 0 at the end. */
function readChunk(file: number, chunk: Uint8Array): number {
  for (;;) {
    try {
      return readSync(file, chunk);
    } catch (error) {
      // A pipe that has nothing yet.
      if (codeOf(error) !== 'EAGAIN') throw error;
      Atomics.wait(CLOCK, 0, 0, 10);
    }
  }
}

const REASONS: Readonly<Record<string, readonly [string, string]>> = {
  ENOENT: ['there is no such file or folder', 'check the path'],
  EACCES: ['it may not be read', 'check its permissions'],
  EPERM: ['it may not be read', 'check its permissions'],
  ELOOP: ['this link leads back to itself', 'remove it'],
};

function naming<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    const [problem, fix] = REASONS[code] ?? [`it cannot be read (${code})`, 'check the path'];
    throw new FileError(path, problem, fix);
  }
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : String(error);
}
