import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, samplesOf } from '../test/docs/markdown';
import { emptyFolder, thePackage } from './clone';
import { RESOLUTIONS } from './resolutions';
import { shell } from './shell';

const [{ program }] = samplesOf(
  blocksOf('docs/testing.md', readFileSync(join(__dirname, '..', 'docs', 'testing.md'), 'utf8')),
);

const [IMPORTS, EXPECTATIONS] = [/^import .*$/, /^(?!import )/].map(which =>
  program.text
    .split('\n')
    .filter(line => which.test(line))
    .join('\n'),
);

/** Without types the compiler would find nothing wrong here. */
const MISUSE = [
  '  // @ts-expect-error a number is no port',
  '  void (() => expect(network).toAllow(shop.frontend, shop.backend, 8080));',
  '  // @ts-expect-error there is no such matcher',
  '  void (() => expect(network).toForbid(shop.frontend, shop.backend));',
].join('\n');

/** The page's first program as a test, with one more that fails. */
function testFile(runner: 'jest' | 'vitest', imported: string): string {
  const imports = IMPORTS.replace(/^import 'netpol\/testing\/jest'.*$/m, `import 'netpol/testing/${runner}';`);
  return `${imports}\n${imported}\n
it('keeps the promises of docs/testing.md', () => {
${EXPECTATIONS}
  const opened = () => expect(network).toDeny(Pods.any(), shop.database);
  expect(opened).toThrow('allowed by ingress rule 1 of shop/shop-database');
${MISUSE}
});
it('fails', () => {
${EXPECTATIONS}
  expect(network).toAllow(shop.frontend, shop.database);
});
`;
}

const FILES = {
  'jest-globals': testFile('jest', ''),
  'jest-imports': testFile('jest', "import { expect, it } from '@jest/globals';"),
  vitest: testFile('vitest', "import { expect, it } from 'vitest';"),
};

describe('the matchers of the packed package', () => {
  let folder: string;

  beforeAll(() => {
    folder = emptyFolder('testing');
    const packages = 'cdk8s constructs jest@30 ts-jest@29 @types/jest@30 @types/node@20 typescript@~6.0.3 vitest@4';
    shell(`npm init --yes && npm install ${packages} "${thePackage()}"`, { cwd: folder });
    for (const [name, text] of Object.entries(FILES)) {
      mkdirSync(join(folder, name));
      writeFileSync(join(folder, name, 'shop.test.ts'), text);
    }
    const preset = { testMatch: ['**/jest-*/*.test.ts'], transform: { '\\.ts$': ['ts-jest', { diagnostics: false }] } };
    writeFileSync(join(folder, 'jest.config.json'), JSON.stringify(preset));
    const compilerOptions = { target: 'es2022', module: 'commonjs', esModuleInterop: true };
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions }));
  });

  it.each(['jest-globals', 'jest-imports'])('run in jest: %s', name => {
    const { status, output } = outcomeOf(`npx jest --ci ${name}`, folder);
    expect(output).toContain('Tests:       1 failed, 1 passed, 2 total');
    expect(output).toContain('no rule names a pod tier=database in namespace shop');
    expect(status).toBe('1');
  });

  it('run in vitest', () => {
    const { status, output } = outcomeOf('npx vitest run vitest', folder);
    expect(output).toMatch(/Tests {2}1 failed \| 1 passed \(2\)/);
    expect(output).toContain('no rule names a pod tier=database in namespace shop');
    expect(status).toBe('1');
  });

  describe.each(Object.entries(RESOLUTIONS))('have their types with module resolution %s', (name, resolution) => {
    it.each(Object.keys(FILES))('%s', file => {
      const project = join(folder, `${name}-${file}`);
      mkdirSync(project);
      writeFileSync(join(project, 'shop.ts'), FILES[file as keyof typeof FILES]);
      const types = file === 'jest-globals' ? ['node', 'jest'] : ['node'];
      const compilerOptions = {
        ...resolution,
        target: 'es2022',
        types,
        strict: true,
        noEmit: true,
        skipLibCheck: true,
      };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['shop.ts'] }));
      expect(() => shell('npx tsc -p tsconfig.json', { cwd: project })).not.toThrow();
    });
  });
});

/** What a command that may fail says, without colours, and its exit code. */
function outcomeOf(command: string, cwd: string): { readonly status: string; readonly output: string } {
  const lines = shell(`NO_COLOR=1 ${command} || echo "exit $?"`, { cwd }).trimEnd().split('\n');
  const [, status = '0'] = /^exit (\d+)$/.exec(lines.at(-1) ?? '') ?? [];
  return { status, output: lines.join('\n') };
}
