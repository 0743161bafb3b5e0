import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import * as cdk8s from 'cdk8s';
import * as constructs from 'constructs';
import * as ts from 'typescript';
import * as netpol from '../../src';
import * as netpolForPulumi from '../../src/pulumi';
import * as testing from '../../src/testing';
import '../../src/testing/jest';

const ROOT = join(__dirname, '..', '..');

const CONFIG = join(ROOT, 'test', 'tsconfig.json');

const FIXTURE = readFileSync(join(ROOT, 'rosetta', 'default.ts-fixture'), 'utf8');

/** What a program can import; what is not here is loaded when one does. */
const MODULES = new Map<string, object>(
  Object.entries({
    cdk8s,
    constructs,
    netpol,
    'netpol/pulumi': netpolForPulumi,
    '@pulumi/kubernetes': k8s,
    '@pulumi/pulumi': pulumi,
    'netpol/testing': testing,
    'netpol/testing/jest': {},
  }),
);

const load = createRequire(__filename);

/** What a program did. */
export interface Outcome {
  readonly printed: string;
  /** Text of the files that cdk8s wrote, by name. */
  readonly written: ReadonlyMap<string, string>;
  /** What Pulumi's resources are asked to be, by the time that they are {@link finished}. */
  readonly registered: readonly object[];
  /** Message of the error that ended it. */
  readonly thrown?: string;
}

/** A whole program: code without imports is put where the fixture says. */
export function programOf(code: string): string {
  return /^import /m.test(code) ? code : FIXTURE.replace('/// here', code);
}

/** What the compiler has to say about programs, which stand under names such as `README.md:12`. */
export function diagnosticsOf(programs: ReadonlyMap<string, string>): string[] {
  const options = compilerOptions();
  const host = ts.createCompilerHost(options);
  const files = new Map([...programs].map(([at, code]) => [fileOf(at), { at, code }]));
  const { fileExists, getSourceFile, readFile } = host;
  host.fileExists = path => files.has(path) || fileExists(path);
  host.readFile = path => files.get(path)?.code ?? readFile(path);
  host.getSourceFile = (path, target) => {
    const own = files.get(path);
    return own === undefined ? getSourceFile(path, target) : ts.createSourceFile(path, own.code, target, true);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return [...files].flatMap(([path, { at }]) =>
    ts
      .getPreEmitDiagnostics(program, program.getSourceFile(path))
      .map(({ messageText }) => `${at}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`),
  );
}

/** The compiler's settings for tests. Programs of pages leave variables unused. */
export function compilerOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(CONFIG, path => ts.sys.readFile(path)) as { config: object };
  const { options } = ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, join(ROOT, 'test'));
  return { ...options, noUnusedLocals: false };
}

/** Runs a program here and now, in a folder of its own for what cdk8s writes. */
export function run(code: string): Outcome {
  const folder = mkdtempSync(join(tmpdir(), 'netpol-'));
  const outdir = process.env.CDK8S_OUTDIR;
  process.env.CDK8S_OUTDIR = folder;
  const lines: string[] = [];
  const registered: object[] = [];
  void pulumi.runtime.setMocks(mocksFor(inputs => registered.push(inputs)));
  try {
    evaluate(code, line => lines.push(line));
    return { printed: lines.join('\n'), written: filesIn(folder), registered };
  } catch (error) {
    return { printed: lines.join('\n'), written: filesIn(folder), registered, thrown: (error as Error).message };
  } finally {
    if (outdir === undefined) delete process.env.CDK8S_OUTDIR;
    else process.env.CDK8S_OUTDIR = outdir;
    rmSync(folder, { recursive: true });
  }
}

/** Waits for the resources of a Pulumi program. */
export function finished(): Promise<void> {
  return pulumi.runtime.disconnect();
}

/** Resources become what they are asked to be. */
function mocksFor(see: (inputs: object) => void): pulumi.runtime.Mocks {
  return {
    newResource: ({ name, inputs }) => {
      see(inputs as object);
      return { id: name, state: inputs as Record<string, unknown> };
    },
    call: () => ({}),
  };
}

function evaluate(code: string, print: (line: string) => void): void {
  const { outputText } = ts.transpileModule(code, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const program = new Function('require', 'exports', 'console', outputText);
  program(
    (id: string) => MODULES.get(id) ?? (load(id) as object),
    {},
    { log: (value: unknown) => print(String(value)) },
  );
}

function filesIn(folder: string): Map<string, string> {
  return new Map(readdirSync(folder).map(name => [name, readFileSync(join(folder, name), 'utf8')]));
}

function fileOf(at: string): string {
  return join(ROOT, `${at.replace(/\W/g, '_')}.ts`);
}
