import { fields, inWords, networkPolicy, policyOf, read } from './manifests';

const ANYTHING = 'anywhere on all ports';

/** What a policy with this spec does. */
function meaning(spec: unknown): object {
  return inWords(policyOf(networkPolicy(spec)));
}

function refused(spec: unknown): string[] {
  const { findings, cluster } = read(networkPolicy(spec));
  expect(cluster.policies).toEqual([]);
  return fields(findings);
}

describe('a NetworkPolicy is read as the API server defaults it', () => {
  it.each([
    ['without policyTypes it isolates for ingress', {}, { ingress: [], egress: 'open' }],
    [
      'without policyTypes but with egress rules it isolates for both',
      { egress: [{}] },
      { ingress: [], egress: [ANYTHING] },
    ],
    ['empty policyTypes are none', { policyTypes: [], egress: [{}] }, { ingress: [], egress: [ANYTHING] }],
    ['an empty list of egress rules isolates for nothing', { egress: [] }, { ingress: [], egress: 'open' }],
    ['with policyTypes Egress it leaves ingress open', { policyTypes: ['Egress'] }, { ingress: 'open', egress: [] }],
    ['a policy type may stand twice', { policyTypes: ['Ingress', 'Ingress'] }, { ingress: [], egress: 'open' }],
    [
      'rules of a direction without its type count for nothing',
      { policyTypes: ['Ingress'], egress: [{}] },
      { ingress: [], egress: 'open' },
    ],
    ['a spec that is null is an empty one', null, { ingress: [], egress: 'open' }],
    ['an empty rule opens everything', { ingress: [{}] }, { ingress: [ANYTHING], egress: 'open' }],
    ['a rule that is null is an empty one', { ingress: [null] }, { ingress: [ANYTHING], egress: 'open' }],
    ['an empty from is everyone', { ingress: [{ from: [] }] }, { ingress: [ANYTHING], egress: 'open' }],
    ['a from that is null is everyone', { ingress: [{ from: null }] }, { ingress: [ANYTHING], egress: 'open' }],
    ['an empty ports is every port', { ingress: [{ ports: [] }] }, { ingress: [ANYTHING], egress: 'open' }],
    [
      'a port without anything is every TCP port',
      { ingress: [{ ports: [{}] }] },
      { ingress: ['anywhere on TCP'], egress: 'open' },
    ],
    [
      'a port that is null is every TCP port',
      { ingress: [{ ports: [null] }] },
      { ingress: ['anywhere on TCP'], egress: 'open' },
    ],
    [
      'a port number that is null is every port',
      { ingress: [{ ports: [{ protocol: 'UDP', port: null }] }] },
      { ingress: ['anywhere on UDP'], egress: 'open' },
    ],
    [
      'a port without a protocol is TCP',
      { ingress: [{ ports: [{ port: 80, endPort: 90 }, { port: 'http' }] }] },
      { ingress: ['anywhere on TCP 80-90 or TCP http'], egress: 'open' },
    ],
  ])('%s', (_, spec, expected) => expect(meaning(spec)).toEqual({ pods: '', ...expected }));

  it.each([
    [{ policyTypes: ['Ingress'], egress: [{}] }, ['Egress']],
    [{ policyTypes: ['Egress'], ingress: [] }, ['Ingress']],
    [{ egress: [] }, ['Egress']],
    [{ egress: null }, undefined],
    [{ policyTypes: ['Ingress', 'Egress'], egress: [] }, undefined],
  ])('of %j it is known which sections have no effect', (spec, expected) => {
    expect(policyOf(networkPolicy(spec)).withoutEffect).toEqual(expected);
  });

  it('without a spec it selects every pod of its namespace', () =>
    expect(inWords(policyOf(networkPolicy(undefined)))).toEqual({ pods: '', ingress: [], egress: 'open' }));

  it('without a namespace it is in the namespace default', () =>
    expect(policyOf(networkPolicy({}, { name: 'web' })).namespace).toBe('default'));
});

describe('the peers of a NetworkPolicy', () => {
  const from = (...peers: unknown[]) => (meaning({ ingress: [{ from: peers }] }) as { ingress: string[] }).ingress;

  it('are pods of its own namespace where only pods are given', () =>
    expect(from({ podSelector: { matchLabels: { app: 'web' } } })).toEqual(['pods app=web on all ports']));

  it('are all pods of namespaces where only namespaces are given', () =>
    expect(from({ namespaceSelector: {} })).toEqual(['all pods in any namespace on all ports']));

  it('are pods in namespaces where both stand in one peer', () =>
    expect(
      from({ podSelector: { matchLabels: { app: 'web' } }, namespaceSelector: { matchLabels: { team: 'a' } } }),
    ).toEqual(['pods app=web in namespaces team=a on all ports']));

  it('are alternatives where they stand in two peers', () =>
    expect(from({ podSelector: {} }, { namespaceSelector: {} })).toEqual([
      'all pods or all pods in any namespace on all ports',
    ]));

  it('are blocks with exceptions', () =>
    expect(from({ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16', '10.1.0.0/16'] } })).toEqual([
      '10.0.0.0/8 except 10.1.0.0/16 on all ports',
    ]));

  it('may be a block that the exceptions leave nothing of', () =>
    expect(from({ ipBlock: { cidr: '10.0.0.0/8', except: ['10.128.0.0/9', '10.0.0.0/9'] } })).toEqual([
      '10.0.0.0/8 except 10.0.0.0/9, 10.128.0.0/9 on all ports',
    ]));
});

describe('the selectors of a NetworkPolicy', () => {
  const selects = (podSelector: unknown) => (meaning({ podSelector }) as { pods: string }).pods;

  it('take null for an empty selector', () => expect(selects(null)).toBe(''));

  // https://github.com/kubernetes/kubernetes/pull/129257
  it('take null for an empty value, as the API server does', () =>
    expect(selects({ matchLabels: { app: null } })).toBe('app='));

  it('say each demand once', () =>
    expect(
      selects({
        matchLabels: { app: 'web' },
        matchExpressions: [
          { key: 'app', operator: 'In', values: ['web', 'web'] },
          { key: 'canary', operator: 'DoesNotExist' },
        ],
      }),
    ).toBe('app=web,!canary'));

  it('know labels that are called as a member of every JavaScript object', () =>
    expect(selects({ matchLabels: { constructor: 'a', toString: 'b' } })).toBe('constructor=a,toString=b'));
});

describe('a NetworkPolicy is refused', () => {
  it.each([
    [
      'for a peer with a misspelt field, and not for being empty too',
      { ingress: [{ from: [{ podselector: {} }] }] },
      ['spec.ingress[0].from[0].podselector'],
    ],
    [
      'for each of its wrong fields',
      { ingress: [{ ports: [{ port: 0, protocol: 'ICMP' }] }], egress: [{ to: [{}] }] },
      ['spec.egress[0].to[0]', 'spec.ingress[0].ports[0].port', 'spec.ingress[0].ports[0].protocol'],
    ],
    [
      'for an end of a range that is no number, without a word on the range',
      { ingress: [{ ports: [{ port: true, endPort: 80 }] }] },
      ['spec.ingress[0].ports[0].port'],
    ],
    [
      'for labels and expressions of one selector',
      { podSelector: { matchLabels: { a: 'b c' }, matchExpressions: [{ key: 'a', operator: 'Is' }] } },
      ['spec.podSelector.matchExpressions[0].operator', 'spec.podSelector.matchLabels'],
    ],
    [
      'for an exception that is no part of the block, even if it has host bits',
      { ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['192.168.0.1/16'] } }] }] },
      ['spec.ingress[0].from[0].ipBlock.except[0]'],
    ],
    ['for three policy types', { policyTypes: ['Ingress', 'Egress', 'Egress'] }, ['spec.policyTypes']],
  ])('%s', (_, spec, expected) => expect(refused(spec)).toEqual(expected));

  it('for annotations that are too long together', () => {
    const annotations = { a: 'x'.repeat(200_000), b: 'x'.repeat(62_142) };
    expect(read(networkPolicy({}, { name: 'web', annotations })).findings).toEqual([]);
    const { findings } = read(networkPolicy({}, { name: 'web', annotations: { ...annotations, c: '' } }));
    expect(fields(findings)).toEqual(['metadata.annotations']);
  });

  it('for a prefix of names to make up that no name may begin with', () => {
    expect(read(networkPolicy({}, { generateName: 'web-' })).findings).toEqual([]);
    expect(fields(read(networkPolicy({}, { generateName: 'Web-' })).findings)).toEqual(['metadata.generateName']);
  });
});

describe('blocks that API servers before 1.36 only warned about', () => {
  const block = (cidr: string, ...except: string[]) =>
    read(networkPolicy({ egress: [{ to: [{ ipBlock: { cidr, except } }] }] }));

  it.each([
    ['10.244.1.1/4', '0.0.0.0/4'],
    ['010.0.0.0/8', '10.0.0.0/8'],
    ['10.0.0.0/08', '10.0.0.0/8'],
    ['010.0.0.5/024', '10.0.0.0/24'],
    ['2001:db8::1/32', '2001:db8::/32'],
  ])('%s is refused, and read as %s', (cidr, meant) => {
    const { cluster, findings } = block(cidr);
    expect(findings).toMatchObject([{ path: 'spec.egress[0].to[0].ipBlock.cidr', lenient: true }]);
    expect(findings[0].message).toContain(cidr);
    expect(cluster.policies[0].egress?.[0].peers.map(String)).toEqual([meant]);
  });

  it('are read as exceptions too', () => {
    const { cluster, findings } = block('10.0.0.1/8', '10.1.2.3/16');
    expect(fields(findings)).toEqual(['spec.egress[0].to[0].ipBlock.cidr', 'spec.egress[0].to[0].ipBlock.except[0]']);
    expect(cluster.policies[0].egress?.[0].peers.map(String)).toEqual(['10.0.0.0/8 except 10.1.0.0/16']);
  });

  it('are left out where it is not clear what is meant: IPv4 in IPv6', () => {
    const { cluster, findings } = block('::ffff:10.0.0.0/104');
    expect(findings).toMatchObject([{ lenient: false }]);
    expect(cluster.policies).toEqual([]);
  });

  it('are left out with a policy that is wrong elsewhere, and no finding says otherwise', () => {
    const { cluster, findings } = read(
      networkPolicy({ policyTypes: ['Both'], egress: [{ to: [{ ipBlock: { cidr: '10.0.0.1/8' } }] }] }),
    );
    expect(findings.map(({ lenient }) => lenient)).toEqual([false, false]);
    expect(cluster.policies).toEqual([]);
  });

  it('stay what they are however many there are in one policy', () => {
    const to = Array.from({ length: 1_200 }, (_, index) => ({
      ipBlock: { cidr: `10.${index >> 8}.${index & 255}.1/24` },
    }));
    const { cluster, findings } = read(networkPolicy({ egress: [{ to }] }));
    expect(findings.every(({ lenient }) => lenient)).toBe(true);
    expect(cluster.policies[0].egress?.[0].peers).toHaveLength(1_200);
  });
});
