import { execSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ask, inTurn, median, prepare } from './processes';
import type { Load } from './programs/load';
import type { Synthesis } from './programs/synthesize';

/** One line of the table: a figure of each library, and how the two behind compare with the first. */
interface Row {
  readonly what: string;
  readonly figures: readonly string[];
  readonly comparisons: readonly string[];
  readonly target: string;
}

type Size = (typeof SIZES)[number];

const WAYS = ['raw', 'netpol', 'cdk8s-plus-34'];
const PACKAGES = ['cdk8s', 'netpol', 'cdk8s-plus-34'];
const LOADS = 15;
/** How many policies, and how often the time is taken; the memory varies by less than a percent. */
const SIZES = [
  { count: 5_000, rounds: 11 },
  { count: 20_000, rounds: 3 },
];
const MEGABYTE = 1024 * 1024;

prepare();
const rows = [...SIZES.flatMap(size => [timeRow(size), heapRow(size)]), loadRow(), sizeRow()];
print(rows);

function timeRow({ count, rounds: times }: Size): Row {
  const rounds = inTurn(WAYS, times, way => ask<Synthesis>('synthesize', [way, String(count)]));
  const digests = new Set(rounds.flat().map(({ digest }) => digest));
  if (digests.size !== 1) throw new Error(`the policies differ: ${[...digests].join(', ')}`);
  const took = rounds.map(round => round.map(({ milliseconds }) => milliseconds));
  return {
    what: `synthesize ${count} policies, ms`,
    figures: medians(took).map(time => time.toFixed(0)),
    comparisons: ratios(took).map(ratio => `${ratio.toFixed(2)}x`),
    target: '<= 1.05x',
  };
}

function heapRow({ count }: Size): Row {
  const rounds = inTurn(WAYS, 1, way => {
    const { retained } = ask<Synthesis>('synthesize', [way, String(count)], ['--expose-gc']);
    return retained / MEGABYTE;
  });
  return {
    what: 'memory they hold then, MB',
    figures: medians(rounds).map(heap => heap.toFixed(1)),
    comparisons: ratios(rounds).map(ratio => `${ratio.toFixed(2)}x`),
    target: '<= 1.20x',
  };
}

function loadRow(): Row {
  const rounds = inTurn(PACKAGES, LOADS, name => ask<Load>('load', [name]).milliseconds);
  const extra = rounds.map(([alone, ...others]) => [alone, ...others.map(time => time - alone)]);
  return {
    what: 'require() the package, ms',
    figures: medians(rounds).map(time => time.toFixed(0)),
    comparisons: medians(extra)
      .slice(1)
      .map(time => `+${time.toFixed(0)} ms`),
    target: '<= +20 ms',
  };
}

function sizeRow(): Row {
  const [{ unpackedSize }] = JSON.parse(execSync('npm pack --dry-run --json', { stdio: 'pipe' }).toString()) as {
    unpackedSize: number;
  }[];
  const [cdk8s, , plus] = PACKAGES.map(name => (name === 'netpol' ? 0 : sizeOf(dirname(require.resolve(name)), '..')));
  return {
    what: 'installed size, MB',
    figures: [cdk8s, unpackedSize, plus].map(size => (size / MEGABYTE).toFixed(1)),
    comparisons: ['', ''],
    target: '',
  };
}

function sizeOf(...path: string[]): number {
  const folder = join(...path);
  return readdirSync(folder, { withFileTypes: true })
    .map(entry => (entry.isDirectory() ? sizeOf(folder, entry.name) : statSync(join(folder, entry.name)).size))
    .reduce((sum, size) => sum + size, 0);
}

function medians(rounds: readonly number[][]): number[] {
  return rounds[0].map((_, column) => median(rounds.map(round => round[column])));
}

/** Each round is compared with itself, the median of that is told. */
function ratios(rounds: readonly number[][]): number[] {
  return medians(rounds.map(([first, ...others]) => others.map(other => other / first)));
}

function print(table: readonly Row[]): void {
  const head = ['', 'cdk8s alone', 'netpol', '', 'target', 'cdk8s-plus-34', ''];
  const lines = table.map(({ what, figures, comparisons, target }) => [
    what,
    figures[0],
    figures[1],
    comparisons[0],
    target,
    figures[2],
    comparisons[1],
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...lines].map(line => line[column].length)));
  for (const line of [head, ...lines]) {
    console.log(
      line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join('  '),
    );
  }
}
