import { chmodSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Who makes the objects. */
export const PROVIDER =
  realProvider() === undefined ? "a provider of these tests' own" : 'the real Kubernetes provider';

/** Puts the plugins where the engine, which may fetch none, looks for them: in the versions of the packages here. */
export function installPlugins(home: string): void {
  const kubernetes = pluginFile(home, `resource-kubernetes-v${versionOf('@pulumi/kubernetes')}`);
  const real = realProvider();
  if (real === undefined) writeProgram(kubernetes, 'test-provider.ts');
  else symlinkSync(real, kubernetes);
  writeProgram(pluginFile(home, `language-nodejs-v${versionOf('@pulumi/pulumi')}`), 'language-host.ts');
}

/** The file of the plugin that users have, where one is given. */
function realProvider(): string | undefined {
  return process.env.PULUMI_KUBERNETES_PLUGIN;
}

/** Of `resource-kubernetes-v4.0.0` the file is `pulumi-resource-kubernetes`. */
function pluginFile(home: string, plugin: string): string {
  const folder = join(home, 'plugins', plugin);
  const file = join(folder, `pulumi-${plugin.slice(0, plugin.lastIndexOf('-'))}`);
  mkdirSync(folder, { recursive: true });
  rmSync(file, { force: true });
  return file;
}

/** A program of this folder that starts where it is called. */
export function writeProgram(file: string, source: string): void {
  const tsx = `file://${require.resolve('tsx')}`;
  writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" --import "${tsx}" "${join(__dirname, source)}" "$@"\n`);
  chmodSync(file, 0o755);
}

/** The version of a package that this checkout has. */
export function versionOf(name: string): string {
  const { version } = JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8')) as { version: string };
  return version;
}
