import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, samplesOf } from '../test/docs/markdown';
import { emptyFolder, thePackage } from './clone';
import { RESOLUTIONS } from './resolutions';
import { shell } from './shell';

const [{ program, outcomes }] = samplesOf(
  blocksOf('README.md', readFileSync(join(__dirname, '..', 'README.md'), 'utf8')),
);

const PRINTED = outcomes[0].text;

describe('the packed package', () => {
  let folder: string;

  beforeAll(() => {
    folder = emptyFolder('consumer');
    shell(`npm init --yes && npm install cdk8s constructs "${thePackage()}"`, { cwd: folder });
  });

  it('brings nothing along but what was asked for: no Pulumi', () => {
    const installed = readdirSync(join(folder, 'node_modules')).filter(name => !name.startsWith('.'));
    expect(installed.sort()).toEqual(['cdk8s', 'constructs', 'netpol']);
  });

  it('has inside of it what it reads manifests and arguments with, none of which runs anything when installed', () => {
    const inside = join(folder, 'node_modules', 'netpol', 'node_modules');
    const names = readdirSync(inside).filter(name => !name.startsWith('.'));
    expect(names.sort()).toEqual(['argparse', 'commander', 'fastest-levenshtein', 'js-yaml']);
    expect(names.flatMap(name => scriptsAtInstall(join(inside, name)))).toEqual([]);
  });

  it('holds compiled code and its types, and no tests, examples or maps', () => {
    const files = readdirSync(join(folder, 'node_modules', 'netpol'), { recursive: true, encoding: 'utf8' });
    const top = ['.jsii', 'LICENSE', 'README.md', 'package.json'];
    const own = files.filter(file => !/^node_modules(\/|$)/.test(file));
    const others = own.filter(file => !/^lib(\/[\w/-]+(\.m?js|\.d\.ts)?)?$/.test(file));
    expect(others.sort()).toEqual(top);
    expect(own.filter(file => file.endsWith('.js')).map(sourceMapIn)).not.toContain(true);
  });

  it('runs README as an ES module', () => {
    writeFileSync(join(folder, 'main.mjs'), program.text);
    expectReadme('node main.mjs', folder);
  });

  it('runs README as CommonJS', () => {
    const text = program.text.replace(/^import (.*) from ('.*');$/gm, 'const $1 = require($2);');
    writeFileSync(join(folder, 'main.cjs'), text);
    expectReadme('node main.cjs', folder);
  });

  describe('in TypeScript', () => {
    beforeAll(() => shell('npm install --save-dev typescript@~6.0.3 tsx@4 @types/node@20', { cwd: folder }));

    it.each(Object.entries(RESOLUTIONS))('runs README with module resolution %s', (name, resolution) => {
      const project = join(folder, name);
      mkdirSync(project);
      writeFileSync(join(project, 'main.ts'), program.text);
      const compilerOptions = { ...resolution, target: 'es2022', types: ['node'], strict: true, noEmit: true };
      writeFileSync(join(project, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['main.ts'] }));
      shell('npx tsc -p tsconfig.json', { cwd: project });
      expectReadme('node --import tsx main.ts', project);
    });
  });

  function sourceMapIn(file: string): boolean {
    return readFileSync(join(folder, 'node_modules', 'netpol', file), 'utf8').includes('sourceMappingURL');
  }
});

/** What npm would run on the machine of whoever installs a package. */
function scriptsAtInstall(folder: string): string[] {
  const { scripts = {} } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    scripts?: Record<string, string>;
  };
  const atInstall = ['preinstall', 'install', 'postinstall'].filter(name => name in scripts);
  const isCompiled = existsSync(join(folder, 'binding.gyp'));
  return [...atInstall, ...(isCompiled ? ['node-gyp'] : [])].map(script => `${folder}: ${script}`);
}

/** A program does what README says of it: it prints who may reach whom, and writes three policies. */
function expectReadme(command: string, folder: string): void {
  const dist = join(folder, 'dist');
  rmSync(dist, { recursive: true, force: true });
  expect(shell(command, { cwd: folder }).trim()).toBe(PRINTED);
  const yaml = readFileSync(join(dist, 'shop.k8s.yaml'), 'utf8');
  expect(yaml.match(/^kind: .*$/gm)).toEqual(Array(3).fill('kind: NetworkPolicy'));
}
