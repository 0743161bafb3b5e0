import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { handleUnaryCall, Server, ServerCredentials } from '@grpc/grpc-js';
import { LanguageRuntimeService } from '@pulumi/pulumi/proto/language_grpc_pb';
import { GetRequiredPluginsResponse, RunRequest, RunResponse } from '@pulumi/pulumi/proto/language_pb';
import { PluginInfo } from '@pulumi/pulumi/proto/plugin_pb';

// Stands in for Pulumi's language host for Node, which no package registry has: it starts the program of a project in
// the runner that comes with `@pulumi/pulumi`, with the same arguments, and so with the same handling of what fails.

/** With this the runner ends when it has told the user what is wrong. */
const HAS_TOLD = 32;

const [engine = ''] = process.argv.slice(2).filter(each => !each.startsWith('-'));

const answerRun: handleUnaryCall<RunRequest, RunResponse> = ({ request }, answer) => {
  void codeOf(request).then(code => {
    const response = new RunResponse();
    if (code === HAS_TOLD) response.setBail(true);
    else if (code !== 0) response.setError(`Program exited with non-zero exit code: ${code}`);
    answer(null, response);
  });
};

/** What a program prints, the engine shows. */
async function codeOf(request: RunRequest): Promise<number> {
  const folder = request.getInfo()?.getProgramDirectory() ?? request.getPwd();
  const run = createRequire(join(folder, 'package.json')).resolve('@pulumi/pulumi/cmd/run');
  const program = spawn(process.execPath, [...nodeArguments(request), run, ...runArguments(request)], {
    cwd: request.getPwd(),
    env: { ...process.env, ...environment(request) },
    stdio: 'inherit',
  });
  const [code] = (await once(program, 'exit')) as [number | null];
  return code ?? 1;
}

function runArguments(request: RunRequest): string[] {
  const options = {
    monitor: request.getMonitorAddress(),
    engine,
    organization: request.getOrganization(),
    project: request.getProject(),
    stack: request.getStack(),
    parallel: request.getParallel(),
    pwd: request.getPwd(),
    'root-directory': request.getInfo()?.getRootDirectory() ?? '',
  };
  const given = Object.entries(options).map(([name, value]) => `--${name}=${value}`);
  const entry = request.getInfo()?.getEntryPoint() ?? '.';
  return [...given, ...(request.getDryrun() ? ['--dry-run'] : []), entry];
}

interface Options {
  readonly nodeargs?: string;
  readonly typescript?: boolean;
}

/** Of the project's `runtime`. */
function optionsOf(request: RunRequest): Options {
  return (request.getInfo()?.getOptions()?.toJavaScript() ?? {}) as Options;
}

function nodeArguments(request: RunRequest): string[] {
  return (optionsOf(request).nodeargs ?? '').split(' ').filter(each => each !== '');
}

/** Programs are in TypeScript, and compiled as they are loaded, unless their project says otherwise. */
function environment(request: RunRequest): Record<string, string> {
  return {
    PULUMI_CONFIG: JSON.stringify(Object.fromEntries(request.getConfigMap().toObject(false))),
    PULUMI_CONFIG_SECRET_KEYS: JSON.stringify(request.getConfigsecretkeysList()),
    PULUMI_NODEJS_TYPESCRIPT: String(optionsOf(request).typescript ?? true),
  };
}

interface Grpc {
  readonly Server: typeof Server;
  readonly ServerCredentials: typeof ServerCredentials;
}

const grpc = createRequire(require.resolve('@pulumi/pulumi'))('@grpc/grpc-js') as Grpc;

const server = new grpc.Server();
server.addService(LanguageRuntimeService, {
  run: answerRun,
  // The programs name the plugins of their resources themselves.
  getRequiredPlugins: (_: unknown, answer: (error: null, response: GetRequiredPluginsResponse) => void) =>
    answer(null, new GetRequiredPluginsResponse()),
  getPluginInfo: (_: unknown, answer: (error: null, response: PluginInfo) => void) => answer(null, new PluginInfo()),
});
server.bindAsync('127.0.0.1:0', grpc.ServerCredentials.createInsecure(), (_, port) => console.log(port));
