import { Manifest } from './api-client';
import { describeApiServer } from './api-server';
import { movedTo, ownNamespace } from './own-namespace';
import { allSynthesized } from './synthesized';

const SYNTHESIZED = allSynthesized().map(each => [each.at, each] as const);

/** What the server adds to every object. */
const BY_SERVER = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'uid'];

describeApiServer('what is synthesized, sent to a real API server,', server => {
  const namespace = ownNamespace(server);

  it('is a good part of the library', () => {
    const policies = SYNTHESIZED.flatMap(([, { manifests }]) => manifests.filter(isPolicy));
    expect(policies.length).toBeGreaterThan(40);
  });

  it.each(SYNTHESIZED)('is accepted, and no policy is changed by defaults: %s', async (_, { manifests }) => {
    for (const manifest of manifests.map(each => movedTo(namespace, each))) {
      const { status, body } = await server().client.tryToCreate(manifest);
      expect([status, body]).toEqual([201, expect.objectContaining({ kind: manifest.kind })]);
      const stored = withoutServersFields(body as Manifest);
      if (isPolicy(manifest)) expect(stored).toEqual(manifest);
      else expect(stored).toMatchObject(manifest);
    }
  });

  it.each(SYNTHESIZED)('is not changed when it is applied again: %s', async (_, { manifests }) => {
    for (const policy of manifests.filter(isPolicy).map(each => movedTo(namespace, each))) {
      const [first, second] = [await server().client.apply(policy), await server().client.apply(policy)];
      expect([first.status, second.status]).toEqual([expect.any(Number), 200]);
      expect(versionOf(second.body)).toBe(versionOf(first.body));
    }
  });
});

function isPolicy({ kind }: Manifest): boolean {
  return kind === 'NetworkPolicy';
}

function versionOf(body: unknown): unknown {
  return (body as Manifest).metadata.resourceVersion;
}

function withoutServersFields(manifest: Manifest): Manifest {
  const metadata = Object.fromEntries(Object.entries(manifest.metadata).filter(([key]) => !BY_SERVER.includes(key)));
  return { ...manifest, metadata };
}
