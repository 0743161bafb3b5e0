import { readFileSync } from 'node:fs';
import { AgentOptions } from 'node:https';
import { dirname, resolve } from 'node:path';
import { load } from 'js-yaml';

/** How a cluster is reached. */
export interface Access {
  readonly server: string;
  readonly token?: string;
  /** Whom to trust, and a client's certificate. */
  readonly tls: Pick<AgentOptions, 'ca' | 'cert' | 'key' | 'rejectUnauthorized'>;
}

interface Kubeconfig {
  readonly 'current-context': string;
  readonly contexts: readonly { readonly name: string; readonly context: { cluster: string; user: string } }[];
  readonly clusters: readonly { readonly name: string; readonly cluster: Fields }[];
  readonly users: readonly { readonly name: string; readonly user: Fields }[];
}

type Fields = Readonly<Record<string, string | undefined>>;

/** What a kubeconfig says of its current context. Programs that it names for the login are not run. */
export function readKubeconfig(file: string): Access {
  const config = load(readFileSync(file, 'utf8')) as Kubeconfig;
  const { context } = named(config.contexts, config['current-context']);
  const { cluster } = named(config.clusters, context.cluster);
  const { user } = named(config.users, context.user);
  const at = dirname(file);
  const [ca, cert, key] = [
    content(cluster, 'certificate-authority', at),
    content(user, 'client-certificate', at),
    content(user, 'client-key', at),
  ];
  const { server, 'insecure-skip-tls-verify': insecure } = cluster;
  if (server === undefined) throw new Error(`${file} names no server`);
  return { server, token: user.token, tls: { ca, cert, key, rejectUnauthorized: !insecure } };
}

/** In the file itself, or in one that it names. */
function content(fields: Fields, key: string, folder: string): Buffer | undefined {
  const { [key]: path, [`${key}-data`]: data } = fields;
  if (data !== undefined) return Buffer.from(data, 'base64');
  return path === undefined ? undefined : readFileSync(resolve(folder, path));
}

function named<T extends { readonly name: string }>(list: readonly T[], name: string): T {
  const found = list.find(each => each.name === name);
  if (found === undefined) throw new Error(`the kubeconfig has no ${name}`);
  return found;
}
