import { Agent, request } from 'node:https';
import { Access } from './kubeconfig';

/** An object as a program holds it. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name?: string; readonly namespace?: string; readonly [field: string]: unknown };
  readonly [field: string]: unknown;
}

/** What the server answers: an object, or a Status that says what is wrong. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

/** How an object is sent. */
export interface Sending {
  readonly method: 'DELETE' | 'GET' | 'PATCH' | 'POST';
  readonly path: string;
  readonly contentType?: string;
  readonly body?: string;
}

/** Where objects of a kind are. */
interface Resource {
  readonly name: string;
  readonly kind: string;
  readonly namespaced: boolean;
}

/** Talks to an API server; unknown and duplicate fields are refused, as `kubectl` asks for. */
export class ApiClient {
  private readonly agent: Agent;
  private readonly resources = new Map<string, Promise<readonly Resource[]>>();

  constructor(private readonly access: Access) {
    this.agent = new Agent({ ...access.tls, keepAlive: true });
  }

  /** Asks whether an object would be accepted, and what it would become. */
  async tryToCreate(manifest: Manifest): Promise<Answer> {
    return this.create(manifest, '&dryRun=All');
  }

  async create(manifest: Manifest, options = ''): Promise<Answer> {
    const path = `${await this.collectionOf(manifest)}?fieldValidation=Strict${options}`;
    return this.send({ method: 'POST', path, contentType: 'application/json', body: JSON.stringify(manifest) });
  }

  /** Server-side apply, as GitOps controllers do it. */
  async apply(manifest: Manifest, options = ''): Promise<Answer> {
    const path = `${await this.pathOf(manifest)}?fieldManager=netpol-e2e&force=true&fieldValidation=Strict${options}`;
    const contentType = 'application/apply-patch+yaml';
    return this.send({ method: 'PATCH', path, contentType, body: JSON.stringify(manifest) });
  }

  async get(manifest: Manifest): Promise<Answer> {
    return this.send({ method: 'GET', path: await this.pathOf(manifest) });
  }

  async delete(manifest: Manifest): Promise<Answer> {
    return this.send({ method: 'DELETE', path: await this.pathOf(manifest) });
  }

  /** The path of the collection that an object goes to. */
  async collectionOf({ apiVersion, kind, metadata }: Manifest): Promise<string> {
    const group = `${apiVersion.includes('/') ? '/apis' : '/api'}/${apiVersion}`;
    const resource = (await this.resourcesOf(group)).find(each => each.kind === kind && !each.name.includes('/'));
    if (resource === undefined) throw new Error(`the API server knows no ${kind} in ${apiVersion}`);
    const { name, namespaced } = resource;
    return namespaced ? `${group}/namespaces/${metadata.namespace ?? 'default'}/${name}` : `${group}/${name}`;
  }

  send({ method, path, contentType = 'application/json', body }: Sending): Promise<Answer> {
    const headers = {
      accept: 'application/json',
      'content-type': contentType,
      ...(this.access.token === undefined ? {} : { authorization: `Bearer ${this.access.token}` }),
    };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.access.server}${path}`, { method, headers, agent: this.agent }, response => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => resolve({ status: response.statusCode ?? 0, body: parsed(chunks) }));
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }

  /** Ends the connections that are kept open. */
  close(): void {
    this.agent.destroy();
  }

  private async pathOf(manifest: Manifest): Promise<string> {
    return `${await this.collectionOf(manifest)}/${manifest.metadata.name}`;
  }

  private resourcesOf(group: string): Promise<readonly Resource[]> {
    const known = this.resources.get(group);
    if (known !== undefined) return known;
    const asked = this.send({ method: 'GET', path: group }).then(
      ({ body }) => (body as { readonly resources?: readonly Resource[] }).resources ?? [],
    );
    this.resources.set(group, asked);
    return asked;
  }
}

/** A few answers, such as that a path is unknown, are plain text. */
function parsed(chunks: readonly Buffer[]): unknown {
  const text = Buffer.concat(chunks).toString();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return { message: text };
  }
}
