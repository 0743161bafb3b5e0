import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { LocalWorkspace, PulumiCommand, PulumiFn, Stack } from '@pulumi/pulumi/automation';
import { emptyFolder } from '../clone';
import { Needed } from '../describe-with';
import { goProgram } from '../go-program';

/** Where the objects of a stack go. */
export interface Target {
  /** Of the cluster; none where the objects are only written. */
  readonly kubeconfig?: string;
  /** The folder to write them into instead. */
  readonly render?: string;
}

const VERSION = 'github.com/pulumi/pulumi/sdk/v3/go/common/version.Version';

const ROOT = join(__dirname, '..', '..');

/** The plugin that the users have, where one is given. */
const PLUGIN = process.env.PULUMI_KUBERNETES_PLUGIN;

/** Who makes the objects. */
export const PROVIDER = PLUGIN === undefined ? "a provider of these tests' own" : 'the real Kubernetes provider';

/** The real Pulumi CLI, which has the engine. */
export function pulumiCli(): Needed<string> {
  const variables = { [VERSION]: 'v3.250.0' };
  return goProgram({ folder: __dirname, package: 'github.com/pulumi/pulumi/pkg/v3/cmd/pulumi', variables });
}

/** A new stack with an inline program; everything that it leaves is in a folder of its own. */
export async function newStack(cli: string, target: Target, program: PulumiFn): Promise<Stack> {
  const folder = emptyFolder(`pulumi-${target.render === undefined ? 'cluster' : 'render'}`);
  const pulumiCommand = await PulumiCommand.get({ root: rootWith(cli, folder), skipVersionCheck: true });
  const stack = await LocalWorkspace.createOrSelectStack(
    { projectName: 'shop', stackName: 'e2e', program },
    { pulumiCommand, workDir: folder, envVars: environment(folder, target) },
  );
  const { kubeconfig, render } = target;
  if (kubeconfig !== undefined) await stack.setConfig('kubernetes:kubeconfig', { value: kubeconfig });
  if (render !== undefined) await stack.setConfig('kubernetes:renderYamlToDirectory', { value: render });
  return stack;
}

/** The CLI under the name and in the place that the Automation API expects. */
function rootWith(cli: string, folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  rmSync(join(bin, 'pulumi'), { force: true });
  symlinkSync(cli, join(bin, 'pulumi'));
  return folder;
}

function environment(folder: string, { kubeconfig = '', render = '' }: Target): Record<string, string> {
  const { version } = JSON.parse(
    readFileSync(require.resolve('@pulumi/kubernetes/package.json', { paths: [ROOT] }), 'utf8'),
  ) as { version: string };
  const home = join(folder, 'home');
  installPlugin(join(home, 'plugins', `resource-kubernetes-v${version}`));
  return {
    PULUMI_HOME: home,
    PULUMI_BACKEND_URL: `file://${folder}`,
    PULUMI_CONFIG_PASSPHRASE: '',
    PULUMI_SKIP_UPDATE_CHECK: '1',
    PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: '1',
    KUBECONFIG: kubeconfig || '/nonexistent',
    NETPOL_E2E_KUBECONFIG: kubeconfig,
    NETPOL_E2E_RENDER: render,
    NETPOL_E2E_VERSION: version,
  };
}

function installPlugin(folder: string): void {
  const file = join(folder, 'pulumi-resource-kubernetes');
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  if (PLUGIN !== undefined) return symlinkSync(PLUGIN, file);
  const tsx = require.resolve('tsx', { paths: [ROOT] });
  writeFileSync(file, `#!/bin/sh\nexec node --import "file://${tsx}" "${join(__dirname, 'test-provider.ts')}" "$@"\n`);
  chmodSync(file, 0o755);
}
