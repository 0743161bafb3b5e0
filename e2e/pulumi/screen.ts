import { CommandError } from '@pulumi/pulumi/automation';

/** All that a command showed that failed. */
export async function failureOf(command: Promise<unknown>): Promise<string> {
  try {
    await command;
  } catch (error) {
    if (error instanceof CommandError) return error.message;
    throw error;
  }
  throw new Error('the command did not fail');
}

/** What a screen has under the heading for what went wrong. */
export function diagnosticsOf(screen: string): string[] {
  const [, diagnostics = ''] = /^Diagnostics:\n(.*?)^(?:Resources|Outputs):$/ms.exec(screen) ?? [];
  return diagnostics.split('\n').filter(line => line !== '');
}
