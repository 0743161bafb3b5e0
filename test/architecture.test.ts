import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import {
  factsDoNotDecide,
  filesAreShort,
  foldersAreKnown,
  importsGoInwards,
  importsHaveNoCycle,
  layerOf,
  LAYERS,
  namesSaySomething,
  oneFileReadsFiles,
  onlyCliKnowsTheProcess,
  Rule,
  Sources,
} from './architecture';

const ROOT = join(__dirname, '..');

const SOURCES: Sources = new Map(
  readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.ts'))
    .map(path => [path.split(sep).join('/'), readFileSync(join(ROOT, 'src', path), 'utf8')]),
);

interface Case {
  readonly name: string;
  readonly rule: Rule;
  /** The smallest code that breaks the rule. */
  readonly bad: Record<string, string>;
  /** What the rule says then. */
  readonly finding: string;
}

const CASES: Case[] = [
  {
    name: 'imports go inwards',
    rule: importsGoInwards,
    bad: { 'model/port.ts': "import { Peer } from '../facts/peer';" },
    finding: "model/port.ts imports '../facts/peer'",
  },
  {
    name: 'imports go inwards, re-exports too',
    rule: importsGoInwards,
    bad: { 'patterns/dns.ts': "export * from '../cdk8s/intent';" },
    finding: "patterns/dns.ts imports '../cdk8s/intent'",
  },
  {
    name: 'imports go inwards, types too',
    rule: importsGoInwards,
    bad: { 'verify/reach.ts': "export type Emit = typeof import('../emit/peer');" },
    finding: "verify/reach.ts imports '../emit/peer'",
  },
  {
    name: 'imports go inwards, also while running',
    rule: importsGoInwards,
    bad: { 'emit/peer.ts': "const late = () => import('../patterns/plan');" },
    finding: "emit/peer.ts imports '../patterns/plan'",
  },
  {
    name: 'hosts are known to their own folder alone',
    rule: importsGoInwards,
    bad: { 'patterns/dns.ts': "import { Chart } from 'cdk8s';" },
    finding: "patterns/dns.ts imports 'cdk8s'",
  },
  {
    name: 'the model takes nothing from Node but its reading of addresses',
    rule: importsGoInwards,
    bad: { 'model/cidr.ts': "import { isIP } from 'node:net';\nimport os = require('node:os');" },
    finding: "model/cidr.ts imports 'node:os'",
  },
  {
    name: 'every folder has a row',
    rule: foldersAreKnown,
    bad: { 'shared/x.ts': '' },
    finding: 'shared/x.ts is in no folder of the table',
  },
  {
    name: 'no file lies beside the folders',
    rule: foldersAreKnown,
    bad: { 'x.ts': '' },
    finding: 'x.ts is in no folder of the table',
  },
  {
    name: 'no import leads back',
    rule: importsHaveNoCycle,
    bad: { 'model/a.ts': "import './b';", 'model/b.ts': "import './c';", 'model/c.ts': "import './a';" },
    finding: 'model/a.ts -> model/b.ts -> model/c.ts -> model/a.ts',
  },
  {
    name: 'the environment is known to the command line alone',
    rule: onlyCliKnowsTheProcess,
    bad: { 'cdk8s/a.ts': 'export const isCi = process.env.CI;', 'cli/a.ts': 'process.exit();' },
    finding: 'cdk8s/a.ts uses process',
  },
  {
    name: 'the environment is not imported either',
    rule: onlyCliKnowsTheProcess,
    bad: { 'model/a.ts': "import { env } from 'node:process';", 'model/b.ts': 'const job = { process: 1 }.process;' },
    finding: 'model/a.ts uses process',
  },
  {
    name: 'one file reads files',
    rule: oneFileReadsFiles,
    bad: { 'read/a.ts': "import 'node:fs';", 'read/b.ts': "import 'fs/promises';", 'cli/c.ts': "import 'node:fs';" },
    finding: 'read/a.ts and read/b.ts read files',
  },
  {
    name: 'facts decide nothing',
    rule: factsDoNotDecide,
    bad: { 'facts/a.ts': 'for (const x of []) x;', 'model/a.ts': 'if (true) ;' },
    finding: 'facts/a.ts has a for',
  },
  {
    name: 'files are short',
    rule: filesAreShort,
    bad: { 'model/a.ts': '\n'.repeat(300) + '1;' },
    finding: 'model/a.ts has 301 lines',
  },
  {
    name: 'names say something',
    rule: namesSaySomething,
    bad: { 'model/port-utils.ts': '', 'emit/common/a.ts': '', 'model/community.ts': '' },
    finding: 'model/port-utils.ts says nothing, emit/common/a.ts says nothing',
  },
];

describe('the architecture', () => {
  it.each(CASES)('$name', ({ rule }) => expect(rule(SOURCES)).toEqual([]));

  it('is read from the real sources', () => expect(SOURCES.size).toBeGreaterThan(50));

  it('is the one that ARCHITECTURE.md draws', () => {
    const text = readFileSync(join(ROOT, 'ARCHITECTURE.md'), 'utf8');
    const drawn = [...text.matchAll(/^\| `([\w.]+?)\/?` +\|[^|]*\| ([^|]*?) +\|$/gm)];
    const meant = (folder: string) => LAYERS[folder].folders.join(', ') || 'nothing';
    expect(drawn.map(([, folder, imports]) => [folder, imports])).toEqual(
      drawn.map(([, folder]) => [folder, meant(folder)]),
    );
    expect(drawn.map(([, folder]) => folder).sort()).toEqual([...new Set([...SOURCES.keys()].map(layerOf))].sort());
  });
});

describe('a rule of the architecture speaks up: ', () => {
  it.each(CASES)('$name', ({ rule, bad, finding }) =>
    expect(rule(new Map(Object.entries(bad))).join(', ')).toBe(finding),
  );
});
