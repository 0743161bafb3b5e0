import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Yaml } from 'cdk8s';
import { ENVIRONMENTS } from './environments';

/**
 * Writes a kustomization.yaml into each folder.
 *
 * They list every file that is there: a policy that nobody lists is one that nobody applies.
 */
export function writeKustomizations(outdir: string): void {
  write(join(outdir, 'base'));
  for (const { name } of ENVIRONMENTS) write(join(outdir, name), { namespace: `shop-${name}`, from: ['../base'] });
}

function write(folder: string, { namespace, from = [] }: { namespace?: string; from?: readonly string[] } = {}): void {
  const files = readdirSync(folder).filter(name => name.endsWith('.k8s.yaml'));
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace,
    resources: [...from, ...files.sort()],
  };
  writeFileSync(join(folder, 'kustomization.yaml'), Yaml.stringify(kustomization));
}
