import { spawnSync } from 'node:child_process';
import { dump, loadAll } from 'js-yaml';
import { readObjects } from '../src/read/read-objects';
import { readTexts } from '../src/read/read-texts';

/** What is measured: `prepare` is not. */
interface Measured {
  readonly what: string;
  readonly prepare: () => () => unknown;
}

interface Figures {
  /** In a process that has done nothing before. */
  readonly first: number;
  /** Median of those after it. */
  readonly after: number;
  /** Most memory of the process, in MB. */
  readonly memory: number;
}

const PODS = 10_000;
const RUNS_AFTER = 5;
const PORTS = [80, 443, 5432, 6379, 8080, 9090];

/** Always the same numbers, so that every run has the same objects. */
function numbers(): (below: number) => number {
  let state = 1;
  return below => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return (state >> 8) % below;
  };
}

/** As many policies as pods, ten of each a namespace: a default deny, and rules of one peer each. */
function objects(): object[] {
  const random = numbers();
  return Array.from({ length: PODS / 10 }, (_, index) => [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: `ns-${index}`, labels: { team: `t${index % 30}`, env: index % 3 ? 'prod' : 'dev' } },
    },
    ...Array.from({ length: 10 }, (__, number) => podObject(index, number)),
    ...Array.from({ length: 10 }, (__, number) => policyObject(index, number, random)),
  ]).flat();
}

function podObject(index: number, number: number): object {
  const ip = `10.${index >> 8}.${index & 255}.${number + 1}`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name: `app-${number}`,
      namespace: `ns-${index}`,
      labels: { app: `app-${number}`, tier: ['web', 'api', 'db'][number % 3], team: `t${index % 30}`, version: 'v1' },
    },
    spec: {
      containers: [{ name: 'app', image: `example.com/app:${number}`, ports: [{ name: 'http', containerPort: 8080 }] }],
    },
    status: { phase: 'Running', podIP: ip, podIPs: [{ ip }] },
  };
}

function policyObject(index: number, number: number, random: (below: number) => number): object {
  const head = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: `policy-${number}`, namespace: `ns-${index}` },
  };
  if (number === 0) return { ...head, spec: { podSelector: {}, policyTypes: ['Ingress', 'Egress'] } };
  const rule = {
    from: [peer(random(20), random(10))],
    ...(random(10) > 0 && { ports: [{ port: PORTS[random(6)], protocol: 'TCP' }] }),
  };
  const podSelector = { matchLabels: { app: `app-${number}` } };
  return { ...head, spec: { podSelector, policyTypes: ['Ingress'], ingress: [rule] } };
}

function peer(kind: number, number: number): object {
  if (kind < 10) return { podSelector: { matchLabels: { app: `app-${number}` } } };
  if (kind < 15) {
    const namespaceSelector = { matchLabels: { team: `t${number}` } };
    return { namespaceSelector, podSelector: { matchLabels: { tier: 'api' } } };
  }
  if (kind < 17) return { namespaceSelector: { matchExpressions: [{ key: 'env', operator: 'In', values: ['prod'] }] } };
  return { ipBlock: { cidr: '10.0.0.0/8', except: [`10.${number}.0.0/16`] } };
}

const yaml = () =>
  objects()
    .map(object => dump(object))
    .join('---\n');

const json = () => JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects() }, undefined, 4);

const MEASURED: readonly Measured[] = [
  {
    what: 'js-yaml alone, 21,000 documents',
    prepare: () =>
      (
        text => () =>
          loadAll(text)
      )(yaml()),
  },
  {
    what: 'readTexts, 21,000 documents',
    prepare: () =>
      (
        text => () =>
          readTexts([{ name: 'a.yaml', text }])
      )(yaml()),
  },
  {
    what: 'readTexts, one List of 21,000, JSON',
    prepare: () =>
      (
        text => () =>
          readTexts([{ name: 'a.json', text }])
      )(json()),
  },
  {
    what: 'readObjects, 21,000',
    prepare: () =>
      (
        all => () =>
          readObjects(all.map(object => ({ object, origin: 'app' })))
      )(objects()),
  },
  {
    what: 'readTexts, 1,000 findings in 500 documents',
    prepare: () => {
      const broken = objects()
        .slice(0, 500)
        .map(object => dump({ ...object, spec: 1, metadata: { name: 'A' } }));
      return () => readTexts([{ name: 'a.yaml', text: broken.join('---\n') }]);
    },
  },
];

const [, , asked] = process.argv;
if (asked === undefined) print();
else console.log(JSON.stringify(figuresOf(MEASURED[Number(asked)])));

function print(): void {
  const row = (cells: readonly (string | number)[]) =>
    cells.map((cell, column) => (column === 0 ? String(cell).padEnd(46) : String(cell).padStart(12))).join('');
  console.log(row(['', 'first, ms', 'after, ms', 'memory, MB']));
  MEASURED.forEach(({ what }, index) => {
    const child = spawnSync(process.execPath, [...process.execArgv, __filename, String(index)], { encoding: 'utf8' });
    const { first, after, memory } = JSON.parse(child.stdout) as Figures;
    console.log(row([what, first.toFixed(0), after.toFixed(0), memory.toFixed(0)]));
  });
}

function figuresOf({ prepare }: Measured): Figures {
  const work = prepare();
  const times = Array.from({ length: 1 + RUNS_AFTER }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  const [first, ...after] = times;
  const sorted = after.sort((a, b) => a - b);
  return { first, after: sorted[RUNS_AFTER >> 1], memory: process.resourceUsage().maxRSS / 1024 };
}
