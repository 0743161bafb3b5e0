import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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
  return under('examples', /\/dist\/.*\.k8s\.yaml$/).map(at => ({ at, manifests: manifestsIn(text(at)) }));
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
  // Programs for Pulumi register their policies with its engine, which has tests of its own.
  const forCdk8s = samples.filter(({ code }) => !/from '(@|netpol\/)pulumi/.test(code));
  return forCdk8s.map(({ program: { at }, code }) => {
    const { written } = run(programOf(code));
    // Workloads of pages are shortened.
    const policies = [...written.values()].flatMap(manifestsIn).filter(({ kind }) => kind === 'NetworkPolicy');
    return { at, manifests: policies };
  });
}

function manifestsIn(yaml: string): Manifest[] {
  return (loadAll(yaml) as (Manifest | null)[]).filter(each => each !== null);
}

/** Files below a folder; links are not followed, as an example has one to this checkout. */
function under(folder: string, name: RegExp): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter(each => each.isFile())
    .map(each => relative(ROOT, join(each.parentPath, each.name)))
    .filter(path => name.test(path) && !path.includes('node_modules'))
    .sort();
}

function text(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
