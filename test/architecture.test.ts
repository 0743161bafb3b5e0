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

/** Each rule with the smallest code that breaks it, and what it says then. */
const RULES: [name: string, rule: Rule, bad: Record<string, string>, finding: string][] = [
  [
    'imports go inwards',
    importsGoInwards,
    { 'model/port.ts': "import { Peer } from '../facts/peer';" },
    "model/port.ts imports '../facts/peer'",
  ],
  [
    'imports go inwards, re-exports too',
    importsGoInwards,
    { 'patterns/dns.ts': "export * from '../cdk8s/intent';" },
    "patterns/dns.ts imports '../cdk8s/intent'",
  ],
  [
    'imports go inwards, types too',
    importsGoInwards,
    { 'verify/reach.ts': "export type Emit = typeof import('../emit/peer');" },
    "verify/reach.ts imports '../emit/peer'",
  ],
  [
    'imports go inwards, also while running',
    importsGoInwards,
    { 'emit/peer.ts': "const late = () => import('../patterns/plan');" },
    "emit/peer.ts imports '../patterns/plan'",
  ],
  [
    'hosts are known to their own folder alone',
    importsGoInwards,
    { 'patterns/dns.ts': "import { Chart } from 'cdk8s';" },
    "patterns/dns.ts imports 'cdk8s'",
  ],
  [
    'the model takes nothing from Node but its reading of addresses',
    importsGoInwards,
    { 'model/cidr.ts': "import { isIP } from 'node:net';\nimport os = require('node:os');" },
    "model/cidr.ts imports 'node:os'",
  ],
  ['every folder has a row', foldersAreKnown, { 'shared/x.ts': '' }, 'shared/x.ts is in no folder of the table'],
  ['no file lies beside the folders', foldersAreKnown, { 'x.ts': '' }, 'x.ts is in no folder of the table'],
  [
    'no import leads back',
    importsHaveNoCycle,
    { 'model/a.ts': "import './b';", 'model/b.ts': "import './c';", 'model/c.ts': "import './a';" },
    'model/a.ts -> model/b.ts -> model/c.ts -> model/a.ts',
  ],
  [
    'the environment is known to the command line alone',
    onlyCliKnowsTheProcess,
    { 'cdk8s/a.ts': 'export const isCi = process.env.CI;', 'cli/a.ts': 'process.exit();' },
    'cdk8s/a.ts uses process',
  ],
  [
    'the environment is not imported either',
    onlyCliKnowsTheProcess,
    { 'model/a.ts': "import { env } from 'node:process';", 'model/b.ts': 'const job = { process: 1 }.process;' },
    'model/a.ts uses process',
  ],
  [
    'one file reads files',
    oneFileReadsFiles,
    { 'read/a.ts': "import 'node:fs';", 'read/b.ts': "import 'fs/promises';", 'cli/c.ts': "import 'node:fs';" },
    'read/a.ts and read/b.ts read files',
  ],
  [
    'facts decide nothing',
    factsDoNotDecide,
    { 'facts/a.ts': 'for (const x of []) x;', 'model/a.ts': 'if (true) ;' },
    'facts/a.ts has a for',
  ],
  ['files are short', filesAreShort, { 'model/a.ts': '\n'.repeat(300) + '1;' }, 'model/a.ts has 301 lines'],
  [
    'names say something',
    namesSaySomething,
    { 'model/port-utils.ts': '', 'emit/common/a.ts': '', 'model/community.ts': '' },
    'model/port-utils.ts says nothing, emit/common/a.ts says nothing',
  ],
];

describe('the architecture', () => {
  it.each(RULES)('%s', (_, rule) => expect(rule(SOURCES)).toEqual([]));

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
  it.each(RULES)('%s', (_, rule, bad, finding) => expect(rule(new Map(Object.entries(bad))).join(', ')).toBe(finding));
});
