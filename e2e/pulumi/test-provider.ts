import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { DiffResult, main, Provider } from '@pulumi/pulumi/provider';
import { Yaml } from 'cdk8s';
import { Answer, ApiClient, Manifest } from '../apiserver/api-client';
import { readKubeconfig } from '../apiserver/kubeconfig';

// Stands in for the Kubernetes provider of Pulumi, whose plugin no package registry has: objects are made by server-side
// apply, or, as with `renderYamlToDirectory`, written into a folder.

/** The resource as the engine keeps it: what was asked for, and what became of it. */
interface State extends Manifest {
  readonly asked: Manifest;
}

/** What the engine sends of a resource that is to change. */
type Change = readonly [id: string, urn: string, state: State, inputs: Manifest];

/** Where objects go. */
interface Store {
  put(manifest: Manifest): Promise<Manifest>;
  find(manifest: Manifest): Promise<Manifest | undefined>;
  remove(manifest: Manifest): Promise<void>;
}

class Cluster implements Store {
  private readonly client: ApiClient;

  constructor(kubeconfig: string) {
    this.client = new ApiClient(readKubeconfig(kubeconfig));
  }

  async put(manifest: Manifest): Promise<Manifest> {
    return manifestOf(await this.client.apply(manifest));
  }

  async find(manifest: Manifest): Promise<Manifest | undefined> {
    const answer = await this.client.get(manifest);
    return answer.status === 404 ? undefined : manifestOf(answer);
  }

  async remove(manifest: Manifest): Promise<void> {
    manifestOf(await this.client.delete(manifest));
  }
}

class Folder implements Store {
  constructor(private readonly path: string) {
    mkdirSync(path, { recursive: true });
  }

  put(manifest: Manifest): Promise<Manifest> {
    writeFileSync(this.fileOf(manifest), Yaml.stringify(manifest));
    return Promise.resolve(manifest);
  }

  find(manifest: Manifest): Promise<Manifest> {
    return Promise.resolve(manifest);
  }

  remove(manifest: Manifest): Promise<void> {
    return Promise.resolve(rmSync(this.fileOf(manifest)));
  }

  private fileOf({ kind, metadata }: Manifest): string {
    return join(this.path, `${kind}-${metadata.namespace}-${metadata.name}.yaml`);
  }
}

function providerOf(store: Store, version: string): Provider {
  return {
    version,
    check: (_, __, inputs: Manifest) =>
      Promise.resolve({
        inputs,
        failures: inputs.metadata?.name
          ? []
          : [{ property: 'metadata', reason: 'these tests want names of their own' }],
      }),
    diff: (...[, , { asked }, inputs]: Change) => Promise.resolve(differenceOf(asked, inputs)),
    create: async (_, inputs: Manifest) => ({ id: idOf(inputs), outs: stateOf(inputs, await store.put(inputs)) }),
    update: async (...[, , , inputs]: Change) => ({ outs: stateOf(inputs, await store.put(inputs)) }),
    read: async (id, _, state: State) => {
      const found = await store.find(state.asked);
      return found === undefined ? {} : { id, props: stateOf(state.asked, found), inputs: state.asked };
    },
    delete: (_, __, { asked }: State) => store.remove(asked),
  };
}

function stateOf(asked: Manifest, { apiVersion, kind, metadata, spec }: Manifest): State {
  const { name, namespace, uid = '' } = metadata;
  return {
    apiVersion,
    kind,
    metadata: { name, ...(namespace && { namespace }), uid },
    ...(spec ? { spec } : {}),
    asked,
  };
}

/** An object of another name is another object. */
function differenceOf(asked: Manifest, inputs: Manifest): DiffResult {
  const replaces = idOf(asked) === idOf(inputs) ? [] : ['metadata'];
  return { changes: !isDeepStrictEqual(asked, inputs), replaces };
}

function idOf({ metadata }: Manifest): string {
  return `${metadata.namespace}/${metadata.name}`;
}

function manifestOf({ status, body }: Answer): Manifest {
  if (status >= 300) throw new Error((body as { readonly message?: string }).message);
  return body as Manifest;
}

const {
  NETPOL_E2E_RENDER: render,
  NETPOL_E2E_KUBECONFIG: kubeconfig = '',
  NETPOL_E2E_VERSION: version = '',
} = process.env;

void main(providerOf(render ? new Folder(render) : new Cluster(kubeconfig), version), process.argv.slice(2));
