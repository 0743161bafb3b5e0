import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExpectations } from '../src/read/questions/expectations';
import { readTexts } from '../src/read/read-texts';
import { NamedText } from '../src/read/reading';
import { resultOf } from '../src/verify/explain/expectation-result';
import { Reach } from '../src/verify/reach/reach';
import { committedOutput, exampleFolder, runExample } from './example';
import { describeShared } from './shared';

/** The expectations of an example that manifests do not fulfil, in the example's words. */
function broken(example: string, manifests: readonly NamedText[]): string[] {
  const file = join(exampleFolder(example), 'expectations.yaml');
  const { expectations, findings } = readExpectations({ name: file, text: readFileSync(file, 'utf8') });
  const reading = readTexts(manifests);
  expect([...findings, ...reading.findings]).toEqual([]);
  expect(expectations.length).toBeGreaterThan(3);
  const reach = Reach.of(reading.cluster);
  return expectations
    .map(each => resultOf(reach, each))
    .filter(({ pass }) => pass !== true)
    .map(result => JSON.stringify(result.expectation.written));
}

const texts = (files: ReadonlyMap<string, string>): NamedText[] => [...files].map(([name, text]) => ({ name, text }));

describe.each(['microservices', 'online-boutique'])('examples/%s', example => {
  it('synthesizes what is committed under dist', () =>
    expect(runExample(example).files).toEqual(committedOutput(example)));
});

describe('examples/microservices', () => {
  const files = committedOutput('microservices');

  it('keeps its expectations', () => expect(broken('microservices', texts(files))).toEqual([]));

  it('breaks them without its policies', () => {
    const workloads = texts(files).filter(({ name }) => name.startsWith('workloads'));
    expect(broken('microservices', workloads)).toHaveLength(6);
  });
});

describeShared('examples/online-boutique', shared => {
  it("keeps its expectations, among upstream's workloads", () => {
    const file = join(shared, 'real', 'online-boutique', 'kubernetes-manifests.yaml');
    const workloads = { name: file, text: readFileSync(file, 'utf8') };
    expect(broken('online-boutique', [workloads, ...texts(committedOutput('online-boutique'))])).toEqual([]);
  });
});
