import { execSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CACHE } from './cache';
import { theClone } from './clone';
import { shell } from './shell';

/** The supported versions beside the oldest, with which the tests are run anyway. */
const VERSIONS = ['22', '24'].map(version => ({ version, bin: nodeBin(version) }));

describe('all tests pass', () => {
  for (const { version, bin } of VERSIONS) {
    if (bin === undefined) it.skip(`on Node ${version} (skipped: no binary of it can be fetched)`, () => undefined);
    else {
      it(`on Node ${version}`, () => {
        const { passed, ...others } = testsOn(version, bin);
        expect(others).toEqual({ version, failed: 0 });
        expect(passed).toBeGreaterThan(100);
      });
    }
  }
});

function testsOn(version: string, bin: string): { version: string; failed: number; passed: number } {
  const env = { PATH: `${bin}:${process.env.PATH}` };
  const { folder } = theClone();
  const [major] = shell('node --print process.versions.node', { cwd: folder, env }).split('.');
  const report = join(folder, '..', `node-${version}.json`);
  shell(`node node_modules/jest/bin/jest.js --ci --json --outputFile="${report}"`, { cwd: folder, env });
  const result = JSON.parse(shell(`cat "${report}"`, { cwd: folder })) as Record<string, number>;
  return { version: major, failed: result.numFailedTests, passed: result.numPassedTests };
}

/** The folder with that Node; undefined where it is not to be had. */
function nodeBin(version: string): string | undefined {
  const folder = join(CACHE, `node-${version}`);
  const name = `node-${process.platform}-${process.arch}`;
  const bin = join(folder, 'node_modules', name, 'bin');
  if (existsSync(join(bin, 'node'))) return bin;
  try {
    execSync(`npm install --no-audit --no-fund --prefix "${folder}" ${name}@${version}`, { stdio: 'pipe' });
    return existsSync(join(bin, 'node')) ? bin : undefined;
  } catch {
    return undefined;
  }
}
