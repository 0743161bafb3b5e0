import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { LocalWorkspace, LocalWorkspaceOptions, PulumiCommand, PulumiFn, Stack } from '@pulumi/pulumi/automation';
import { emptyFolder } from '../clone';
import { Needed } from '../describe-with';
import { goProgram } from '../go-program';
import { installPlugins, versionOf } from './plugins';

/** A stack to be made. */
export interface Wanted {
  readonly name: string;
  /** What makes the resources, in this process; or a project on disk, whose program gets one of its own. */
  readonly source: PulumiFn | { readonly project: string };
  readonly target: Target;
}

/** Where the objects go: into a cluster, or as files into a folder. */
export type Target = { readonly kubeconfig: string } | { readonly render: string };

const VERSION = 'github.com/pulumi/pulumi/sdk/v3/go/common/version.Version';

/** The real Pulumi CLI, which has the engine. */
export function pulumiCli(): Needed<string> {
  const variables = { [VERSION]: 'v3.250.0' };
  return goProgram({ folder: __dirname, package: 'github.com/pulumi/pulumi/pkg/v3/cmd/pulumi', variables });
}

/** A new stack; everything that it leaves is in a folder of its own. */
export async function newStack(cli: string, wanted: Wanted): Promise<Stack> {
  const { name, source, target } = wanted;
  const options = await optionsOf(cli, wanted);
  const stack =
    typeof source === 'function'
      ? await LocalWorkspace.createStack({ projectName: 'shop', stackName: name, program: source }, options)
      : await LocalWorkspace.createStack({ stackName: name, workDir: source.project }, options);
  if ('render' in target) await stack.setConfig('kubernetes:renderYamlToDirectory', { value: target.render });
  else await stack.setConfig('kubernetes:kubeconfig', { value: target.kubeconfig });
  return stack;
}

async function optionsOf(cli: string, { name, target }: Wanted): Promise<LocalWorkspaceOptions> {
  const folder = emptyFolder(`pulumi-stack-${name}`);
  const home = join(folder, 'home');
  installPlugins(home);
  return {
    pulumiCommand: await PulumiCommand.get({ root: rootWith(cli, folder), skipVersionCheck: true }),
    workDir: folder,
    envVars: {
      PULUMI_HOME: home,
      PULUMI_BACKEND_URL: `file://${folder}`,
      PULUMI_CONFIG_PASSPHRASE: '',
      PULUMI_SKIP_UPDATE_CHECK: '1',
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: '1',
      NETPOL_E2E_VERSION: versionOf('@pulumi/kubernetes'),
      ...('render' in target
        ? { KUBECONFIG: '/nonexistent', NETPOL_E2E_RENDER: target.render }
        : { KUBECONFIG: target.kubeconfig, NETPOL_E2E_KUBECONFIG: target.kubeconfig }),
    },
  };
}

/** The CLI under the name and in the place that the Automation API expects. */
function rootWith(cli: string, folder: string): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin, { recursive: true });
  rmSync(join(bin, 'pulumi'), { force: true });
  symlinkSync(cli, join(bin, 'pulumi'));
  return folder;
}
