import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FileError, isFolder, readPaths } from '../../src/read/files';
import { MOST_BYTES } from '../../src/read/limits';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'netpol-read-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(...paths: string[]): void {
  for (const path of paths) {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), `text of ${path}`);
  }
}

/** Names below the folder, and that each has its own text. */
function names(...paths: string[]): string[] {
  return readPaths(paths.map(path => join(folder, path))).map(({ name, text }) => {
    const path = name.slice(folder.length + 1);
    expect(Buffer.from(text).toString()).toContain('text of ');
    return path;
  });
}

function problem(...paths: string[]): string {
  try {
    names(...paths);
  } catch (error) {
    if (error instanceof FileError) return `${error.path.slice(folder.length + 1)}: ${error.problem}`;
    throw error;
  }
  throw new Error('it was read');
}

describe('paths', () => {
  it('of files are read, whatever they are called', () => {
    write('a.yaml', 'b.yaml.sed');
    expect(names('b.yaml.sed', 'a.yaml')).toEqual(['b.yaml.sed', 'a.yaml']);
  });

  it('of folders are read to the bottom, by name, manifests alone', () => {
    write('b/c.yml', 'b/a.yaml', 'b/z/y/x.json', 'b/notes.txt', 'b/yaml', 'b/.hidden.yaml');
    expect(names('b')).toEqual(['b/.hidden.yaml', 'b/a.yaml', 'b/c.yml', 'b/z/y/x.json']);
    expect(names('b/')).toEqual(names('b'));
  });

  it('that are no manifests need not lead anywhere', () => {
    write('b/a.yaml');
    symlinkSync('current', join(folder, 'b', 'current'));
    symlinkSync('a.yaml/sub', join(folder, 'b', 'cur'));
    symlinkSync('nowhere', join(folder, 'b', 'gone'));
    expect(names('b')).toEqual(['b/a.yaml']);
  });

  it('that no path can be are no folders', () => {
    expect(isFolder('a'.repeat(300))).toBe(false);
    expect(isFolder('a\0b')).toBe(false);
  });

  it('that lead to one file are read once', () => {
    write('b/a.yaml', 'c/x.yaml');
    symlinkSync('a.yaml', join(folder, 'b', 'again.yaml'));
    symlinkSync('../c', join(folder, 'b', 'one'));
    symlinkSync('../c', join(folder, 'b', 'two'));
    expect(names('b', 'b/a.yaml', 'c')).toEqual(['b/a.yaml', 'b/one/x.yaml']);
  });

  it('may be standard input, read by whoever calls', () =>
    expect(readPaths(['-'], () => Buffer.from('hello'))).toEqual([{ name: '<stdin>', text: Buffer.from('hello') }]));

  it('may be standard input, which is read once', () =>
    expect(readPaths(['-', '-'], () => Buffer.from('a'))).toHaveLength(1));

  it('may be standard input, to its end', () => {
    const program =
      "const { readPaths } = require('./src/read/files'); console.log(String(readPaths(['-'])[0].text).length)";
    const options = { cwd: join(__dirname, '..', '..'), input: 'a'.repeat(3_000_000), encoding: 'utf8' } as const;
    expect(execFileSync('node', ['--import', 'tsx', '-e', program], options).trim()).toBe('3000000');
  });
});

describe('a path that cannot be read says why', () => {
  it('where there is nothing', () => expect(problem('a.yaml')).toBe('a.yaml: there is no such file or folder'));

  it('where a folder has no manifests', () => {
    write('b/notes.txt');
    expect(problem('b')).toBe('b: there is no .yaml, .yml or .json file in this folder');
  });

  it('where a link leads to nothing', () => {
    mkdirSync(join(folder, 'b'));
    symlinkSync('nowhere.yaml', join(folder, 'b', 'a.yaml'));
    expect(problem('b')).toBe('b/a.yaml: there is no such file or folder');
  });

  it('where a link leads to itself', () => {
    symlinkSync('a.yaml', join(folder, 'a.yaml'));
    expect(problem('a.yaml')).toBe('a.yaml: this link leads back to itself');
  });

  it('where a manifest is a link to itself', () => {
    mkdirSync(join(folder, 'b'));
    symlinkSync('a.yaml', join(folder, 'b', 'a.yaml'));
    expect(problem('b')).toBe('b/a.yaml: this link leads back to itself');
  });

  it('where a link leads back up', () => {
    write('b/c/a.yaml');
    symlinkSync('..', join(folder, 'b', 'c', 'up'));
    expect(problem('b')).toMatch(/^b\/c\/up: this link leads back to /);
  });

  it('where a file has no end', () => {
    write('big.yaml');
    truncateSync(join(folder, 'big.yaml'), MOST_BYTES + 1);
    expect(problem('big.yaml')).toBe(`big.yaml: it has more than ${MOST_BYTES} bytes`);
    expect(() => readPaths(['/dev/zero'])).toThrow(`/dev/zero: it has more than ${MOST_BYTES} bytes; split it`);
  });

  it('where a folder is called like a file, it is a folder', () => {
    write('b/c.yaml/a.yaml');
    expect(names('b')).toEqual(['b/c.yaml/a.yaml']);
  });

  it('where it may not be read', () => {
    write('a.yaml');
    chmodSync(join(folder, 'a.yaml'), 0);
    // Root may read everything.
    if (process.getuid?.() === 0) expect(names('a.yaml')).toEqual(['a.yaml']);
    else expect(problem('a.yaml')).toBe('a.yaml: it may not be read');
  });

  it('where nobody can tell whether a link leads to a folder', () => {
    write('b/a.yaml');
    symlinkSync('x'.repeat(300), join(folder, 'b', 'more'));
    expect(problem('b')).toBe('b/more: it cannot be read (ENAMETOOLONG)');
  });

  it('where a link leads into a folder that may not be looked at', () => {
    write('b/a.yaml', 'secret/c/open.yaml');
    symlinkSync('../secret/c', join(folder, 'b', 'more'));
    chmodSync(join(folder, 'secret'), 0);
    // Root may look at everything.
    const isRoot = process.getuid?.() === 0;
    const said = isRoot ? names('b').join(', ') : problem('b');
    chmodSync(join(folder, 'secret'), 0o700);
    expect(said).toBe(isRoot ? 'b/a.yaml, b/more/open.yaml' : 'b/more: it may not be read');
  });
});
