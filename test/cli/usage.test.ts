import { folderOf, netpol, netpolIn, THREE_TIER } from './netpol';

const VERBS = ['list', 'test', 'explain', 'diff', 'check'];

describe('help', () => {
  it.each(VERBS)('of %s starts with an example', async verb => {
    const { code, stdout, stderr } = await netpol(verb, '--help');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toMatch(new RegExp(`^Example: .*netpol ${verb} `));
  });

  it('names every verb, paths and exit codes', async () => {
    const { code, stdout } = await netpol('--help');
    expect(code).toBe(0);
    for (const word of [...VERBS, 'dist/', 'Exit codes']) expect(stdout).toContain(word);
  });

  it('fits into 80 columns', async () => {
    const pages = await Promise.all([[], ...VERBS.map(verb => [verb])].map(args => netpol(...args, '--help')));
    expect(pages.flatMap(({ stdout }) => stdout.split('\n')).filter(line => line.length > 80)).toEqual([]);
  });

  it('may be asked for by name', async () => {
    expect(await netpol('help')).toEqual(await netpol('--help'));
    expect(await netpol('help', 'list')).toEqual(await netpol('list', '--help'));
  });

  it('has the version', async () => expect((await netpol('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/));
});

describe('a command line that makes no sense exits with 2', () => {
  it.each([
    [[], 'Usage: netpol'],
    [['lst'], "error: unknown command 'lst'\n(Did you mean list?)"],
    [['list', '--jsn'], "error: unknown option '--jsn'\n(Did you mean --json?)"],
    [['test'], "error: missing required argument 'expectations'"],
    [
      ['explain', 'shop/web'],
      "error: missing required argument 'to'\nExample: netpol explain shop/frontend shop/database 5432 dist/\n",
    ],
    [['diff', 'a', 'b', 'c'], 'error: too many arguments'],
    [['list', '--pod-cidr', '10.0.0.1/8', THREE_TIER], "error: '10.0.0.1/8' has bits set beyond the prefix length"],
    [['list', '--engine', 'cillium', THREE_TIER], "error: there is no engine 'cillium'; did you mean cilium?"],
    [['list', '--engine', 'nothing', THREE_TIER], "error: there is no engine 'nothing'; use one of cilium, calico"],
    [['list', 'no/such/folder'], 'error: no/such/folder: there is no such file or folder; check the path'],
    [['diff', '-', '-'], 'error: both sides are standard input'],
    [['diff', '--json', '--markdown', THREE_TIER, THREE_TIER], 'error: --json and --markdown exclude each other'],
    [['test', '-', '-'], 'error: standard input is both the expectations and the manifests'],
    [
      ['explain', 'frontend', 'shop/backend', THREE_TIER],
      "error: 'frontend' says no namespace; write namespace/frontend",
    ],
    [['explain', 'shop/frontend', 'shop/backend', '70000', THREE_TIER], 'error: port 70000 does not exist'],
    [
      ['explain', 'shop/frontend', 'shop/backend', '80', '--protocol', 'tcp', THREE_TIER],
      "error: 'tcp' does not fit; give one of TCP, UDP, SCTP",
    ],
    [
      ['explain', 'shop/frontnd', 'shop/backend', THREE_TIER],
      'error: shop/frontnd: no such workload was read; did you mean shop/frontend?\n',
    ],
    [['test', THREE_TIER], 'has manifests; the first argument is the file of expectations'],
    [['test', `${THREE_TIER}/workloads.k8s.yaml`], 'has manifests; the first argument is the file of expectations'],
    [['explain', 'shop/a', 'shop/b', 'src'], "error: 'src' stands where a port does, and is a folder; write src/, or"],
    [['explain', 'shop/a', 'shop/b', 'udp/53'], "error: 'udp/53' is no port; write 53 --protocol UDP"],
    [['explain', 'shop/a', 'shop/b', '8080/TCP'], "error: '8080/TCP' is no port; write 8080 --protocol TCP"],
  ])('netpol %j', async (args, words) => {
    const { code, stdout, stderr } = await netpol(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(words);
  });
});

const WEB = '{ apiVersion: v1, kind: Pod, metadata: { name: web }, spec: { containers: [] } }';

const TWICE = `${WEB}\n---\n${WEB}`;

const WRITTEN_TWICE = '<stdin>:3:48: warning: Pod/default/web is written twice, first at <stdin>:1:1';

describe('manifests that cannot be read', () => {
  const broken = folderOf({
    'a.yaml': 'apiVersion: v1\nkind: [Pod\n',
    'b.yaml':
      'apiVersion: networking.k8s.io/v1\nkind: NetworkPolicy\nmetadata: { name: web, namespace: shop }\nspec:\n  podSelecter: {}\n',
  });

  it.each([['list'], ['explain', 'a/b', 'a/c', '80'], ['diff', broken]])(
    'are no basis for an answer: %s',
    async (...verb) => {
      const { code, stdout, stderr } = await netpol(...verb, `${broken}/`);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain('a.yaml:2:7: error: a list [ or map { is not closed');
      expect(stderr).toContain("b.yaml:5:16: error: there is no field 'podSelecter' here");
      expect(stderr).toContain('    in NetworkPolicy/shop/web spec.podSelecter\n    fix: use one of');
    },
  );

  it('are told from expectations that cannot be read', async () => {
    const { code, stderr } = await netpol('test', `${broken}/b.yaml`, THREE_TIER);
    expect([code, stderr]).toEqual([2, expect.stringContaining('has manifests; the first argument is the file of')]);
  });

  it('are named on both sides of a difference', async () => {
    const { code, stderr } = await netpolIn({ stdin: 'a: [' }, 'diff', broken, '-');
    expect(code).toBe(2);
    expect(stderr).toContain('<stdin>:1:4: error: a list [ or map { is not closed');
    expect(stderr).toContain('a.yaml:2:7: error: a list [ or map { is not closed');
  });

  it('are findings of check, which exits with 1', async () => {
    const { code, stdout, stderr } = await netpol('check', broken);
    expect([code, stderr]).toEqual([1, 'lint waits until every object can be read\n']);
    expect(stdout).toContain('a.yaml:2:7: error: a list [ or map { is not closed');
    expect(stdout).toMatch(/\n\d errors\n$/);
  });

  it('are read all the same where it is clear what is meant, with a warning', async () => {
    const { code, stdout, stderr } = await netpolIn({ stdin: TWICE }, 'list', '-');
    expect([code, stdout]).toEqual([0, expect.stringContaining('-> default/Pod/web  all ports')]);
    expect(stderr).toContain(WRITTEN_TWICE);
  });
});

describe('an object that is written twice, as where a folder and a pipe have the same namespace', () => {
  it('is taken by the API server, so that check warns', async () => {
    const { code, stdout } = await netpolIn({ stdin: TWICE }, 'check', '-');
    expect([code, stdout]).toEqual([0, expect.stringContaining(WRITTEN_TWICE)]);
    expect(stdout).toMatch(/ \[written-twice\]\n.*\n.*\n1 warning\n$/);
  });

  it('has its own id in JSON', async () => {
    const { stdout } = await netpolIn({ stdin: TWICE }, 'check', '--json', '-');
    const { findings } = JSON.parse(stdout) as { findings: unknown[] };
    expect(findings).toMatchObject([{ rule: 'written-twice', severity: 'warning', path: 'metadata.name' }]);
  });

  it('warns however often', async () => {
    const { code, stdout } = await netpolIn({ stdin: Array(1_100).fill(WEB).join('\n---\n') }, 'check', '-');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/99 more findings .*\n(?:.*\n)*1001 warnings\n$/)]);
  });

  it('keeps nothing else from being an error', async () => {
    const owned = WEB.replace('name: web', 'name: web, ownerReferences: [{ apiVersion: v1, kind: Node, name: node }]');
    const { code, stdout } = await netpolIn({ stdin: [TWICE, owned].join('\n---\n') }, 'check', '-');
    expect([code, stdout]).toEqual([1, expect.stringMatching(/1 error, 2 warnings\n$/)]);
  });
});

describe('what says nothing about who reaches whom', () => {
  const text = '{ apiVersion: v1, kind: ConfigMap, metadata: { name: a } }';
  const stdin = `${text}\n---\n${text}\n---\n{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [] } }`;

  it('is skipped in silence', async () => expect((await netpolIn({ stdin }, 'list', '-')).stderr).toBe(''));

  it('is named with --verbose', async () =>
    expect((await netpolIn({ stdin }, 'list', '-', '--verbose')).stderr).toBe('skipped: 2 ConfigMap\n'));

  it('is named where there is nothing else', async () => {
    const { code, stdout, stderr } = await netpolIn({ stdin: text }, 'list', '-');
    expect([code, stdout]).toEqual([0, '']);
    expect(stderr).toBe(
      'no workload was read: give the manifests of pods too, or ask about pods by their labels with netpol test\nskipped: 1 ConfigMap\n',
    );
  });
});

describe('pods without any policy', () => {
  const stdin = '{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [] } }';
  const cilium = '{ apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: { name: a }, spec: {} }';

  it('have no findings, and check says why', async () =>
    expect(await netpolIn({ stdin }, 'check', '-')).toEqual({
      code: 0,
      stdout: 'no findings\n',
      stderr: 'no policy was read: every pod accepts and sends everything\n',
    }));

  it('but one that is not understood may be isolated by that', async () => {
    const { stderr } = await netpolIn({ stdin: `${stdin}\n---\n${cilium}` }, 'check', '-');
    expect(stderr).not.toContain('no policy was read');
  });
});

describe('what is not understood', () => {
  const pod = '{ apiVersion: v1, kind: Pod, metadata: { name: a }, spec: { containers: [] } }';
  const folder = folderOf({
    'pod.yaml': pod,
    'cilium.yaml': '{ apiVersion: cilium.io/v2, kind: CiliumNetworkPolicy, metadata: { name: a }, spec: {} }',
    'calico.yaml': '{ apiVersion: projectcalico.org/v3, kind: NetworkPolicy, metadata: { name: a }, spec: {} }',
    'stored.yaml': '{ apiVersion: crd.projectcalico.org/v1, kind: NetworkPolicy, metadata: { name: a }, spec: {} }',
    'staged.yaml': '{ apiVersion: projectcalico.org/v3, kind: StagedNetworkPolicy, metadata: { name: a }, spec: {} }',
    'rollout.yaml':
      '{ apiVersion: argoproj.io/v1alpha1, kind: Rollout, metadata: { name: a }, spec: { template: { spec: { containers: [] } } } }',
    'expectations.yml.txt': '{ expectations: [{ from: default/a, to: 192.0.2.1 }] }',
  });
  const REMARK = [
    'warning: not understood: 1 CiliumNetworkPolicy.cilium.io, 1 NetworkPolicy.crd.projectcalico.org,',
    ' 1 NetworkPolicy.projectcalico.org; what they allow or deny is not in the answer\n',
    'warning: not understood: 1 Rollout.argoproj.io; their pods are not in the answer\n',
  ].join('');

  it.each([
    ['list', folder],
    ['list', '--json', folder],
    ['check', folder],
    ['test', `${folder}/expectations.yml.txt`, folder],
    ['explain', 'default/a', '192.0.2.1', `${folder}/`],
    ['diff', folder, folder],
  ])('is named once, with what it means for the answer: %j', async (...args) => {
    const { code, stdout, stderr } = await netpol(...args);
    expect([code, stderr]).toEqual([0, REMARK]);
    expect(stdout).not.toContain('Cilium');
  });

  it('is named with its side where the two differ in it', async () => {
    const { code, stderr } = await netpol('diff', `${folder}/pod.yaml`, `${folder}/rollout.yaml`);
    expect([code, stderr]).toEqual([
      0,
      `${folder}/rollout.yaml: no workload was read: give the manifests of pods too, or ask about pods by their labels with netpol test
${folder}/rollout.yaml: skipped: 1 Rollout.argoproj.io
${folder}/rollout.yaml: warning: not understood: 1 Rollout.argoproj.io; their pods are not in the answer\n`,
    ]);
  });
});

describe('where there is nothing', () => {
  const folder = folderOf({ 'empty.yaml': '# nothing\n---\n' });
  const policy = '{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: {} }';

  it.each([
    ['check', '-'],
    ['list', '--json', '-'],
    ['diff', '-', THREE_TIER],
  ])('to read, there is no answer: %j', async (...args) => {
    const { code, stdout, stderr } = await netpol(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe('error: <stdin>: there is no manifest in it; see whether what writes it has failed\n');
  });

  it('but comments, there is no answer either', async () => {
    const { code, stderr } = await netpol('check', folder);
    expect([code, stderr]).toEqual([2, expect.stringContaining('empty.yaml: there is no manifest in it')]);
  });

  it('but an empty list, the answer is about that', async () => {
    const stdin = '{ apiVersion: v1, kind: PodList, items: [] }';
    expect((await netpolIn({ stdin }, 'list', '--json', '-')).code).toBe(0);
  });

  it.each(['list', 'check'])('but policies, %s says that no workload was read', async verb => {
    const { code, stdout, stderr } = await netpolIn({ stdin: policy }, verb, '-');
    expect(code).toBeLessThan(2);
    expect(stdout).not.toContain('nobody');
    expect(stderr).toContain('no workload was read');
  });
});

describe('colour', () => {
  const COLOUR = '\u001B[';
  const explain = ['explain', 'shop/frontend', 'shop/database', '5432', THREE_TIER];

  it('is there on a terminal', async () =>
    expect((await netpolIn({ isTerminal: true }, ...explain)).stdout).toContain(`${COLOUR}31mdenied`));

  it.each([
    ['elsewhere', {}],
    ['with NO_COLOR', { isTerminal: true, env: { NO_COLOR: '1' } }],
    ['on a terminal that has none', { isTerminal: true, env: { TERM: 'dumb' } }],
  ])('is not there %s', async (_, surroundings) =>
    expect((await netpolIn(surroundings, ...explain)).stdout).not.toContain(COLOUR),
  );

  it('changes nothing else', async () => {
    const [coloured, plain] = [await netpolIn({ isTerminal: true }, ...explain), await netpol(...explain)];
    // eslint-disable-next-line no-control-regex
    expect(coloured.stdout.replace(/\u001B\[\d+m/g, '')).toBe(plain.stdout);
  });
});
