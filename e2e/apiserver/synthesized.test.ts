import { Manifest } from './api-client';
import { describeApiServer } from './api-server';
import { movedTo, ownNamespace } from './own-namespace';
import { allRegistered, allSynthesized, isPolicy } from './synthesized';

const SYNTHESIZED = allSynthesized().map(each => [each.at, each] as const);

/** What the server adds to every object. */
const BY_SERVER = ['creationTimestamp', 'generation', 'managedFields', 'resourceVersion', 'uid'];

describeApiServer('what is synthesized, sent to a real API server,', server => {
  const namespace = ownNamespace(server);
  let registered: readonly Manifest[];

  it('is a good part of the library', () => {
    const policies = SYNTHESIZED.flatMap(([, { manifests }]) => manifests.filter(isPolicy));
    expect(policies.length).toBeGreaterThan(40);
  });

  it.each(SYNTHESIZED)('is accepted, and no policy is changed by defaults: %s', async (_, { manifests }) => {
    for (const manifest of manifests) await expectAccepted(manifest);
  });

  it('is accepted and not changed by defaults: what programs of the documentation for Pulumi register', async () => {
    registered = await allRegistered();
    expect(registered.length).toBeGreaterThan(8);
    for (const policy of registered) await expectAccepted(policy);
  });

  it.each(SYNTHESIZED)('is not changed when it is applied again: %s', async (_, { manifests }) => {
    for (const policy of manifests.filter(isPolicy)) await expectUnchanged(policy);
  });

  it('is not changed when it is applied again: what programs for Pulumi register', async () => {
    for (const policy of registered) await expectUnchanged(policy);
  });

  async function expectAccepted(synthesized: Manifest): Promise<void> {
    const manifest = movedTo(namespace, synthesized);
    const { status, body } = await server().client.tryToCreate(manifest);
    expect([status, body]).toEqual([201, expect.objectContaining({ kind: manifest.kind })]);
    if (isPolicy(manifest)) expect(withoutServersFields(body as Manifest)).toEqual(manifest);
  }

  async function expectUnchanged(policy: Manifest): Promise<void> {
    const applied = () => server().client.apply(movedTo(namespace, policy));
    const [first, second] = [await applied(), await applied()];
    expect([first.status, second.status]).toEqual([expect.any(Number), 200]);
    expect(versionOf(second.body)).toBe(versionOf(first.body));
  }
});

function versionOf(body: unknown): unknown {
  return (body as Manifest).metadata.resourceVersion;
}

function withoutServersFields(manifest: Manifest): Manifest {
  const metadata = Object.fromEntries(Object.entries(manifest.metadata).filter(([key]) => !BY_SERVER.includes(key)));
  return { ...manifest, metadata };
}
