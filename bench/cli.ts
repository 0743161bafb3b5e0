import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dump } from 'js-yaml';
import { median } from './processes';
import { syntheticObjects } from './programs/synthetic-cluster';

/** A command, and in how many seconds its process is to end. */
interface Measured {
  readonly what: string;
  readonly args: readonly string[];
  readonly target: number;
}

const ROOT = join(__dirname, '..');
const MAIN = join(ROOT, 'lib', 'cli', 'main.js');
const THREE_TIER = join(ROOT, 'examples', 'three-tier', 'dist');
const ROUNDS = 7;

/** What the process says of itself at its end. */
const REPORT = `process.on('exit', () => { const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  require('fs').writeSync(3, JSON.stringify([(userCPUTime + systemCPUTime) / 1e6, maxRSS / 1024])); });`;

const folder = mkdtempSync(join(tmpdir(), 'netpol-bench-'));
const report = join(folder, 'report.cjs');
try {
  console.log(row(['', 'wall, s', 'cpu, s', 'memory, MB', 'target, s']));
  writeFileSync(report, REPORT);
  for (const measured of prepare()) console.log(row(figuresOf(measured)));
} finally {
  rmSync(folder, { recursive: true });
}

function prepare(): Measured[] {
  const cluster = join(folder, 'cluster');
  const count = writeCluster(cluster);
  const expectations = join(folder, 'expectations.yaml');
  writeFileSync(expectations, dump({ expectations: tenExpectations() }));
  return [
    { what: 'netpol test, 10 expectations, 3 tiers', args: ['test', expectations, THREE_TIER], target: 0.25 },
    { what: `netpol list, ${count} objects in YAML`, args: ['list', cluster], target: 1.5 },
  ];
}

/** A file for each namespace. @returns how many objects there are */
function writeCluster(path: string): number {
  const files = new Map<string, object[]>();
  const objects = syntheticObjects({ namespaces: 1_000, pods: 10_000, policies: 10_000 });
  for (const object of objects as { metadata: { name: string; namespace?: string } }[]) {
    const { name, namespace = name } = object.metadata;
    files.set(namespace, [...(files.get(namespace) ?? []), object]);
  }
  mkdirSync(path);
  for (const [name, own] of files) {
    writeFileSync(join(path, `${name}.yaml`), own.map(object => dump(object, { noRefs: true })).join('---\n'));
  }
  return objects.length;
}

/** Of workloads, of every pod that could exist, and of addresses. */
function tenExpectations(): object[] {
  const ends = [
    'shop/frontend',
    'shop/backend',
    'shop/database',
    { namespace: 'shop', pods: { app: 'batch' } },
    '8.8.8.8',
  ];
  return ends.flatMap(from => ['shop/backend', 'shop/database'].map(to => ({ from, to, port: 8080 })));
}

function figuresOf({ what, args, target }: Measured): string[] {
  const rounds = Array.from({ length: ROUNDS }, () => once(args));
  const [wall, cpu, memory] = rounds[0].map((_, column) => median(rounds.map(round => round[column])));
  return [what, wall.toFixed(2), cpu.toFixed(2), memory.toFixed(0), `<= ${target}`];
}

/** Seconds by the clock, seconds of the processor, megabytes. */
function once(args: readonly string[]): number[] {
  const start = performance.now();
  const { output, status, stderr } = spawnSync(process.execPath, ['--require', report, MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(`netpol ${args[0]} ended with ${status}: ${stderr}`);
  return [(performance.now() - start) / 1000, ...(JSON.parse(output[3] ?? '[]') as number[])];
}

function row(cells: readonly string[]): string {
  return cells.map((cell, column) => (column === 0 ? cell.padEnd(40) : cell.padStart(11))).join('');
}
