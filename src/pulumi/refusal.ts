import { Resource, ResourceError } from '@pulumi/pulumi';
import { naming, PolicyError } from '../model/policy-error';

/** Does something that may be refused. */
export type Refusing = <T>(work: () => T) => T;

/** What is refused is refused on the component, under the name by which messages call it. */
export function refusingOn(component: Resource, owner: string): Refusing {
  return work => {
    try {
      return naming(owner, work);
    } catch (error) {
      throw refusalOn(component, error);
    }
  };
}

/** The error as Pulumi is to show it: a refusal on its component, in one line; what is none keeps its stack. */
function refusalOn(component: Resource, error: unknown): unknown {
  if (!(error instanceof PolicyError)) return error;
  const refusal = new ResourceError(error.message, component, true);
  refusal.cause = error;
  return refusal;
}

/** A refusal quotes what it refuses; of a secret it says where it stands and, by its code, what is wrong. */
export function hiding<T>(isSecret: boolean, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (!isSecret || !(error instanceof PolicyError)) throw error;
    const [path] = error.path.split(' > ');
    const problem = 'what is refused is left out, as there is a secret in it';
    throw new PolicyError({ code: error.code, path, problem, fix: 'see docs/errors.md for what the code means' });
  }
}

/**
 * Fails the program with an error that came too late to be thrown.
 *
 * What nobody catches Pulumi shows once, on the resource that it names, and stops. An error that is only logged would
 * leave the program a success, after which Pulumi deletes what was not registered.
 */
export function failProgram(error: unknown): void {
  // Once the program has run through Pulumi shows the stack, in which no line of the program is left.
  if (ResourceError.isInstance(error) && error.hideStack) error.stack = error.message;
  void Promise.reject(error);
}
