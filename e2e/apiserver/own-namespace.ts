import { Manifest } from './api-client';
import { ApiServer } from './api-server';

/** A namespace that exists while the tests around run; nothing else in the cluster is touched. */
export function ownNamespace(server: () => ApiServer): string {
  const name = `netpol-e2e-${process.pid}`;
  const namespace: Manifest = { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };

  beforeAll(async () => {
    const { status, body } = await server().client.create(namespace);
    if (status !== 201) throw new Error(`the namespace ${name} cannot be made: ${JSON.stringify(body)}`);
  });

  afterAll(() => server().client.delete(namespace));

  return name;
}

/** The same object in that namespace. */
export function movedTo<T extends Manifest>(namespace: string, manifest: T): T {
  return { ...manifest, metadata: { ...manifest.metadata, namespace } };
}
