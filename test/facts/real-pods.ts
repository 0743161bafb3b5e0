import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { Labels } from '../oracle/cluster';
import { ContainerPort } from '../oracle/container-port';

/** A pod as upstream's manifests make it. */
export interface RealPod {
  /** Undefined where upstream sets it at run time, as OpenShift's operators do. */
  readonly namespace?: string;
  readonly name?: string;
  readonly labels: Labels;
  readonly ports: readonly ContainerPort[];
}

interface Manifest {
  readonly metadata?: { readonly name?: string; readonly namespace?: string };
  readonly spec?: { readonly template?: PodTemplate; readonly podMetadata?: { readonly labels?: Labels } };
}

interface PodTemplate {
  readonly metadata?: { readonly labels?: Labels };
  readonly spec?: { readonly containers?: readonly { readonly ports?: readonly ContainerPort[] }[] };
}

/** The pods that the manifests in a folder and those below it lead to; of custom resources, those of Prometheus. */
export function realPods(folder: string): RealPod[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.ya?ml(\.sed)?$/.test(entry.name))
    .flatMap(entry => loadAll(readFileSync(join(entry.parentPath, entry.name), 'utf8')) as (Manifest | null)[])
    .flatMap(podsOf);
}

function podsOf(manifest: Manifest | null): RealPod[] {
  const { template, podMetadata } = manifest?.spec ?? {};
  const labels = template?.metadata?.labels ?? podMetadata?.labels ?? {};
  const ports = (template?.spec?.containers ?? []).flatMap(container => container.ports ?? []);
  return template || podMetadata ? [{ ...manifest?.metadata, labels, ports }] : [];
}
