import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

const ROOT = join(__dirname, '..', '..');

describe('netpol/pulumi', () => {
  it('loads no cdk8s: neither its modules nor the part of the library that needs them', () => {
    const program = `require('tsx/cjs'); require('./src/pulumi'); console.log(JSON.stringify(Object.keys(require.cache)))`;
    const loaded = JSON.parse(
      execFileSync(process.execPath, ['-e', program], { cwd: ROOT, encoding: 'utf8' }),
    ) as string[];
    expect(loaded.filter(path => path.includes('/src/pulumi/')).length).toBeGreaterThan(10);
    const strange = /node_modules\/(cdk8s|constructs)\/|^src\/(cdk8s|read|verify)\/|^src\/index/;
    expect(loaded.map(path => relative(ROOT, path)).filter(path => strange.test(path))).toEqual([]);
  });

  it('is asked of nobody: Pulumi is no dependency, and optional as a peer', () => {
    const { dependencies, peerDependencies, peerDependenciesMeta } = JSON.parse(
      readFileSync(join(ROOT, 'package.json'), 'utf8'),
    ) as Record<string, Record<string, unknown>>;
    const names = ['@pulumi/pulumi', '@pulumi/kubernetes'];
    expect(names.filter(name => name in dependencies || name in peerDependencies)).toEqual([]);
    expect(names.map(name => peerDependenciesMeta[name])).toEqual([{ optional: true }, { optional: true }]);
  });
});
