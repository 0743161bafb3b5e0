import { Resource, ResourceError } from '@pulumi/pulumi';
import { PolicyError } from '../model/policy-error';

/** What netpol refuses, on the component: Pulumi prints its one line without a stack. `cause` is the PolicyError. */
class Refusal extends ResourceError {
  constructor(cause: PolicyError, component: Resource) {
    super(cause.message, component, true);
    this.cause = cause;
    // Pulumi writes `error serializing property "spec": ` in front of what an input fails with.
    Object.defineProperty(this, 'message', { get: () => cause.message, set: () => undefined });
  }
}

/** The error as Pulumi is to show it; what is no refusal keeps its stack. */
export function refusalOn(component: Resource, error: unknown): unknown {
  return error instanceof PolicyError ? new Refusal(error, component) : error;
}
