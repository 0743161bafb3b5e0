import { inWords } from '../model/check';
import { nearest } from '../model/nearest';
import { Path } from '../model/path';
import { KINDS } from './kinds';

/** What an object says it is. */
export interface TypeMeta {
  readonly apiVersion: string;
  readonly kind: string;
}

/** Groups of Kubernetes that have kinds which are read, or had them. */
const GROUPS = new Set(['', 'apps', 'batch', 'extensions', 'networking.k8s.io', 'policy.networking.k8s.io']);

/** What is wrong with an object that almost is of a kind that is read; undefined for one of no interest. */
export function problemOfType(type: TypeMeta): { path: Path; message: string; fix: string } | undefined {
  if (!GROUPS.has(groupOf(type.apiVersion))) return undefined;
  const kind = KINDS.get(type.kind);
  if (kind !== undefined) {
    const message = `there is no ${type.kind} in ${inWords(type.apiVersion)}`;
    return { path: ['apiVersion'], message, fix: `write apiVersion: ${kind.apiVersion}` };
  }
  const meant = nearest(type.kind, kindsOf(groupOf(type.apiVersion)));
  if (meant === undefined) return undefined;
  return { path: ['kind'], message: `there is no kind ${inWords(type.kind)}`, fix: `did you mean ${meant}?` };
}

/** A kind as kubectl tells it from others of its name: `Ingress.networking.k8s.io`. */
export function kindInWords({ apiVersion, kind }: TypeMeta): string {
  const group = groupOf(apiVersion);
  return group === '' ? kind : `${kind}.${group}`;
}

function groupOf(apiVersion: string): string {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? '' : apiVersion.slice(0, slash);
}

function kindsOf(group: string): string[] {
  return [...KINDS].filter(([, { apiVersion }]) => groupOf(apiVersion) === group).map(([name]) => name);
}
