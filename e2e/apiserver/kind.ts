import { join } from 'node:path';
import { emptyFolder } from '../clone';
import { hasRun, shell } from '../shell';

/** A cluster that runs in Docker until it is removed. */
export interface KindCluster {
  readonly kubeconfig: string;
  remove(): void;
}

/** Whether this machine can run clusters of kind. */
export function hasKind(): boolean {
  return hasRun('kind version') && hasRun('docker info');
}

/** A new cluster that answers. */
export function newKindCluster(): KindCluster {
  const name = `netpol-e2e-${process.pid}`;
  const cwd = emptyFolder(name);
  const kubeconfig = join(cwd, 'kubeconfig.yaml');
  const kind = (command: string) =>
    shell(`kind ${command} cluster --name ${name} --kubeconfig "${kubeconfig}"`, { cwd });
  kind('create');
  return { kubeconfig, remove: () => void kind('delete') };
}
