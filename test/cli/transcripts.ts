import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Block, blocksOf } from '../docs/markdown';
import { netpol } from './netpol';

const ROOT = join(__dirname, '..', '..');

/** The blocks of a page that show commands and what they print. */
export function transcriptsOf(page: string): Block[] {
  return blocksOf(page, readFileSync(join(ROOT, page), 'utf8')).filter(({ language }) => language === 'console');
}

/**
 * A transcript as it is when its commands are run, in a copy of the folder that its remark names: `in FOLDER`, perhaps
 * followed by `with FILE: OLD -> NEW`. What the folder `dist` was before that is in `dist.before`.
 */
export async function rerun({ remark, text }: Block): Promise<string> {
  const [, folder, file, old, changed] = /^in (\S+)(?: with (\S+): (.*) -> (.*))?$/.exec(remark) ?? [];
  if (folder === undefined) throw new Error(`'${remark}' does not say in which folder`);
  const copy = mkdtempSync(join(tmpdir(), 'netpol-'));
  const home = process.cwd();
  try {
    for (const name of ['dist', 'expectations.yaml']) {
      cpSync(join(ROOT, folder, name), join(copy, name), { recursive: true });
    }
    cpSync(join(copy, 'dist'), join(copy, 'dist.before'), { recursive: true });
    if (file !== undefined) replaceIn(join(copy, file), old, changed);
    process.chdir(copy);
    return await printed(text.split('\n').filter(line => line.startsWith('$ ')));
  } finally {
    process.chdir(home);
    rmSync(copy, { recursive: true });
  }
}

async function printed(commands: readonly string[]): Promise<string> {
  let text = '';
  for (const command of commands) {
    const { stdout, stderr } = await netpol(...command.split(' ').slice(2));
    text += `${command}\n${stdout}${stderr}`;
  }
  return text.trimEnd();
}

function replaceIn(path: string, old: string, changed: string): void {
  const text = readFileSync(path, 'utf8');
  if (!text.includes(old)) throw new Error(`there is no '${old}' in ${path}`);
  writeFileSync(path, text.replaceAll(old, changed));
}
