import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';
import type { ExitCode } from './exit-code';
import type { Session } from './session';
import { VERBS } from './verbs';

/** Who takes what a command line leads to. */
export interface Listener {
  /** The exit code of a verb. */
  readonly answered: (code: ExitCode) => void;
  /** Help that was asked for, or the version. */
  readonly helped: (text: string) => void;
  /** What is wrong with the command line. */
  readonly refused: (text: string) => void;
}

/** The command line's grammar. What a verb needs is loaded when it is called. */
export function programFor(session: Session, { answered, helped, refused }: Listener): Command {
  const program = new Command('netpol')
    .description('Who can reach whom, by the NetworkPolicies of a folder, and whether that is what you want.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this')
    .helpCommand('help [command]', 'print this, or the help of a command')
    .configureHelp({ subcommandTerm: command => command.name() })
    .exitOverride()
    .configureOutput({ writeOut: helped, writeErr: refused })
    .addHelpText('after', ABOUT_PATHS);
  addList(program, session, answered);
  addTest(program, session, answered);
  addExplain(program, session, answered);
  addDiff(program, session, answered);
  addCheck(program, session, answered);
  return program;
}

const ABOUT_PATHS = `
A path is a file, a folder (every .yaml, .yml and .json below it), or - for
standard input. Without paths: dist/, where cdk8s synth writes.

Exit codes: 0 fine, 1 the answer is no, 2 no answer (bad input, bad usage).`;

type Answered = Listener['answered'];

function addList(program: Command, session: Session, answered: Answered): void {
  verb(program, 'list [paths...]', 'netpol list dist/')
    .description('who may reach whom, on which ports, from the cluster and from outside')
    .action(async (paths: string[], options: object) => {
      const { list } = VERBS.list();
      answered(await list({ ...options, paths }, session));
    });
}

function addTest(program: Command, session: Session, answered: Answered): void {
  verb(program, 'test <expectations> [paths...]', 'netpol test expectations.yaml dist/')
    .description('whether the expectations of a file hold')
    .action(async (file: string, paths: string[], options: object) => {
      const { testExpectations } = VERBS.test();
      answered(await testExpectations({ ...options, file, paths }, session));
    });
}

function addExplain(program: Command, session: Session, answered: Answered): void {
  verb(program, 'explain <from> <to> [port] [paths...]', 'netpol explain shop/frontend shop/database 5432 dist/')
    .description('why a connection is allowed or denied, by which policy and rule, and what would change it')
    .option('--protocol <protocol>', 'TCP, UDP or SCTP; TCP when only a port is given')
    .addHelpText('after', ABOUT_ENDS)
    .action(async (...[from, to, port, paths, options]: ExplainArguments) => {
      const { explain } = VERBS.explain();
      const rest = port !== undefined && isPath(port) ? { paths: [port, ...paths] } : { port, paths };
      answered(await explain({ ...options, from, to, ...rest }, session));
    });
}

type ExplainArguments = [from: string, to: string, port: string | undefined, paths: string[], options: object];

const ABOUT_ENDS = `
from and to: namespace/name, namespace/Kind/name, an address (203.0.113.7), or a
CIDR (10.0.0.0/8).
port: a number, a range (8000-8100), or the name of the destination's port; left
out: every port. A folder that no port stands before is written dist/ or ./dist.`;

function addDiff(program: Command, session: Session, answered: Answered): void {
  verb(program, 'diff <old> <new>', 'netpol diff main/dist dist/')
    .description('whose reach changed between two folders, whoever changed it (policies, labels, workloads)')
    .option('--exit-code', 'exit with 1 when something changed')
    .option('--markdown', 'print a comment for a pull request')
    .action(async (before: string, after: string, options: object) => {
      const { diff } = VERBS.diff();
      answered(await diff({ ...options, before, after }, session));
    });
}

function addCheck(program: Command, session: Session, answered: Answered): void {
  verb(program, 'check [paths...]', 'kustomize build . | netpol check -')
    .description('would the API server take it, and does it mean what its author meant')
    .action(async (paths: string[], options: object) => {
      const { check } = VERBS.check();
      answered(await check({ ...options, paths }, session));
    });
}

/** A verb with what all of them have. */
function verb(program: Command, usage: string, example: string): Command {
  return program
    .command(usage)
    .addHelpText('before', `Example: ${example}\n`)
    .showHelpAfterError(`Example: ${example}`)
    .option('--json', 'print one JSON document')
    .option('--verbose', 'name the kinds of objects that are skipped')
    .option('--pod-cidr <cidr>', 'where pods have addresses; repeatable (default: private addresses)', collect)
    .option('--engine <name>', 'answer for what this engine does, such as cilium (default: the API)');
}

function collect(value: string, earlier: readonly string[] = []): string[] {
  return [...earlier, value];
}

/** A port has neither slash nor dot in it. */
function isPath(text: string): boolean {
  return text === '-' || /[/.]/.test(text);
}

function version(): string {
  const text = readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
