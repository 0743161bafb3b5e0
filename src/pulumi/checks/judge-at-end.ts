import { isSecret, log, Resource, ResourceError, runtime } from '@pulumi/pulumi';
import { failProgram } from '../refusal';

/** One thing that is wrong, or that nobody can tell yet. */
export interface Judgement {
  readonly text: string;
  /** Otherwise a preview does not know enough. */
  readonly isSure: boolean;
  /** What it is about. */
  readonly component: Resource;
}

/** Judges when the program has made its resources: what is wrong fails it, what is not sure is a warning. */
export function judgeAtEnd(judgedBy: string, judge: () => Promise<readonly Judgement[]>): void {
  const release = runtime.rpcKeepAlive();
  void programEnd()
    .then(judge)
    .then(judgements => {
      for (const { text, isSure, component } of judgements) {
        if (isSure) failProgram(new ResourceError(`${judgedBy}: ${text}`, component, true));
        else void log.warn(`${judgedBy}: ${text}`, component);
      }
    })
    .catch(failProgram)
    .finally(release);
}

/** In a test without a stack, the end of the code that runs now. */
async function programEnd(): Promise<void> {
  const stack = runtime.getStackResource();
  // What a program exports may be unknown, and calls no function then; whether it is secret is told in any case.
  if (stack !== undefined) await isSecret(stack.outputs.apply(() => undefined)).catch(() => undefined);
  else await undefined;
}
