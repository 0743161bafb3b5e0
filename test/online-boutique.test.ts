import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTexts } from '../src/read/read-texts';
import { diff } from '../src/verify/matrix/diff';
import { ReachEnd } from '../src/verify/matrix/reached';
import { committedOutput, exampleFolder } from './example';
import { describeShared } from './shared';

const EXAMPLE = 'online-boutique';

describeShared("examples/online-boutique and upstream's own policies", shared => {
  const folder = join(shared, 'real', EXAMPLE);
  const read = (...path: string[]) => ({
    name: path.join('/'),
    text: readFileSync(join(folder, ...path), 'utf8'),
  });
  const workloads = read('kubernetes-manifests.yaml');
  const theirs = readdirSync(join(folder, 'network-policies'))
    .filter(file => file !== 'kustomization.yaml')
    .map(file => read('network-policies', file));
  const ours = [...committedOutput(EXAMPLE)].map(([name, text]) => ({ name, text }));
  const [before, after] = [theirs, ours].map(policies => readTexts([workloads, ...policies]));
  const { added, removed } = diff(before.cluster, after.cluster);

  it('are read whole', () => {
    expect([...before.findings, ...after.findings]).toEqual([]);
    expect([before, after].map(({ cluster }) => [cluster.policies.length, cluster.workloads.length])).toEqual([
      [13, 12],
      [13, 12],
    ]);
  });

  it('open nothing that upstream does not', () => expect(added).toEqual([]));

  it('close what upstream leaves open: every way out of the cluster, and the other ports of the frontend', () => {
    const closed = [...new Set(removed.map(({ from, to }) => `${nameOf(from)} -> ${nameOf(to)}`))];
    expect(closed.filter(line => line.endsWith(' -> outside'))).toHaveLength(12);
    expect(closed).toContain('outside -> frontend');
    expect(closed.filter(line => !/ -> (outside|frontend)$/.test(line))).toEqual([]);
  });

  it('take a fifth of the lines', () => {
    const yaml = theirs.map(({ text }) => linesOf(text, '#')).reduce((sum, lines) => sum + lines, 0);
    const program = linesOf(readFileSync(join(exampleFolder(EXAMPLE), 'policies.ts'), 'utf8'), '//');
    expect(yaml).toBeGreaterThan(250);
    expect(program).toBeLessThanOrEqual(yaml / 5);
  });
});

function nameOf(end: ReachEnd): string {
  return 'workload' in end ? end.workload.name : 'outside';
}

/** Lines that are neither blank nor comments. */
function linesOf(text: string, comment: string): number {
  return text
    .split('\n')
    .filter(line => line.trim() !== '' && !/^\s*(\/\*\*|\*)/.test(line) && !line.trim().startsWith(comment)).length;
}
