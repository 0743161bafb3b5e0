import { ask, inTurn, median, prepare } from './processes';
import type { Load } from './programs/load';
import type { Registration } from './programs/register';

/** Raw resources, the same in components that any team could write, and those of netpol. */
const WAYS = ['raw', 'components', 'netpol'];
/** What is written, and how often: a thousand policies, one or three a component. */
const SUBJECTS = { web: 1_000, shop: 333 };
/** Whoever asks for netpol/pulumi has Pulumi's packages, and mostly asks for them too. */
const IMPORTS = ['@pulumi/kubernetes', '@pulumi/kubernetes netpol/pulumi', 'netpol/pulumi'];
const ROUNDS = 7;
const LOADS = 15;
const MEGABYTE = 1024 * 1024;

prepare();
print(['policies, with mocks', 'wall, ms', 'of raw', 'of components', 'cpu, ms', 'of raw', 'of components', 'target']);
for (const [subject, count] of Object.entries(SUBJECTS)) registrations(subject, count).forEach(print);
print(['']);
print(['import', 'wall, ms', 'more', 'cpu, ms', 'more', 'heap, MB', 'target']);
imports().forEach(print);

function registrations(subject: string, count: number): string[][] {
  const rounds = inTurn(WAYS, ROUNDS, way => ask<Registration>('register', [way, subject, String(count)]));
  const [{ digest, policies }] = rounds[0];
  if (rounds.flat().some(found => found.digest !== digest)) throw new Error('the policies differ');
  return WAYS.map((way, column) => [
    `${policies} ${way}, ${policies / count} each`,
    ...[wall, busy].flatMap(figure => [
      middle(rounds, column, figure).toFixed(0),
      ...[0, 1].map(
        other => `${median(rounds.map(round => figure(round[column]) / figure(round[other]))).toFixed(2)}x`,
      ),
    ]),
    way === 'netpol' ? '<= 1.10x' : '',
  ]);
}

function imports(): string[][] {
  const load = (args: readonly string[]) => (names: string) => ask<Load>('load', names.split(' '), args);
  const rounds = inTurn(IMPORTS, LOADS, load([]));
  const heaps = inTurn(IMPORTS, 1, load(['--expose-gc']));
  return IMPORTS.map((names, column) => [
    names.replace(' ', ', '),
    ...[wall, busy].flatMap(figure => [
      middle(rounds, column, figure).toFixed(0),
      `${median(rounds.map(round => figure(round[column]) - figure(round[0]))).toFixed(0)} ms`,
    ]),
    (heaps[0][column].heap / MEGABYTE).toFixed(1),
    column === 0 ? '' : '<= 20 ms',
  ]);
}

function wall({ milliseconds }: Load | Registration): number {
  return milliseconds;
}

function busy(found: Load | Registration): number {
  return found.busy;
}

function middle<T>(rounds: readonly (readonly T[])[], column: number, figure: (found: T) => number): number {
  return median(rounds.map(round => figure(round[column])));
}

function print([first, ...cells]: readonly string[]): void {
  console.log(`${first.padEnd(34)}${cells.map(cell => cell.padStart(14)).join('')}`.trimEnd());
}
