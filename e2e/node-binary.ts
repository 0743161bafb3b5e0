import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './cache';
import { Needed } from './describe-with';

/** The folder with another version of Node, which npm has as a package. */
export function nodeBinary(version: string): Needed<string> {
  const folder = join(CACHE, `node-${version}`);
  const name = `node-${process.platform}-${process.arch}`;
  const bin = join(folder, 'node_modules', name, 'bin');
  try {
    if (!existsSync(join(bin, 'node'))) {
      execSync(`npm install --no-audit --no-fund --prefix "${folder}" ${name}@${version}`, { stdio: 'pipe' });
    }
    return { found: bin };
  } catch {
    return { missing: `no binary of Node ${version} can be fetched` };
  }
}
