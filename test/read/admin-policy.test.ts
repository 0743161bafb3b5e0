import { AdminPolicy } from '../../src/model/admin-policy';
import { clusterNetworkPolicy, fields, read } from './manifests';

const API = 'policy.networking.k8s.io/v1alpha1';

function adminNetworkPolicy(rule: object, spec: object = {}): object {
  return {
    apiVersion: API,
    kind: 'AdminNetworkPolicy',
    metadata: { name: 'old' },
    spec: {
      priority: 10,
      subject: { namespaces: {} },
      egress: [{ action: 'Deny', to: [{ namespaces: {} }], ...rule }],
      ...spec,
    },
  };
}

function baselineAdminNetworkPolicy(rule: object, name = 'default'): object {
  return {
    apiVersion: API,
    kind: 'BaselineAdminNetworkPolicy',
    metadata: { name },
    spec: { subject: { namespaces: {} }, egress: [{ action: 'Deny', to: [{ namespaces: {} }], ...rule }] },
  };
}

function policyOf(object: unknown): AdminPolicy {
  const { cluster, findings } = read(object);
  expect(findings).toEqual([]);
  return cluster.adminPolicies[0];
}

/** What the rule does, in words. */
function meaning(object: unknown): string {
  const [{ action, peers, ports }] = policyOf(object).egress;
  return `${action} ${peers.join(' or ')} on ${ports.join(' or ')}`;
}

function refused(object: unknown): string[] {
  const { cluster, findings } = read(object);
  expect(cluster.adminPolicies).toEqual([]);
  return fields(findings);
}

describe('a ClusterNetworkPolicy', () => {
  it('has a tier, a priority and a subject', () => {
    const spec = {
      tier: 'Baseline',
      priority: 1000,
      subject: { pods: { podSelector: { matchLabels: { app: 'web' } } } },
    };
    const { tier, priority, subject, ingress } = policyOf(clusterNetworkPolicy({}, spec));
    expect({ tier, priority, subject: String(subject), ingress }).toEqual({
      tier: 'Baseline',
      priority: 1000,
      subject: 'pods app=web in any namespace',
      ingress: [],
    });
  });

  it.each([
    ['every port where no protocol is given', {}, 'Deny all pods in any namespace on all ports'],
    [
      'a port',
      { protocols: [{ udp: { destinationPort: { number: 53 } } }] },
      'Deny all pods in any namespace on UDP 53',
    ],
    [
      'a range',
      { protocols: [{ sctp: { destinationPort: { range: { start: 1, end: 65535 } } } }] },
      'Deny all pods in any namespace on SCTP',
    ],
    [
      'a name, whichever its protocol',
      { protocols: [{ destinationNamedPort: 'dns' }] },
      'Deny all pods in any namespace on TCP dns or UDP dns or SCTP dns',
    ],
    [
      'networks, without their host bits',
      { to: [{ networks: ['10.244.1.1/4', '::/0'] }] },
      'Deny 0.0.0.0/4 or ::/0 on all ports',
    ],
    [
      'nodes, which manifests cannot tell',
      { to: [{ nodes: { matchLabels: { zone: 'a' } } }, { nodes: {} }] },
      'Deny nodes zone=a or all nodes on all ports',
    ],
    [
      'domain names, which manifests cannot tell',
      { action: 'Accept', to: [{ domainNames: ['*.example.com'] }] },
      'Accept domain name *.example.com on all ports',
    ],
    [
      'pods of namespaces',
      { action: 'Pass', to: [{ pods: { podSelector: {}, namespaceSelector: { matchLabels: { a: 'b' } } } }] },
      'Pass all pods in namespaces a=b on all ports',
    ],
  ])('knows %s', (_, rule, expected) => expect(meaning(clusterNetworkPolicy(rule))).toBe(expected));

  it.each([
    ['a rule without peers', { to: [] }, ['spec.egress[0].to']],
    ['a rule that leaves its peers out', { to: undefined }, ['spec.egress[0].to']],
    ['a peer of no kind', { to: [{}] }, ['spec.egress[0].to[0]']],
    ['a peer of two kinds', { to: [{ namespaces: {}, networks: ['::/0'] }] }, ['spec.egress[0].to[0]']],
    ['null', { to: [{ namespaces: { matchLabels: null } }] }, ['spec.egress[0].to[0].namespaces.matchLabels']],
    [
      'a label that is no text',
      { to: [{ namespaces: { matchLabels: { a: 1 } } }] },
      ['spec.egress[0].to[0].namespaces.matchLabels.a'],
    ],
    ['pods without a selector', { to: [{ pods: {} }] }, ['spec.egress[0].to[0].pods.podSelector']],
    ['an action of another kind', { action: 'Allow' }, ['spec.egress[0].action']],
    ['a name that is too long', { name: 'x'.repeat(101) }, ['spec.egress[0].name']],
    ['an empty list of protocols', { protocols: [] }, ['spec.egress[0].protocols']],
    ['a protocol without anything', { protocols: [{ tcp: {} }] }, ['spec.egress[0].protocols[0].tcp']],
    [
      'a range that is one port',
      { protocols: [{ tcp: { destinationPort: { range: { start: 80, end: 80 } } } }] },
      ['spec.egress[0].protocols[0].tcp.destinationPort.range'],
    ],
    [
      'a port that does not exist',
      { protocols: [{ tcp: { destinationPort: { number: 65536 } } }] },
      ['spec.egress[0].protocols[0].tcp.destinationPort.number'],
    ],
    [
      'a port by name where there are none',
      { to: [{ networks: ['::/0'] }], protocols: [{ destinationNamedPort: 'web' }] },
      ['spec.egress[0]'],
    ],
    ['a network twice', { to: [{ networks: ['::/0', '::/0'] }] }, ['spec.egress[0].to[0].networks[1]']],
    ['leading zeros in a network', { to: [{ networks: ['010.0.0.0/8'] }] }, ['spec.egress[0].to[0].networks[0]']],
    ['IPv4 in IPv6', { to: [{ networks: ['::ffff:10.0.0.0/104'] }] }, ['spec.egress[0].to[0].networks[0]']],
    [
      'a long way to write a network',
      { to: [{ networks: ['2001:0db8:0000:0000:0000:0000:255.255.255.255/128'] }] },
      ['spec.egress[0].to[0].networks[0]'],
    ],
    ['a domain without a dot', { to: [{ domainNames: ['localhost'] }] }, ['spec.egress[0].to[0].domainNames[0]']],
    ['26 peers', { to: Array.from({ length: 26 }, () => ({ namespaces: {} })) }, ['spec.egress[0].to']],
    ['an unknown field', { ports: [] }, ['spec.egress[0].ports']],
  ])('is refused for %s', (_, rule, expected) => expect(refused(clusterNetworkPolicy(rule))).toEqual(expected));

  it.each([
    ['no tier', { tier: undefined }, ['spec.tier']],
    ['a tier of its own', { tier: 'admin' }, ['spec.tier']],
    ['no priority', { priority: undefined }, ['spec.priority']],
    ['a priority out of bounds', { priority: 1001 }, ['spec.priority']],
    ['an empty subject', { subject: {} }, ['spec.subject']],
    [
      'networks in ingress',
      { ingress: [{ action: 'Deny', from: [{ networks: ['::/0'] }] }] },
      ['spec.ingress[0].from[0].networks'],
    ],
    [
      '26 rules',
      { ingress: Array.from({ length: 26 }, () => ({ action: 'Deny', from: [{ namespaces: {} }] })) },
      ['spec.ingress'],
    ],
  ])('is refused for %s', (_, spec, expected) => expect(refused(clusterNetworkPolicy({}, spec))).toEqual(expected));

  it('is refused for no spec at all', () =>
    expect(refused({ ...clusterNetworkPolicy({}), spec: undefined })).toContain('spec'));

  it('may have a status, and null where Kubernetes writes its metadata', () =>
    expect(
      policyOf({
        ...clusterNetworkPolicy({}),
        metadata: { name: 'admin', creationTimestamp: null },
        status: { conditions: [{ type: 'Ready' }] },
      }).name,
    ).toBe('admin'));
});

describe('an AdminNetworkPolicy', () => {
  it.each([
    ['allows', { action: 'Allow' }, 'Accept all pods in any namespace on all ports'],
    [
      'knows a port',
      { ports: [{ portNumber: { port: 53, protocol: 'UDP' } }] },
      'Deny all pods in any namespace on UDP 53',
    ],
    [
      'knows a port of TCP where the protocol is null',
      { ports: [{ portNumber: { port: 80, protocol: null } }] },
      'Deny all pods in any namespace on TCP 80',
    ],
    ['knows a range', { ports: [{ portRange: { start: 80, end: 80 } }] }, 'Deny all pods in any namespace on TCP 80'],
    [
      'knows a name, whichever its protocol',
      { ports: [{ namedPort: 'dns' }] },
      'Deny all pods in any namespace on TCP dns or UDP dns or SCTP dns',
    ],
  ])('%s', (_, rule, expected) => expect(meaning(adminNetworkPolicy(rule))).toBe(expected));

  it('is of the tier Admin', () =>
    expect(policyOf(adminNetworkPolicy({}))).toMatchObject({ tier: 'Admin', priority: 10 }));

  it.each([
    ['the words of its successor', { action: 'Accept' }, ['spec.egress[0].action']],
    ['the fields of its successor', { protocols: [{ tcp: {} }] }, ['spec.egress[0].protocols']],
    [
      'pods without their namespaces',
      { to: [{ pods: { podSelector: {} } }] },
      ['spec.egress[0].to[0].pods.namespaceSelector'],
    ],
    [
      'a range that ends before it begins',
      { ports: [{ portRange: { start: 90, end: 80 } }] },
      ['spec.egress[0].ports[0].portRange'],
    ],
    [
      'a protocol that nobody knows',
      { ports: [{ portNumber: { port: 80, protocol: 'ICMP' } }] },
      ['spec.egress[0].ports[0].portNumber.protocol'],
    ],
  ])('is refused for %s', (_, rule, expected) => expect(refused(adminNetworkPolicy(rule))).toEqual(expected));
});

describe('a BaselineAdminNetworkPolicy', () => {
  it('is of the tier Baseline, before everything else there', () =>
    expect(policyOf(baselineAdminNetworkPolicy({}))).toMatchObject({ tier: 'Baseline', priority: 0 }));

  it('is refused under any name but default', () =>
    expect(refused(baselineAdminNetworkPolicy({}, 'mine'))).toEqual(['metadata.name']));

  it.each([
    ['to pass', { action: 'Pass' }, ['spec.egress[0].action']],
    ['domain names', { to: [{ domainNames: ['example.com'] }] }, ['spec.egress[0].to[0].domainNames']],
  ])('is refused for %s', (_, rule, expected) => expect(refused(baselineAdminNetworkPolicy(rule))).toEqual(expected));
});
