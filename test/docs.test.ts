import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { loadAll } from 'js-yaml';
import { SPECIMENS } from './arbitraries/usages';
import { constructsExported, constructsListed, constructsProven } from './docs/constructs';
import { examplesOf } from './docs/doc-comment';
import { Block, blocksOf, Sample, samplesOf } from './docs/markdown';
import { diagnosticsOf, finished, Outcome, programOf, run } from './docs/program';

const ROOT = join(__dirname, '..');

const PAGES = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  'SECURITY.md',
  ...under('docs', '.md'),
];

const SAMPLES: Sample[] = [
  ...PAGES.flatMap(page => samplesOf(blocksOf(page, text(page)))),
  ...under('src', '.ts').flatMap(path => examplesOf(path, text(path))),
];

// What synthesis warns of is not printed by the program.
beforeAll(() => jest.spyOn(console, 'warn').mockImplementation());

describe('a program in the documentation', () => {
  const programs = new Map(SAMPLES.map(({ program: { at }, code }) => [at, programOf(code)]));

  it('compiles', () => expect(diagnosticsOf(programs)).toEqual([]));

  it('would be reported if it did not', () => {
    const bad = diagnosticsOf(new Map([['README.md:1', programOf('Port.tcp("80");')]]));
    expect(bad).toEqual(["README.md:1: Argument of type 'string' is not assignable to parameter of type 'number'."]);
  });

  const named = SAMPLES.map(sample => [sample.program.at, sample] as const);
  it.each(named)('runs, and does what the page says: %s', async (_, { code, outcomes }) => {
    const outcome = run(programOf(code));
    await finished();
    if (!outcomes.some(({ remark }) => remark === 'throws')) expect(outcome.thrown).toBeUndefined();
    for (const block of outcomes) expect([block.at, actual(outcome, block)]).toEqual([block.at, block.text]);
  });
});

describe('a page', () => {
  it.each(PAGES)('links to what is there: %s', page => {
    const prose = text(page).replace(/^```[^]*?^```$/gm, '');
    const links = [...prose.matchAll(/\]\((?!https?:)([^)]+)\)/g)].map(([, link]) => link);
    const isMissing = (link: string) => {
      const [path, anchor] = link.split('#');
      const target = path === '' ? page : join(dirname(page), path);
      return !existsSync(join(ROOT, target)) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
    };
    expect(links.filter(isMissing)).toEqual([]);
  });

  it.each(PAGES)('has no output that nothing compares: %s', page => {
    const isLoose = ({ language, remark }: Block) => /^(text|yaml)$/.test(language) && remark === '';
    expect(
      blocksOf(page, text(page))
        .filter(isLoose)
        .map(({ at }) => at),
    ).toEqual([]);
  });
});

describe('the documentation', () => {
  it('has a row for each construct in README, and a section', () => {
    const constructs = constructsExported(text('src/index.ts'));
    expect(constructs.length).toBeGreaterThan(5);
    expect(constructsListed(text('README.md'))).toEqual(constructs);
    expect(constructsProven(text('README.md'))).toEqual(SPECIMENS.map(([construct]) => construct).sort());
    const sections = ['docs/constructs.md', 'docs/patterns.md'].flatMap(headingsOf);
    expect(sections.sort()).toEqual(constructs);
  });

  it('has a section for each code of an error, with a program that gets it', () => {
    const codes = [...text('src/model/policy-error.ts').matchAll(/^ {2}\| '([\w-]+)'/gm)].map(([, code]) => code);
    const got = blocksOf('docs/errors.md', text('docs/errors.md'))
      .filter(({ remark }) => remark === 'throws')
      .map(block => /\[([\w-]+)\]$/.exec(block.text)?.[1]);
    expect(codes.length).toBeGreaterThan(10);
    expect(headingsOf('docs/errors.md')).toEqual(codes);
    expect(got).toEqual(codes);
  });

  it('has all that can be imported in API.md, but for what other languages lack', () => {
    const names = [...text('src/index.ts').matchAll(/\{ (.*) \}/g)].flatMap(([, list]) => list.split(', '));
    const isMissing = (name: string) => !new RegExp(`^### ${name} `, 'm').test(text('API.md'));
    expect(names.filter(isMissing)).toEqual(['PolicyError', 'PolicyErrorCode', 'describeGuarantee']);
  });
});

/** What really came out, of the kind that a block shows. */
function actual({ printed, written, thrown }: Outcome, { remark }: Block): string | undefined {
  if (remark === 'prints') return printed;
  if (remark === 'throws') return thrown;
  const [, file, name] = /^writes ([^:]+)(?:: (.*))?$/.exec(remark) ?? [];
  const manifests = written.get(file)?.trimEnd();
  return name === undefined ? manifests : manifests?.split('\n---\n').find(manifest => nameOf(manifest) === name);
}

function headingsOf(page: string): string[] {
  return [...text(page).matchAll(/^## (.*)$/gm)].map(([, heading]) => heading);
}

/** What GitHub calls the headings of a page: the words in lower case, joined by hyphens. */
function anchorsOf(page: string): string[] {
  const headings = [...text(page).matchAll(/^#+ (.*)$/gm)].map(([, heading]) => heading);
  return headings.map(heading =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-'),
  );
}

function nameOf(manifest: string): string {
  const [{ metadata }] = loadAll(manifest) as { metadata: { name: string } }[];
  return metadata.name;
}

function under(folder: string, extension: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith(extension))
    .map(path => relative(ROOT, join(ROOT, folder, path)));
}

function text(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8');
}
