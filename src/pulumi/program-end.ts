import { isSecret, runtime } from '@pulumi/pulumi';

/** Waits until the program has made its resources; in a test without a stack, until the code that runs now has. */
export async function programEnd(): Promise<void> {
  const stack = runtime.getStackResource();
  // What a program exports may be unknown, and calls no function then; whether it is secret is told in any case.
  if (stack !== undefined) await isSecret(stack.outputs.apply(() => undefined)).catch(() => undefined);
  else await undefined;
}
