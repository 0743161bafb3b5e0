import { createHash } from 'node:crypto';
import { ComponentResource, runtime } from '@pulumi/pulumi';

/** Writes the policies of number `index`. Their content is the same in each way to do so. */
export type Write = (index: number, parent?: ComponentResource) => unknown;

/** What one process found. */
export interface Registration {
  readonly milliseconds: number;
  /** Of the processor. */
  readonly busy: number;
  readonly policies: number;
  /** Hash of the policies. */
  readonly digest: string;
}

const [, , way, what, count] = process.argv;
void register(way, what, Number(count)).then(found => console.log(JSON.stringify(found)));

async function register(module: string, subject: string, times: number): Promise<Registration> {
  const policies: string[] = [];
  await runtime.setMocks({
    newResource: ({ type, name, inputs }) => {
      if (type.startsWith('kubernetes:')) policies.push(JSON.stringify(inputs));
      return { id: name, state: inputs as object };
    },
    call: () => ({}),
  });
  const { [subject]: write } = (await import(`./pulumi-${module}`)) as Readonly<Record<string, Write>>;
  const [start, usage] = [performance.now(), process.cpuUsage()];
  for (let index = 0; index < times; index++) write(index);
  await runtime.disconnect();
  const { user, system } = process.cpuUsage(usage);
  const digest = createHash('sha256').update(policies.sort().join('\n')).digest('hex');
  return {
    milliseconds: performance.now() - start,
    busy: (user + system) / 1e3,
    policies: policies.length,
    digest,
  };
}
