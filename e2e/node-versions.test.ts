import { join } from 'node:path';
import { theClone } from './clone';
import { describeWith } from './describe-with';
import { nodeBinary } from './node-binary';
import { shell } from './shell';

/** The supported versions beside the oldest, with which the tests are run anyway. */
const VERSIONS = ['22', '24'];

for (const version of VERSIONS) {
  describeWith(`on Node ${version}`, nodeBinary(version), bin => {
    it('all tests pass', () => {
      const { passed, ...others } = testsOn(version, bin());
      expect(others).toEqual({ version, failed: 0 });
      expect(passed).toBeGreaterThan(100);
    });
  });
}

function testsOn(version: string, bin: string): { version: string; failed: number; passed: number } {
  const env = { PATH: `${bin}:${process.env.PATH}` };
  const { folder } = theClone();
  const [major] = shell('node --print process.versions.node', { cwd: folder, env }).split('.');
  const report = join(folder, '..', `node-${version}.json`);
  shell(`node node_modules/jest/bin/jest.js --ci --json --outputFile="${report}"`, { cwd: folder, env });
  const result = JSON.parse(shell(`cat "${report}"`, { cwd: folder })) as Record<string, number>;
  return { version: major, failed: result.numFailedTests, passed: result.numPassedTests };
}
