import { found, named, pod, policy, port } from './objects';

/** A rule about everyone, the section that it is about, and how its findings read. */
export interface EveryoneRule {
  readonly rule: string;
  readonly section: 'ingress' | 'egress';
  readonly list: 'from' | 'to';
  /** With `EVERYONE` in the place of those who are. */
  readonly finding: string;
}

/** Tells what a rule about everyone finds, and what it lets pass. */
export function describeEveryone({ rule, section, list, finding }: EveryoneRule): void {
  const policyTypes = [section === 'ingress' ? 'Ingress' : 'Egress'];
  const blocks = (...cidrs: string[]) => ({ [list]: cidrs.map(cidr => ({ ipBlock: { cidr } })) });
  const foundIn = (...rules: object[]) =>
    found(rule, [pod('web', { app: 'web' }), policy('web', { policyTypes, [section]: rules })]);

  it.each([
    ['an empty rule', {}, 'everyone'],
    ['an empty list of ports', { ports: [] }, 'everyone'],
    ['every protocol, one by one', { ports: ['TCP', 'UDP', 'SCTP'].map(protocol => ({ protocol })) }, 'everyone'],
    ['every IPv4 address', blocks('0.0.0.0/0'), 'every IPv4 address'],
    ['two blocks that are everything together', blocks('0.0.0.0/1', '128.0.0.0/1'), 'every IPv4 address'],
    ['both families', blocks('::/0', '0.0.0.0/0'), 'every IPv4 and IPv6 address'],
  ])('finds %s', (_, written, everyone) => {
    expect(foundIn(written)).toEqual([finding.replace('EVERYONE', everyone)]);
  });

  it.each([
    ['no rule', []],
    ['an empty list of peers, which empty-peer-list finds', [{ [list]: [] }]],
    ['ports', [{ ports: [port('TCP', 443)] }]],
    ['all ports of one protocol', [{ ports: [{ protocol: 'TCP' }] }]],
    ['every pod', [{ [list]: [{ namespaceSelector: {} }] }]],
    ['a namespace', [{ [list]: [{ namespaceSelector: named('other') }] }]],
    ['exceptions', [{ [list]: [{ ipBlock: { cidr: '0.0.0.0/0', except: ['169.254.0.0/16'] } }] }]],
    ['half of the addresses', [blocks('0.0.0.0/1')]],
  ])('says nothing where there is %s', (_, rules) => expect(foundIn(...rules)).toEqual([]));
}
