import { ask, prepare } from './processes';
import type { Timing } from './programs/took';
import { tableOf } from './table';

const row = tableOf([52, 8, 7, 8, 7, 8]);

prepare();
row(['21,000 objects', 'first, s', 'cpu', 'after, s', 'cpu', 'memory']);
for (const name of ask<string[]>('reading', [])) {
  const { first, after, memory } = ask<Timing>('reading', [name]);
  const times = [first, after].flatMap(({ wall, cpu }) => [wall.toFixed(3), cpu.toFixed(3)]);
  row([name, ...times, `${memory.toFixed(0)} MB`]);
}
