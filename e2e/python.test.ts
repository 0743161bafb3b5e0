import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, theClone } from './clone';
import { describeWith, Needed } from './describe-with';
import { generatedCode } from './generated-code';
import { hasRun, shell } from './shell';

const EXAMPLES = join(__dirname, '..', 'examples');

/** Programs that are refused, and what is said last. */
const REFUSED = [
  {
    what: 'a list that is empty',
    line: 'ExternalEgress(chart, "out", pods=Pods.all(), to=[], ports=[Port.https()])',
    said: "ExternalEgress 'shop/out' > to: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]",
  },
  {
    what: 'a port that does not exist',
    line: 'Port.tcp(70000)',
    said: 'Port.tcp: port 70000 does not exist; use whole numbers, 1 <= first <= last <= 65535 [port-range]',
  },
];

describeWith('the package for Python, in an environment of its own,', python(), found => {
  let environment: string;

  beforeAll(() => {
    environment = emptyFolder('python-environment');
    const requirements = join(EXAMPLES, 'three-tier-python', 'requirements.txt');
    shell(`${found()} -m venv . && bin/pip install --quiet "${generatedCode('python')}" -r "${requirements}"`, {
      cwd: environment,
    });
  });

  it('synthesizes the same bytes as TypeScript, by the cdk8s CLI', () => {
    const folder = emptyFolder('three-tier-python');
    cpSync(join(EXAMPLES, 'three-tier-python'), folder, { recursive: true });
    const bin = [join(environment, 'bin'), join(theClone().folder, 'node_modules', '.bin'), process.env.PATH];
    shell('cdk8s synth --check-upgrade=false', { cwd: folder, env: { PATH: bin.join(':') } });
    const [ours, theirs] = [join(folder, 'dist'), join(EXAMPLES, 'three-tier', 'dist')];
    expect(textOf(ours)).toBe(textOf(theirs));
  });

  it.each(REFUSED)('ends with one line that says what is wrong and what to write: $what', ({ line, said }) => {
    const folder = emptyFolder('python-refusals');
    writeFileSync(join(folder, 'main.py'), `${HEAD}${line}\n`);
    const output = shell(`"${environment}/bin/python" main.py || true`, { cwd: folder });
    expect(output.trim().split('\n').at(-1)).toMatch(/^RuntimeError: /);
    expect(output.trim().endsWith(said)).toBe(true);
  });
});

const HEAD = `from cdk8s import App, Chart
from netpol import ExternalEgress, Pods, Port
chart = Chart(App(), "shop", namespace="shop")
`;

function python(): Needed<string> {
  if (!hasRun('python3 -m venv --help')) return { missing: 'there is no Python with venv' };
  return hasRun('python3 -m pip download --no-deps --dest "$(mktemp -d)" jsii')
    ? { found: 'python3' }
    : { missing: 'the jsii runtime for Python is not to be had' };
}

function textOf(dist: string): string {
  return readFileSync(join(dist, 'policies.k8s.yaml'), 'utf8');
}
