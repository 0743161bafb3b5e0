import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { Manifest } from '../apiserver/api-client';

/** The objects that were written into a folder, by name. */
export function renderedIn(folder: string): Manifest[] {
  const manifests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yaml'))
    .map(path => load(readFileSync(join(folder, path), 'utf8')) as Manifest);
  return byName(manifests.map(withoutPulumis));
}

/** In the order of their names. */
export function byName(manifests: readonly Manifest[]): Manifest[] {
  return [...manifests].sort((a, b) => (`${a.metadata.name}` < `${b.metadata.name}` ? -1 : 1));
}

/** The real provider labels what it renders. */
function withoutPulumis(manifest: Manifest): Manifest {
  const { labels, ...metadata } = manifest.metadata;
  return { ...manifest, metadata };
}
