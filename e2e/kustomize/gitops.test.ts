import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { blocksOf } from '../../test/docs/markdown';
import { Manifest } from '../apiserver/api-client';
import { describeApiServer } from '../apiserver/api-server';
import { movedTo, ownNamespace } from '../apiserver/own-namespace';
import { emptyFolder, theClone } from '../clone';
import { describeWith } from '../describe-with';
import { goProgram } from '../go-program';
import { shell } from '../shell';

const ROOT = join(__dirname, '..', '..');

const DIST = join(ROOT, 'examples', 'gitops', 'dist');

const ENVIRONMENTS = ['development', 'production'];

/** The one line that the promotion changes. */
const [CLOSED, PROMOTED] = ["connections: ['metrics'] }", "connections: ['metrics', 'payments'] }"];

const kustomize = goProgram({ folder: __dirname, package: 'sigs.k8s.io/kustomize/kustomize/v5' });

describeWith('examples/gitops, built by kustomize,', kustomize, program => {
  const built = (dist: string, environment: string) =>
    shell(`"${program()}" build "${join(dist, environment)}"`, { cwd: ROOT });

  const manifests = (environment: string) => loadAll(built(DIST, environment)) as Manifest[];

  it.each(ENVIRONMENTS)('has every object of %s in its namespace', name => {
    const namespaces = manifests(name).map(({ kind, metadata }) =>
      kind === 'Namespace' ? metadata.name : metadata.namespace,
    );
    expect(new Set(namespaces)).toEqual(new Set([`shop-${name}`]));
  });

  it('is found open to everyone in development by `netpol check`, which finds nothing in production', () => {
    const rules = ENVIRONMENTS.map(name => {
      const { findings } = JSON.parse(netpol('check - --json', built(DIST, name))) as { findings: { rule: string }[] };
      return findings.map(({ rule }) => rule);
    });
    expect(rules).toEqual([['egress-to-everyone', 'open-to-everyone'], []]);
  });

  it('is closed in production, and open in development', () => {
    const frontends = ENVIRONMENTS.map(name => netpol('list -', built(DIST, name)).includes('0.0.0.0'));
    expect(frontends).toEqual([true, false]);
  });

  it('brings a connection to production by the diff that docs/gitops.md shows', () => {
    const { folder } = theClone();
    const copy = emptyFolder('gitops-promoted');
    cpSync(join(folder, 'examples', 'gitops'), copy, { recursive: true });
    const environments = join(copy, 'environments.ts');
    writeFileSync(environments, readFileSync(environments, 'utf8').replace(CLOSED, PROMOTED));
    const bin = join(folder, 'node_modules', '.bin');
    shell(`mkdir -p node_modules && ln -sfn "${folder}" node_modules/netpol && cdk8s synth --check-upgrade=false`, {
      cwd: copy,
      env: { PATH: `${bin}:${process.env.PATH}`, NODE_PATH: join(folder, 'node_modules') },
    });
    const [before, after] = [DIST, join(copy, 'dist')].map((dist, index) => {
      const file = join(copy, `${index}.yaml`);
      writeFileSync(file, built(dist, 'production'));
      return file;
    });
    const [shown] = blocksOf('docs/gitops.md', readFileSync(join(ROOT, 'docs', 'gitops.md'), 'utf8')).filter(
      ({ remark }) => remark === 'netpol diff',
    );
    expect(netpol(`diff "${before}" "${after}"`).trim()).toBe(shown.text);
  });

  describeApiServer('and applied to a real API server,', server => {
    const namespace = ownNamespace(server);

    it.each(ENVIRONMENTS)('is accepted, and unchanged when %s is applied again', async name => {
      const objects = manifests(name).filter(({ kind }) => kind !== 'Namespace');
      for (const object of objects.map(each => movedTo(namespace, each))) {
        const [first, second] = [await server().client.apply(object), await server().client.apply(object)];
        expect([first.status < 300, second.status]).toEqual([true, 200]);
        expect((second.body as Manifest).metadata.resourceVersion).toBe(
          (first.body as Manifest).metadata.resourceVersion,
        );
      }
    });
  });
});

function netpol(words: string, input = ''): string {
  const { folder } = theClone();
  const file = join(emptyFolder('netpol-input'), 'input.yaml');
  writeFileSync(file, input);
  return shell(`node "${join(folder, 'lib', 'cli', 'main.js')}" ${words} < "${file}"`, { cwd: folder });
}
