import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { transcriptsOf } from '../cli/transcripts';
import { fieldsIn, jsonDeclarations } from './declarations';
import { blocksOf } from './markdown';

const ROOT = join(__dirname, '..', '..');

const PAGE = 'docs/json.md';

const declared = declarationsIn('src/report');
const shown = new Map(
  blocksOf(PAGE, readFileSync(join(ROOT, PAGE), 'utf8'))
    .filter(({ language }) => language === 'ts')
    .flatMap(({ text }) => [...jsonDeclarations(text)]),
);

describe('docs/json.md', () => {
  it('shows every type that is printed, word for word', () => {
    expect(declared.size).toBeGreaterThan(10);
    expect(Object.fromEntries([...shown].sort())).toEqual(Object.fromEntries([...declared].sort()));
  });

  it.each([
    ['test', 'results', 'ExpectationJson'],
    ['explain', 'explanations', 'ExplanationJson'],
    ['diff', 'added', 'ConnectionJson'],
    ['check', 'findings', 'FindingJson'],
  ])('shows fields of netpol %s in the order in which they are declared', (verb, list, type) => {
    const [printed] = transcriptsOf(PAGE).filter(({ text }) => text.startsWith(`$ netpol ${verb} `));
    const document = JSON.parse(printed.text.slice(printed.text.indexOf('\n'))) as Record<string, object[]>;
    expect(document[list]).not.toEqual([]);
    for (const item of document[list]) {
      const fields = Object.keys(item);
      expect(fieldsIn(declared.get(type) ?? '').filter(field => fields.includes(field))).toEqual(fields);
    }
  });
});

function declarationsIn(folder: string): Map<string, string> {
  const texts = readdirSync(join(ROOT, folder)).map(name => readFileSync(join(ROOT, folder, name), 'utf8'));
  return new Map(texts.flatMap(text => [...jsonDeclarations(text)]));
}
