import { Peer } from '../../src';
import { describeRules } from './server-rule';

describeRules('a block', Peer.cidr, [
  ['is there', ['0.0.0.0/0'], [], 'missing', { accepted: 'CIDR 0.0.0.0/0', refused: 'CIDR missing' }],
  ['is not empty', ['::/0'], [''], 'cidr', { accepted: 'CIDR ::/0', refused: 'CIDR ""' }],
  ['is text', ['5.0.0.0/8'], [5], 'wrong-type', { refused: 'cidr as int' }],
  ['has no host bits', ['10.0.0.0/24'], ['10.0.0.5/24'], 'cidr', { refused: 'CIDR 10.0.0.5/24' }],
  [
    'has none in IPv6',
    ['2001:DB8::/32'],
    ['2001:db8::1/32'],
    'cidr',
    { accepted: 'CIDR 2001:DB8::/32', refused: 'CIDR 2001:db8::1/32' },
  ],
  ['has no leading zeros', ['10.0.0.0/8'], ['010.0.0.0/8'], 'cidr', { refused: 'CIDR 010.0.0.0/8' }],
  ['has none in its prefix length', ['10.0.0.0/8'], ['10.0.0.0/08'], 'cidr', { refused: 'CIDR 10.0.0.0/08' }],
  [
    'is not IPv4-mapped',
    ['2001:db8:0:0::/32'],
    ['::ffff:10.0.0.0/104'],
    'cidr',
    { accepted: 'CIDR 2001:db8:0:0::/32', refused: 'CIDR ::ffff:10.0.0.0/104' },
  ],
  ['is not all that is IPv4-mapped', ['::/0'], ['::ffff:0:0/96'], 'cidr', { refused: 'CIDR ::ffff:0:0/96' }],
  ['has a prefix length of its family', ['10.0.0.0/32'], ['10.0.0.0/33'], 'cidr', { refused: 'CIDR 10.0.0.0/33' }],
  ['has a prefix length', ['10.0.0.0/32'], ['10.0.0.0'], 'cidr', { refused: 'CIDR 10.0.0.0 (no mask)' }],
  ['has no spaces', ['10.0.0.0/8'], [' 10.0.0.0/8'], 'cidr', { refused: 'CIDR " 10.0.0.0/8"' }],
  ['has four octets', ['10.0.0.0/8'], ['10.0.0/8'], 'cidr', { refused: 'CIDR 10.0.0/8' }],
  ['has octets up to 255', ['255.0.0.0/8'], ['256.0.0.0/8'], 'cidr', { refused: 'CIDR 256.0.0.0/8' }],
  ['has no zone', ['fe80::/64'], ['fe80::%eth0/64'], 'cidr', { refused: 'CIDR fe80::%eth0/64' }],
]);

describeRules('an exception of 10.0.0.0/8', (...except: string[]) => Peer.cidr('10.0.0.0/8', ...except), [
  ['lies inside', ['10.1.0.0/16'], ['192.168.0.0/16'], 'except', { refused: 'except outside' }],
  [
    'is smaller',
    ['10.0.0.0/9', '10.128.0.0/9'],
    ['10.0.0.0/8'],
    'except',
    { accepted: 'except all halves (empties block)', refused: 'except equal' },
  ],
  ['is not wider', ['10.0.0.0/16'], ['8.0.0.0/6'], 'except', { refused: 'except wider' }],
  ['has its family', [], ['2001:db8::/32'], 'except', { accepted: 'except []', refused: 'except other family' }],
  [
    'has no host bits',
    ['10.1.0.0/16', '10.1.0.0/16'],
    ['10.1.2.3/16'],
    'cidr',
    { accepted: 'except duplicated', refused: 'except host bits 10.1.2.3/16' },
  ],
  ['is a block', ['10.1.0.0/16'], ['x'], 'cidr', { refused: 'except bad "x"' }],
  ['is not empty', ['10.1.0.0/16'], [''], 'cidr', { refused: 'except [""]' }],
]);

describeRules('an exception of 2001:db8::/32', (...except: string[]) => Peer.cidr('2001:db8::/32', ...except), [
  ['lies inside', ['2001:db8:1::/48'], ['2001:db9::/48'], 'except', { accepted: 'except v6 inside' }],
]);
