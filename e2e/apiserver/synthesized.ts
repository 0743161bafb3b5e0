import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { examplesOf } from '../../test/docs/doc-comment';
import { blocksOf, samplesOf } from '../../test/docs/markdown';
import { programOf, run } from '../../test/docs/program';
import { Manifest } from './api-client';

/** Manifests, and the file that has them or the program that writes them. */
export interface Synthesized {
  readonly at: string;
  readonly manifests: readonly Manifest[];
}

const ROOT = join(__dirname, '..', '..');

/** All that examples, snapshots of tests and programs of the documentation synthesize. */
export function allSynthesized(): Synthesized[] {
  return [...ofExamples(), ...ofSnapshots(), ...ofDocumentation()].filter(({ manifests }) => manifests.length > 0);
}

function ofExamples(): Synthesized[] {
  return under('examples', /\/dist\/.*\.yaml$/).map(at => ({ at, manifests: manifestsIn(text(at)) }));
}

function ofSnapshots(): Synthesized[] {
  return under('test', /\.test\.ts$/).map(at => {
    const snapshots = [...text(at).matchAll(/toMatchInlineSnapshot\(`([^`]*)`/g)].map(([, snapshot]) => snapshot);
    return { at, manifests: snapshots.filter(each => each.includes('apiVersion: ')).flatMap(manifestsIn) };
  });
}

function ofDocumentation(): Synthesized[] {
  const pages = [...readdirSync(ROOT).filter(name => name.endsWith('.md')), ...under('docs', /\.md$/)];
  const samples = [
    ...pages.flatMap(page => samplesOf(blocksOf(page, text(page)))),
    ...under('src', /\.ts$/).flatMap(path => examplesOf(path, text(path))),
  ];
  return samples.map(({ program: { at }, code }) => {
    const { written } = run(programOf(code));
    return { at, manifests: [...written.values()].flatMap(manifestsIn) };
  });
}

function manifestsIn(yaml: string): Manifest[] {
  return (loadAll(yaml) as (Manifest | null)[]).filter(each => each !== null);
}

function under(folder: string, name: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .map(path => join(folder, path))
    .filter(path => name.test(path) && !path.includes('node_modules'))
    .sort();
}

function text(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
