import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { loadAll } from 'js-yaml';
import { examplesOf } from '../../test/docs/doc-comment';
import { blocksOf, Sample, samplesOf } from '../../test/docs/markdown';
import { finished, programOf, run } from '../../test/docs/program';
import { Manifest } from './api-client';

/** Manifests, and the file that has them or the program that writes them. */
export interface Synthesized {
  readonly at: string;
  readonly manifests: readonly Manifest[];
}

const ROOT = join(__dirname, '..', '..');

/** All that examples, snapshots of tests and programs of the documentation for cdk8s synthesize. */
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
  const forCdk8s = programs().filter(({ code }) => !FOR_PULUMI.test(code));
  return forCdk8s.map(({ program: { at }, code }) => {
    const { written } = run(programOf(code));
    // Workloads of pages are shortened.
    return { at, manifests: [...written.values()].flatMap(manifestsIn).filter(isPolicy) };
  });
}

/** The policies that the documentation's programs for Pulumi register. */
export async function allRegistered(): Promise<Manifest[]> {
  const found: Manifest[] = [];
  for (const { code } of programs().filter(each => FOR_PULUMI.test(each.code))) {
    const { registered } = run(programOf(code));
    await finished();
    found.push(...(registered as Manifest[]).filter(isPolicy));
  }
  return found;
}

/** Whether an object is a NetworkPolicy. */
export function isPolicy({ kind }: Manifest): boolean {
  return kind === 'NetworkPolicy';
}

const FOR_PULUMI = /from '(@|netpol\/)pulumi/;

function programs(): Sample[] {
  const pages = [...readdirSync(ROOT).filter(name => name.endsWith('.md')), ...under('docs', /\.md$/)];
  return [
    ...pages.flatMap(page => samplesOf(blocksOf(page, text(page)))),
    ...under('src', /\.ts$/).flatMap(path => examplesOf(path, text(path))),
  ];
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
