import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { run } from './program';

const EXAMPLES = join(__dirname, '..', '..', 'examples');

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

describe('examples/three-tier-pulumi', () => {
  it.each([
    ['policies', 'NetworkPolicy'],
    ['workloads', 'Deployment'],
    ['workloads', 'Service'],
  ])('is the same application as examples/three-tier: its %s, by kind %s', async (file, kind) => {
    const { resources } = await run(() =>
      jest.isolateModules(() => jest.requireActual(join(EXAMPLES, 'three-tier-pulumi'))),
    );
    const registered = resources.filter(({ type }) => type.startsWith('kubernetes:') && type.endsWith(`:${kind}`));
    const dist = join(EXAMPLES, 'three-tier', 'dist', `${file}.k8s.yaml`);
    const manifests = (loadAll(readFileSync(dist, 'utf8')) as Manifest[]).filter(each => each.kind === kind);
    expect(manifests.length).toBeGreaterThan(2);
    expect(byName(registered.map(({ inputs }) => inputs as unknown as Manifest))).toEqual(byName(manifests));
  });
});

function byName(manifests: readonly Manifest[]): ReadonlyMap<string, Manifest> {
  return new Map(manifests.map(manifest => [manifest.metadata.name, manifest]));
}
