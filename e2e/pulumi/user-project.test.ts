import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { Block, blocksOf, samplesOf } from '../../test/docs/markdown';
import { programOf, run } from '../../test/docs/program';
import { Manifest } from '../apiserver/api-client';
import { emptyFolder, theClone, thePackage } from '../clone';
import { describeWith } from '../describe-with';
import { shell } from '../shell';
import { newStack, pulumiCli } from './engine';
import { PROVIDER, versionOf } from './plugins';
import { byName, renderedIn } from './rendered';

const README = blocksOf('README.md', readFileSync(join(__dirname, '..', '..', 'README.md'), 'utf8'));

const [CDK8S, PULUMI] = [/from 'netpol'/, /from 'netpol\/pulumi'/].map(
  imported => samplesOf(README).filter(({ code }) => imported.test(code))[0].code,
);

const INSTALL = README.find(({ language, text }) => language === 'sh' && text.includes('@pulumi/pulumi')) as Block;

const PROJECT = 'name: shop\nruntime: nodejs\n';

describeWith(`a project of one's own, by the real Pulumi engine with ${PROVIDER},`, pulumiCli(), cli => {
  describe("with README's program", () => {
    let folder: string;

    beforeAll(() => {
      folder = emptyFolder('pulumi-user');
      writeFileSync(join(folder, 'Pulumi.yaml'), PROJECT);
      writeFileSync(join(folder, 'index.ts'), PULUMI);
      shell(`npm init --yes && npm pkg set main=index.ts && ${pinned(INSTALL.text)}`, { cwd: folder });
    });

    it('installs no cdk8s', () =>
      expect(readdirSync(join(folder, 'node_modules')).filter(name => /cdk8s|constructs/.test(name))).toEqual([]));

    it('is previewed, and writes the policies that the program for cdk8s writes', async () => {
      const render = emptyFolder('pulumi-user-rendered');
      const stack = await newStack(cli(), { name: 'user', source: { project: folder }, target: { render } });
      const { stdout } = await stack.preview({ color: 'never' });
      expect(stdout).not.toMatch(/^Diagnostics:/m);
      await stack.up();
      const policies = renderedIn(render).filter(({ kind }) => kind === 'NetworkPolicy');
      const [yaml] = run(programOf(CDK8S)).written.values();
      expect(policies).toEqual(byName(loadAll(yaml) as Manifest[]));
    });
  });

  it('which is a copy of examples/three-tier-pulumi, is previewed', async () => {
    const folder = emptyFolder('three-tier-pulumi');
    cpSync(join(theClone().folder, 'examples', 'three-tier-pulumi'), folder, { recursive: true });
    shell(pinned('npm install @pulumi/pulumi @pulumi/kubernetes netpol'), { cwd: folder });
    const stack = await newStack(cli(), {
      name: 'example',
      source: { project: folder },
      target: { render: emptyFolder('example-rendered') },
    });
    const { stdout } = await stack.preview({ color: 'never' });
    expect(stdout).toContain('pods app=shop,tier=backend in namespace shop -> pods app=shop,tier=database');
    expect(stdout).not.toMatch(/^Diagnostics:/m);
  });
});

/** With netpol as it would be published, and with the versions for which there are plugins. */
function pinned(install: string): string {
  return install
    .replace(/@pulumi\/\w+/g, name => `${name}@${versionOf(name)}`)
    .replace(/ netpol$/, ` "${thePackage()}"`);
}
