import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';

/** How a command is run. */
export interface Setting {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** What a command wrote, both streams in the order in which it came; throws with all of it where the command fails. */
export function shell(command: string, { cwd, env = {} }: Setting): string {
  const { status, stdout } = spawnSync('bash', ['-c', `{ ${command}\n} 2>&1`], {
    cwd,
    env: { ...process.env, npm_config_audit: 'false', npm_config_fund: 'false', ...env },
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (status !== 0) throw new Error(`${command} ended with ${status}:\n${stdout}`);
  return stdout;
}

/** Whether a command ends well, anywhere but here. */
export function hasRun(command: string): boolean {
  return spawnSync(command, { cwd: tmpdir(), shell: true, stdio: 'ignore' }).status === 0;
}
