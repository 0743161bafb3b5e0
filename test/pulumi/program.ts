import * as pulumi from '@pulumi/pulumi';
import * as refusal from '../../src/pulumi/refusal';

/** A resource as a program registers it. */
export interface Registered {
  readonly type: string;
  readonly name: string;
  /** As Pulumi's engine gets them: with its marks for what is secret or unknown. */
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly parent: string;
  readonly provider: string;
  readonly isProtected: boolean;
  readonly isDeletedBeforeReplaced: boolean;
  readonly dependencies: readonly string[];
  readonly aliases: readonly unknown[];
}

/** What became of a program. */
export interface Run {
  readonly resources: readonly Registered[];
  /** The policies among them, in alphabetical order. */
  readonly policies: readonly Registered[];
  /** What the components gave as their outputs, by URN. */
  readonly outputs: ReadonlyMap<string, Readonly<Record<string, unknown>>>;
  /** With what the program failed late. */
  readonly errors: readonly string[];
  /** The URN of the component that each of them names; undefined where Pulumi would print a stack. */
  readonly blamed: readonly (string | undefined)[];
  readonly warnings: readonly string[];
}

/** What Pulumi writes for a value that a preview does not know. */
export const UNKNOWN = pulumi.runtime.unknownValue;

/** An Output that a preview does not know. */
export function unknown<T>(): pulumi.Output<T> {
  return pulumi.output(pulumi.unknown as unknown) as unknown as pulumi.Output<T>;
}

interface Request {
  getType(): string;
  getName(): string;
  getParent(): string;
  getProvider(): string;
  getProtect(): boolean;
  getDeletebeforereplace(): boolean;
  getDependenciesList(): string[];
  getAliasesList(): { toObject(): unknown }[];
  getObject(): { toJavaScript(): Record<string, unknown> };
}

interface Outputs {
  getUrn(): string;
  getOutputs(): { toJavaScript(): Record<string, unknown> };
}

type Answer = (error: unknown, response: unknown) => void;

interface Monitor {
  registerResource(request: Request, answer: Answer): Promise<void>;
  registerResourceOutputs(request: Outputs, answer: Answer): void;
}

const MOCKS: pulumi.runtime.Mocks = {
  newResource: ({ name, inputs }) => ({ id: name, state: inputs as Record<string, unknown> }),
  call: () => ({}),
};

/** Runs a program without an engine: every resource becomes what it is asked to be. */
export async function run(program: () => unknown, { isPreview = false } = {}): Promise<Run> {
  await pulumi.runtime.setMocks(MOCKS, 'project', 'stack', isPreview);
  const monitor = pulumi.runtime.getMonitor() as unknown as Monitor;
  const [resources, outputs] = [[] as Registered[], new Map<string, Record<string, unknown>>()];
  // Pulumi shows an error once, however often it is met.
  const failures = new Set<unknown>();
  watch(monitor, 'registerResource', request => resources.push(registered(request)));
  watch(monitor, 'registerResourceOutputs', request =>
    outputs.set(request.getUrn(), request.getOutputs().toJavaScript()),
  );
  const failing = jest.spyOn(refusal, 'failProgram').mockImplementation(error => void failures.add(error));
  const warnings: string[] = [];
  const warned = jest.spyOn(pulumi.log, 'warn').mockImplementation(async message => void warnings.push(message));
  try {
    await program();
  } finally {
    await pulumi.runtime.disconnect();
    failing.mockRestore();
    warned.mockRestore();
  }
  const errors = [...failures].map(error => (error as Error).message);
  const blamed = await Promise.all([...failures].map(urnIn));
  const policies = resources.filter(({ type }) => type.endsWith(':NetworkPolicy') && type.startsWith('kubernetes:'));
  return {
    resources,
    policies: policies.sort((a, b) => (a.name < b.name ? -1 : 1)),
    outputs,
    errors,
    blamed,
    warnings,
  };
}

async function urnIn(error: unknown): Promise<string | undefined> {
  if (!pulumi.ResourceError.isInstance(error) || !error.hideStack) return undefined;
  const { resource } = error;
  return resource && new Promise(resolve => resource.urn.apply(resolve));
}

function watch<M extends keyof Monitor>(
  monitor: Monitor,
  method: M,
  see: (request: Parameters<Monitor[M]>[0]) => void,
) {
  const answered = monitor[method].bind(monitor) as (request: unknown, answer: Answer) => unknown;
  Object.assign(monitor, {
    [method](request: Parameters<Monitor[M]>[0], answer: Answer) {
      see(request);
      return answered(request, answer);
    },
  });
}

function registered(request: Request): Registered {
  return {
    type: request.getType(),
    name: request.getName(),
    inputs: request.getObject().toJavaScript(),
    parent: request.getParent(),
    provider: request.getProvider(),
    isProtected: request.getProtect(),
    isDeletedBeforeReplaced: request.getDeletebeforereplace(),
    dependencies: request.getDependenciesList(),
    aliases: request.getAliasesList().map(alias => alias.toObject()),
  };
}
