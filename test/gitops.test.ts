import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Environment, ENVIRONMENTS } from '../examples/gitops/environments';
import { blocksOf } from './docs/markdown';
import { committedOutput, runExample } from './example';

const ROOT = join(__dirname, '..');

const [DEVELOPMENT, PRODUCTION] = ENVIRONMENTS;

/** What the example writes for other environments than its own. */
function filesFor(...environments: Environment[]): Map<string, string> {
  jest.doMock('../examples/gitops/environments', () => ({ ENVIRONMENTS: environments }));
  try {
    return runExample('gitops').files;
  } finally {
    jest.dontMock('../examples/gitops/environments');
  }
}

describe('examples/gitops', () => {
  const { files } = runExample('gitops');

  it('synthesizes what is committed under dist', () => expect(files).toEqual(committedOutput('gitops')));

  it.each(['base', 'development', 'production'])('lists every file of %s for kustomize', folder => {
    const { resources } = load(files.get(`${folder}/kustomization.yaml`) ?? '') as { resources: string[] };
    const written = [...files.keys()].filter(path => path.startsWith(`${folder}/`) && path.endsWith('.k8s.yaml'));
    const fromBase = folder === 'base' ? [] : ['../base'];
    expect(resources).toEqual([...fromBase, ...written.map(path => path.slice(folder.length + 1))]);
  });

  it('is open in development alone', () => {
    const open = [...files.keys()].filter(path => path.includes('allow-all'));
    expect(open).toEqual(['development/NetworkPolicy.allow-all.k8s.yaml']);
    expect(() => filesFor({ ...PRODUCTION, isOpen: true })).toThrow('production');
  });

  it('brings what was tried out to production by one new file and one new line', () => {
    const promoted = filesFor(DEVELOPMENT, { ...PRODUCTION, connections: DEVELOPMENT.connections });
    const changed = [...promoted].filter(([path, text]) => files.get(path) !== text);
    expect(changed.map(([path]) => path)).toEqual([
      'production/NetworkPolicy.payments.k8s.yaml',
      'production/kustomization.yaml',
    ]);
    const [before, after] = [files, promoted].map(each => each.get('production/kustomization.yaml')?.split('\n') ?? []);
    expect(after.filter(line => !before.includes(line))).toEqual(['  - NetworkPolicy.payments.k8s.yaml']);
    expect(before.filter(line => !after.includes(line))).toEqual([]);
  });

  it.each(['README.md', 'docs/gitops.md'])('is shown in %s as it is', page => {
    const shown = blocksOf(page, readFileSync(join(ROOT, page), 'utf8'));
    const pages = shown.flatMap(({ remark, text }) =>
      remark.startsWith('shows ') ? [{ path: remark.slice(6), text }] : [],
    );
    expect(pages.map(({ path }) => path)).toContain('examples/gitops/argo-cd.yaml');
    for (const { path, text } of pages) expect(readFileSync(join(ROOT, path), 'utf8')).toContain(`${text}\n`);
  });
});
