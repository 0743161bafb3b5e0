import { IpBlock } from '../oracle/manifest';

/** What policies and pods of a test are made of; few of each, so that they meet. */
export interface Pool {
  /** Names of namespaces. */
  readonly namespaces: readonly string[];
  /** Keys and values of pods' labels. */
  readonly keys: readonly string[];
  readonly values: readonly string[];
  /** Keys and values of namespaces' labels. */
  readonly namespaceKeys: readonly string[];
  readonly namespaceValues: readonly string[];
  readonly blocks: readonly IpBlock[];
  readonly ports: readonly number[];
  readonly portNames: readonly string[];
}

export const NAMESPACES = ['a', 'b', 'c'] as const;

export const NAME_LABEL = 'kubernetes.io/metadata.name';

/** The first one is the default plan of private addresses; the second so small that blocks lie around and inside it. */
export const PLANS: readonly (readonly string[])[] = [
  ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7'],
  ['10.0.0.0/29', 'fd00::/125'],
];

/** Blocks that are nested, that touch, that are apart, and that cover all of a plan, a part of it and nothing. */
export const WIDE: Pool = {
  namespaces: NAMESPACES,
  // Every object of JavaScript has something of the last one's name.
  keys: ['app', 'tier', 'constructor'],
  values: ['x', 'y', ''],
  namespaceKeys: ['app', 'tier'],
  namespaceValues: ['x', 'y', ''],
  blocks: [
    { cidr: '0.0.0.0/0' },
    { cidr: '0.0.0.0/0', except: ['10.0.0.0/8', '203.0.113.0/24'] },
    { cidr: '10.0.0.0/8' },
    { cidr: '10.0.0.0/8', except: ['10.0.0.0/30', '10.0.0.4/30'] },
    { cidr: '10.0.0.0/29', except: ['10.0.0.2/32'] },
    { cidr: '10.0.0.0/30' },
    { cidr: '203.0.113.0/24', except: ['203.0.113.16/28'] },
    { cidr: '203.0.113.16/28' },
    { cidr: '::/0' },
    { cidr: '::/0', except: ['fd00::/125'] },
    { cidr: 'fd00::/125' },
    { cidr: 'fd00::/127' },
    { cidr: '2001:db8::/32' },
  ],
  ports: [79, 80, 81, 82, 443],
  portNames: ['http', 'dns'],
};

/** One address in each part into which the blocks of {@link WIDE} cut the address space. */
export const ADDRESSES = [
  '0.0.0.0',
  '10.0.0.1',
  '10.0.0.2',
  '10.0.0.3',
  '10.0.0.5',
  '10.9.0.1',
  '203.0.113.1',
  '203.0.113.20',
  '::',
  'fd00::1',
  'fd00::7',
  '2001:db8::1',
] as const;

/** Ports at the edges of every range of {@link WIDE}, one beyond, and the ends of the axis. */
export const PROBES = [1, 79, 80, 81, 82, 83, 443, 65535].flatMap(port =>
  ['TCP', 'UDP', 'SCTP'].map(protocol => ({ protocol, port })),
);

/** So little that every pod that could exist can be tried. */
export const NARROW: Pool = {
  namespaces: ['a', 'b'],
  keys: ['app', 'tier'],
  values: ['x'],
  namespaceKeys: ['team'],
  namespaceValues: ['x'],
  blocks: [
    { cidr: '0.0.0.0/0' },
    { cidr: '10.0.0.0/8' },
    { cidr: '10.0.0.0/30' },
    { cidr: '203.0.113.0/24' },
    { cidr: '::/0' },
  ],
  ports: [80, 81],
  portNames: ['http'],
};
