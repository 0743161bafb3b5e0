import { ask, prepare } from './processes';
import type { Figures, Form } from './programs/reach';
import type { Shape } from './programs/synthetic-cluster';
import type { Took } from './programs/took';
import { tableOf } from './table';

/** A cluster, in which form its reach is asked for, and in how many seconds that is to be answered. */
interface Measured extends Shape {
  readonly form: Form;
  readonly target?: string;
  readonly elsewhere?: string;
}

const tenEach = (count: number): Shape => ({ namespaces: count / 10, pods: count, policies: count });

const MEASURED: readonly Measured[] = [
  { ...tenEach(1_000), form: 'pairs', target: '0.05 / 0.02', elsewhere: '24.7 s' },
  {
    ...{ namespaces: 604, pods: 5_413, policies: 13_678 },
    ...{ form: 'pairs', target: '0.35 / 0.2', elsewhere: 'about 4,000 s' },
  },
  { ...tenEach(10_000), form: 'pairs', target: '0.35 / 0.15, 200 MB', elsewhere: 'about 4,200 s' },
  { ...tenEach(100_000), form: 'rectangles', target: '5 / -, 2,000 MB', elsewhere: 'none' },
  { ...tenEach(100_000), blocks: 65_536, form: 'rectangles' },
  ...[1_000, 10_000].map(count => ({ ...tenEach(count), adminPolicies: 10, form: 'rectangles' as const })),
  ...[1_000, 3_000, 10_000, 30_000].map(count => ({ ...tenEach(count), form: 'rectangles' as const })),
];

const row = tableOf([30, 8, 7, 8, 7, 8, 17, 20, 14]);

prepare();
row(['pods / policies', 'first, s', 'cpu', 'after, s', 'cpu', 'memory', 'answers', 'target', 'elsewhere']);
MEASURED.forEach(({ form, target = '', elsewhere = '', ...shape }) => {
  const { first, after, memory, answers } = ask<Figures>('reach', ['figures', JSON.stringify(shape), form]);
  const times = [first, after].flatMap(({ wall, cpu }) => [wall.toFixed(3), cpu.toFixed(3)]);
  const many = shape.blocks === undefined ? '' : ', many blocks';
  const admin = shape.adminPolicies === undefined ? '' : `, ${shape.adminPolicies} of admins`;
  const size = `${shape.pods} / ${shape.policies}${many}${admin}`;
  row([size, ...times, `${memory.toFixed(0)} MB`, `${answers} ${form}`, target, elsewhere]);
});
const change = ask<Took>('reach', ['change', JSON.stringify(tenEach(10_000))]);
row(['one of 10000 changed', '', '', change.wall.toFixed(4), change.cpu.toFixed(4), '', '', '- / 0.01', 'none']);
