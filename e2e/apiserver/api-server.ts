import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describeWith, Needed } from '../describe-with';
import { goProgram } from '../go-program';
import { ApiClient } from './api-client';
import { hasKind, newKindCluster } from './kind';
import { readKubeconfig } from './kubeconfig';

/** An API server that answers. */
export interface ApiServer {
  readonly kubeconfig: string;
  readonly client: ApiClient;
}

/**
 * Tests that ask a real API server: the one of `KUBECONFIG`, or else one that runs for them alone, of kind where it and
 * Docker are there, or built from Go modules. Where none is to be had they are skipped.
 */
export function describeApiServer(name: string, tests: (server: () => ApiServer) => void): void {
  describeWith(name, source(), start => {
    let running: Running;

    beforeAll(async () => {
      running = await start()();
    });

    tests(() => running);

    // Hooks run in order: those of the tests still need the server.
    afterAll(() => running.stop());
  });
}

interface Running extends ApiServer {
  stop(): Promise<void>;
}

function source(): Needed<() => Promise<Running>> {
  const kubeconfig = process.env.KUBECONFIG;
  if (kubeconfig) return { found: () => Promise.resolve(clusterOf(kubeconfig)) };
  if (hasKind()) return { found: () => Promise.resolve(kindCluster()) };
  const program = goProgram({
    folder: __dirname,
    package: '.',
    variables: { [`${VERSION}.gitVersion`]: 'v1.36.3', [`${VERSION}.gitMajor`]: '1', [`${VERSION}.gitMinor`]: '36' },
  });
  return 'found' in program ? { found: () => startServer(program.found) } : program;
}

const VERSION = 'k8s.io/component-base/version';

function clusterOf(kubeconfig: string): Running {
  const client = new ApiClient(readKubeconfig(kubeconfig));
  return { kubeconfig, client, stop: () => Promise.resolve(client.close()) };
}

function kindCluster(): Running {
  const { kubeconfig, remove } = newKindCluster();
  const { client, stop } = clusterOf(kubeconfig);
  return { kubeconfig, client, stop: () => stop().then(remove) };
}

async function startServer(program: string): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'netpol-apiserver-'));
  const server = spawn(program, [folder], { stdio: ['pipe', 'ignore', 'pipe'] });
  const said: Buffer[] = [];
  server.stderr.on('data', (chunk: Buffer) => said.push(chunk));
  const kubeconfig = join(folder, 'kubeconfig.json');
  while (!existsSync(kubeconfig)) {
    if (server.exitCode !== null) throw new Error(`the API server ended:\n${Buffer.concat(said).toString()}`);
    await sleep(50);
  }
  const client = new ApiClient(readKubeconfig(kubeconfig));
  return { kubeconfig, client, stop: () => stopServer(server, client, folder) };
}

/** It ends with its input. */
async function stopServer(server: ChildProcess, client: ApiClient, folder: string): Promise<void> {
  client.close();
  const ended = once(server, 'exit');
  server.stdin?.end();
  await ended;
  rmSync(folder, { recursive: true, force: true });
}
