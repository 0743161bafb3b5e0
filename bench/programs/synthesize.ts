import { createHash } from 'node:crypto';
import { App, Chart } from 'cdk8s';
import { Way } from './way';

/** What one process found. */
export interface Synthesis {
  readonly milliseconds: number;
  /** Bytes that the app and its policies hold once they are synthesized; 0 without `--expose-gc`. */
  readonly retained: number;
  /** Hash of the YAML. */
  readonly digest: string;
}

void measure(process.argv[2], Number(process.argv[3])).then(synthesis => console.log(JSON.stringify(synthesis)));

async function measure(way: string, count: number): Promise<Synthesis> {
  const { write } = (await import(`./${way}`)) as { write: Way };
  const before = usedHeap();
  const start = process.hrtime.bigint();
  const app = new App();
  const chart = new Chart(app, 'chart', { namespace: 'web' });
  for (let index = 0; index < count; index++) write(chart, index);
  const digest = digestOf(app.synthYaml());
  const milliseconds = Number(process.hrtime.bigint() - start) / 1e6;
  const retained = usedHeap() - before;
  return { milliseconds, retained: app.charts.length === 0 ? 0 : retained, digest };
}

function usedHeap(): number {
  if (globalThis.gc === undefined) return 0;
  globalThis.gc();
  return process.memoryUsage().heapUsed;
}

/** cdk8s-plus lists the policy types in the other order, which means the same. */
function digestOf(yaml: string): string {
  const ordered = yaml.replaceAll(/- Egress\n( +)- Ingress/g, '- Ingress\n$1- Egress');
  return createHash('sha256').update(ordered).digest('hex');
}
