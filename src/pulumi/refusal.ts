import { log, Resource, ResourceError } from '@pulumi/pulumi';
import { PolicyError } from '../model/policy-error';

/** The error as Pulumi is to show it: a refusal on its component, in one line; what is none keeps its stack. */
export function refusalOn(component: Resource, error: unknown): unknown {
  if (!(error instanceof PolicyError)) return error;
  const refusal = new ResourceError(error.message, component, true);
  refusal.cause = error;
  return refusal;
}

const REPORTED = new WeakSet<ResourceError>();

/** Fails the program with a refusal that came too late to be thrown; others may fail for the same one. */
export function reportRefusal(error: unknown): void {
  if (!ResourceError.isInstance(error)) throw error;
  if (!REPORTED.has(error)) void log.error(error.message, error.resource);
  REPORTED.add(error);
}
