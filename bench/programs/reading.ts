import { dump, loadAll } from 'js-yaml';
import { readObjects } from '../../src/read/read-objects';
import { readTexts } from '../../src/read/read-texts';
import { syntheticObjects } from './synthetic-cluster';
import { timingOf } from './took';

/** What is measured, after what comes before it is done. */
const READINGS: Readonly<Record<string, () => () => unknown>> = {
  'js-yaml alone, YAML': () => {
    const text = yamlOf(objects());
    return () => loadAll(text);
  },
  'readTexts, YAML': () => reading('a.yaml', yamlOf(objects())),
  'readTexts, one List in JSON': () =>
    reading('a.json', JSON.stringify({ apiVersion: 'v1', kind: 'List', items: objects() }, undefined, 4)),
  readObjects: () => {
    const all = objects().map(object => ({ object, origin: 'app' }));
    return () => readObjects(all);
  },
  'readTexts, YAML, 1,000 findings in 500 documents': () => {
    const broken = objects().slice(0, 500);
    return reading('a.yaml', yamlOf(broken.map(object => ({ ...object, spec: 1, metadata: { name: 'A' } }))));
  },
};

const [, , asked] = process.argv;
console.log(JSON.stringify(asked === undefined ? Object.keys(READINGS) : timingOf(READINGS[asked]())));

/** About 21,000. */
function objects(): object[] {
  return syntheticObjects({ namespaces: 1_000, pods: 10_000, policies: 10_000 });
}

function yamlOf(all: readonly object[]): string {
  return all.map(object => dump(object, { noRefs: true })).join('---\n');
}

function reading(name: string, text: string): () => unknown {
  return () => readTexts([{ name, text }]);
}
