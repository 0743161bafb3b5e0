import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { blocksOf, samplesOf } from '../test/docs/markdown';
import { emptyFolder, theClone, thePackage } from './clone';
import { describeWith, Needed } from './describe-with';
import { nodeBinary } from './node-binary';
import { shell } from './shell';

/** The oldest Node that is supported, with which this runs, and the newest with long-term support. */
const VERSIONS: Readonly<Record<string, Needed<string>>> = {
  [process.version]: { found: dirname(process.execPath) },
  26: nodeBinary('26'),
};

/** What the project of `cdk8s init typescript-app` needs to synthesize; its tests need more. */
const NEEDED = ['cdk8s@2', 'constructs@10', 'cdk8s-cli@2', 'typescript@5.9', 'ts-node@10', '@types/node@20'];

const [{ program }] = samplesOf(blocksOf('README.md', readFileSync(join(__dirname, '..', 'README.md'), 'utf8')));

for (const [version, node] of Object.entries(VERSIONS)) {
  describeWith(`the project that \`cdk8s init\` makes, on Node ${version},`, node, bin => {
    it('compiles README, and synthesizes it', () => {
      const folder = project();
      const env = { PATH: `${bin()}:${process.env.PATH}` };
      shell('npx tsc --noEmit && npx cdk8s synth --check-upgrade=false', { cwd: folder, env });
      const yaml = readFileSync(join(folder, 'dist', 'shop.k8s.yaml'), 'utf8');
      expect(yaml.match(/^kind: .*$/gm)).toEqual(Array(3).fill('kind: NetworkPolicy'));
    });
  });
}

/** Made from the CLI's own template: `cdk8s init` itself asks GitHub for the schema of Kubernetes. */
function project(): string {
  const folder = emptyFolder('cdk8s-init');
  if (existsSync(join(folder, 'main.ts'))) return folder;
  const template = join(theClone().folder, 'node_modules', 'cdk8s-cli', 'templates', 'typescript-app');
  for (const file of ['cdk8s.yaml', 'tsconfig.json']) cpSync(join(template, file), join(folder, file));
  writeFileSync(join(folder, 'main.ts'), program.text);
  shell(`npm init --yes && npm install ${NEEDED.join(' ')} "${thePackage()}"`, { cwd: folder });
  return folder;
}
