import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { constructsExported, constructsListed } from './docs/constructs';
import { Block, blocksOf } from './docs/markdown';

// A compiler and a test runner of their own.
jest.setTimeout(120_000);

const ROOT = join(__dirname, '..');

const BLOCKS = blocksOf('CONTRIBUTING.md', readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'));

const STEPS = BLOCKS.flatMap(block => stepOf(block) ?? []);

interface Step {
  readonly path: string;
  readonly isNew: boolean;
  readonly text: string;
}

describe('adding a pattern as CONTRIBUTING.md says', () => {
  const copy = mkdtempSync(join(tmpdir(), 'netpol-contributing-'));

  beforeAll(() => {
    for (const path of ['src', 'test', 'package.json', 'tsconfig.json', 'README.md']) {
      cpSync(join(ROOT, path), join(copy, path), { recursive: true });
    }
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'), 'junction');
    for (const step of STEPS) apply(copy, step);
  });

  afterAll(() => rmSync(copy, { recursive: true }));

  it('touches five files or fewer, of which only the entry and the README are there before', () => {
    expect(STEPS.length).toBeLessThanOrEqual(5);
    expect(STEPS.filter(({ isNew }) => !isNew).map(({ path }) => path)).toEqual(['src/index.ts', 'README.md']);
  });

  it('gives README a row for each construct', () => {
    const [entry, readme] = ['src/index.ts', 'README.md'].map(path => readFileSync(join(copy, path), 'utf8'));
    expect(constructsListed(readme)).toEqual(constructsExported(entry));
    expect(constructsListed(readme)).toContain('AllowSameNamespace');
  });

  it('compiles', () => expect(node(copy, 'typescript/bin/tsc', '--noEmit', '-p', 'test/tsconfig.json')).toBe(''));

  it('passes the general tests of constructs', () => {
    const general = ['test/usages.test.ts', 'test/properties', 'test/refusals/junk-props.test.ts'];
    const args = [...general, '--testNamePattern', 'AllowSameNamespace', '--ci', '--json'];
    const { success, numPassedTests } = JSON.parse(node(copy, 'jest/bin/jest.js', ...args)) as {
      success: boolean;
      numPassedTests: number;
    };
    expect(success).toBe(true);
    // Its words and refusal, six laws, and junk for its props and each of their fields.
    expect(numPassedTests).toBeGreaterThan(40);
  });
});

function stepOf({ remark, text }: Block): Step | undefined {
  const [, word, path] = /^(file|append): (.*)$/.exec(remark) ?? [];
  return path === undefined ? undefined : { path, isNew: word === 'file', text: `${text}\n` };
}

/** A new file, or lines at the end of what is like them: the entry's exports, README's table of constructs. */
function apply(folder: string, { path, isNew, text }: Step): void {
  if (isNew) return writeFileSync(join(folder, path), text, { flag: 'wx' });
  const before = readFileSync(join(folder, path), 'utf8');
  const after = path === 'README.md' ? before.replace(/(\n\| construct (.*\n\|)*.*\n)/, `$1${text}`) : before + text;
  writeFileSync(join(folder, path), after);
}

function node(folder: string, script: string, ...args: string[]): string {
  const program = join(ROOT, 'node_modules', script);
  try {
    return execFileSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    return stdout + stderr;
  }
}
