import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, theClone } from './clone';
import { shell } from './shell';

/** The languages that jsii writes code for, beside its own. */
export const LANGUAGES = ['python', 'java', 'go', 'dotnet'] as const;

/** One of them. */
export type Language = (typeof LANGUAGES)[number];

/** The folder with the package's code in a language; the code for all is written when one is first asked for. */
export function generatedCode(language: Language): string {
  const { folder } = theClone();
  const out = join(folder, '..', 'languages');
  if (!existsSync(out)) {
    const [write, into] = ['npx jsii-pacmak --code-only', `--outdir "${emptyFolder('languages')}"`];
    const targets = LANGUAGES.map(each => `--target ${each}`).join(' ');
    // What it needs, as Go modules beside it: then its code compiles without asking a registry.
    const needed = `--target go ${into} node_modules/constructs node_modules/cdk8s`;
    shell(`${write} ${targets} ${into} && ${write} ${needed}`, { cwd: folder });
  }
  return join(out, language);
}
