import { folderOf, netpol, netpolIn } from './netpol';

/** Clears a screen, paints, forges lines and commands of CI systems, hides text, and turns its direction around. */
const COMMANDS = String.raw`x\e[2J\e[H\e[32mok\e[39m no findings\n::set-output name=a::b\r\u009b2J\u007f\u2028\u202e`;

const SHOWN = String.raw`x\u001b[2J\u001b[H\u001b[32mok\u001b[39m no findings\n::set-output name=a::b\r\u009b2J\u007f\u2028\u202e`;

/** Everything that can command a terminal, but the ends of lines. */
const COMMANDING = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u;

/** The codes of what the program paints itself. */
const PAINT = /\u001B\[(?:1|2|22|3[123]|39)m/g;

const POD = `{ apiVersion: v1, kind: Pod, metadata: { name: a, ownerReferences: [
  { apiVersion: apps/v1, kind: StatefulSet, name: "${COMMANDS}", uid: u, controller: true }] }, spec: { containers: [] } }`;
const FIELD = `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: { podSelector: {}, "${COMMANDS}": 1 } }`;
const KIND = `{ apiVersion: example.com/v1, kind: "${COMMANDS}NetworkPolicy", metadata: { name: a } }`;
const EXPECTED = `expectations: [{ from: 192.0.2.1, to: 192.0.2.2, expect: deny, because: "${COMMANDS}" }]`;

const folder = folderOf({
  'pod/pod.yaml': POD,
  'field.yaml': FIELD,
  'kind/kind.yaml': `${POD}\n---\n${KIND}`,
  'expected.yaml': EXPECTED,
  'name/a\u001B[2J\n::error::b.yaml': FIELD,
  'none/none.yaml': '{ kind: List, apiVersion: v1, items: [] }',
});

describe('what others wrote commands no terminal', () => {
  it.each([
    ['a name, listed', ['list', 'pod']],
    ['a name, in JSON', ['list', '--json', 'pod']],
    ['a name that goes', ['diff', 'pod', 'none']],
    ['a name that goes, in a table', ['diff', '--markdown', 'pod', 'none']],
    ['a field', ['check', 'field.yaml']],
    ['a field, in JSON', ['check', '--json', 'field.yaml']],
    ['a field that keeps the cluster from being read', ['list', 'field.yaml']],
    ['a kind', ['check', '--verbose', 'kind']],
    ['a reason', ['test', 'expected.yaml', 'pod']],
    ['a file', ['check', 'name']],
    ['a file that is not there', ['check', 'no\u001B[2J\n::error::b']],
    ['an option', ['check', '--no\u001B[2J']],
  ])('%s', async (_, [verb, ...args]) => {
    const paths = args.map(arg => (arg.startsWith('-') ? arg : `${folder}/${arg}`));
    const inPipe = await netpol(verb, ...paths);
    const said = `${inPipe.stdout}${inPipe.stderr}`;
    expect(said.split('\n').filter(line => COMMANDING.test(line) || /^\s*::[a-z]/.test(line))).toEqual([]);
    expect(said).toContain(String.raw`\u001b[2J`);
    const onTerminal = { isTerminal: true, now: () => 0 };
    expect(await netpolIn({ ...onTerminal, env: { NO_COLOR: '1' } }, verb, ...paths)).toEqual(inPipe);
    // Colour comes on top: a code of others that came through would be missing.
    const { stdout, stderr } = await netpolIn(onTerminal, verb, ...paths);
    expect(`${stdout}${stderr}`.replace(PAINT, '')).toBe(said);
  });

  it('on a terminal with colour neither', async () => {
    const { stdout } = await netpolIn({ isTerminal: true }, 'list', `${folder}/pod`);
    expect(stdout).toContain(`\u001B[1mdefault/StatefulSet/${SHOWN}\u001B[22m`);
  });

  it('and stays what it is in JSON', async () => {
    const { stdout } = await netpol('list', '--json', `${folder}/pod`);
    const { connections } = JSON.parse(stdout) as { connections: { from: string }[] };
    const name = JSON.parse(`"${COMMANDS.replaceAll(String.raw`\e`, String.raw`\u001b`)}"`) as string;
    expect(new Set(connections.map(({ from }) => from))).toContain(`default/StatefulSet/${name}`);
  });

  it('a reason of several lines is one', async () => {
    const stdin = EXPECTED.replace(COMMANDS, String.raw`one\n  two\n`);
    const { stdout } = await netpolIn({ stdin }, 'test', '-', `${folder}/pod`);
    expect(stdout).toContain('      because: one two\n');
  });
});
