import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { networking } from '@pulumi/kubernetes';
import { ComponentResource, runtime } from '@pulumi/pulumi';
import { inTurn, median } from './processes';

const COUNT = 1_000;
const ROUNDS = 5;
const PORTS = { port: 8080, protocol: 'TCP' };

interface Figures {
  readonly milliseconds: number;
  /** Hash of the policies. */
  readonly digest: string;
}

/** Registers one policy, number `index`, in one of the ways to do so; their content is the same. */
const WAYS: Readonly<Record<string, () => Promise<(index: number) => void>>> = {
  raw: async () => index => void raw(index),
  'raw in components': async () => index => {
    raw(index, new Web(`web-${index}`));
  },
  netpol: async () => {
    const { NetworkPolicy, Pods, Port } = await import('netpol/pulumi');
    return index =>
      void new NetworkPolicy(`web-${index}`, {
        namespace: 'web',
        pods: Pods.labeled({ app: `web-${index}` }),
        ingress: [{ from: [Pods.labeled({ app: `client-${index}` })], ports: [Port.tcp(8080)] }],
      });
  },
};

class Web extends ComponentResource {
  constructor(name: string) {
    super('bench:index:Web', name);
  }
}

function raw(index: number, parent?: ComponentResource): networking.v1.NetworkPolicy {
  const selecting = (app: string) => ({ matchLabels: { app } });
  const ingress = [{ from: [{ podSelector: selecting(`client-${index}`) }], ports: [PORTS] }];
  return new networking.v1.NetworkPolicy(
    `web-${index}`,
    {
      metadata: { name: `web-${index}`, namespace: 'web' },
      spec: { ingress, podSelector: selecting(`web-${index}`), policyTypes: ['Ingress'] },
    },
    { parent },
  );
}

const [, , asked] = process.argv;
if (asked === undefined) print();
else void register(asked).then(figures => console.log(JSON.stringify(figures)));

function print(): void {
  const ways = Object.keys(WAYS);
  const rounds = inTurn(ways, ROUNDS, way => ask<Figures>([__filename, way]));
  if (new Set(rounds.flat().map(({ digest }) => digest)).size !== 1) throw new Error('the policies differ');
  const times = rounds.map(round => round.map(({ milliseconds }) => milliseconds));
  ways.forEach((way, at) => {
    const ratios = times.map(round => round[at] / round[1]);
    console.log(
      `${way.padEnd(20)} ${median(times.map(round => round[at]))
        .toFixed(0)
        .padStart(6)} ms  ${median(ratios).toFixed(2)}x`,
    );
  });
}

function ask<T>(args: readonly string[]): T {
  const { stdout } = spawnSync(process.execPath, [...process.execArgv, ...args], { encoding: 'utf8' });
  return JSON.parse(stdout) as T;
}

async function register(way: string): Promise<Figures> {
  const policies: string[] = [];
  await runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      if (type.startsWith('kubernetes:')) policies.push(JSON.stringify(inputs));
      return { id: name, state: inputs as object };
    },
    call: () => ({}),
  });
  const write = await WAYS[way]();
  const start = performance.now();
  for (let index = 0; index < COUNT; index++) write(index);
  await runtime.disconnect();
  const milliseconds = performance.now() - start;
  return { milliseconds, digest: createHash('sha256').update(policies.sort().join('\n')).digest('hex') };
}
