import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { loadAll } from 'js-yaml';

/** What the summary says of an object. */
interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace?: string };
}

const ROOT = dirname(__dirname);

run(process.argv[2] ?? 'three-tier');

/** Synthesizes an example as its user would, then says what was written where. */
function run(example: string): void {
  const folder = join(__dirname, example);
  linkNetpol(folder);
  synthesize(folder);
  const files = readdirSync(join(folder, 'dist'), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter(each => each.endsWith('.k8s.yaml')).sort()) summarize(join(folder, 'dist', file));
  listReach(folder);
}

/** The example depends on the published package; here that is this checkout. */
function linkNetpol(folder: string): void {
  const link = join(folder, 'node_modules', 'netpol');
  mkdirSync(dirname(link), { recursive: true });
  if (!existsSync(link)) symlinkSync(ROOT, link, 'junction');
}

/** The CLI's own words are enough when it fails. */
function synthesize(folder: string): void {
  const { status } = spawnSync('cdk8s synth --check-upgrade=false', { cwd: folder, stdio: 'inherit', shell: true });
  if (status !== 0) process.exit(status ?? 1);
}

/** Who reaches whom, in the words of the command line. */
function listReach(folder: string): void {
  console.log('\n$ netpol list dist/');
  const main = join(ROOT, 'lib', 'cli', 'main.js');
  spawnSync(process.execPath, [main, 'list', 'dist/'], { cwd: folder, stdio: 'inherit' });
}

function summarize(file: string): void {
  console.log(`\n${relative(ROOT, file)}`);
  const byKind = new Map<string, string[]>();
  for (const { kind, metadata } of loadAll(readFileSync(file, 'utf8')) as Manifest[]) {
    const name = [metadata.namespace ?? [], metadata.name].flat().join('/');
    byKind.set(kind, [...(byKind.get(kind) ?? []), name]);
  }
  for (const [kind, names] of byKind) console.log(`  ${names.length} ${kind}: ${names.join(', ')}`);
}
