import { Peer } from '../../src';
import { describeRules } from './server-rule';

describeRules('a block', Peer.cidr, [
  ['is there', ['0.0.0.0/0'], [], 'missing'],
  ['is not empty', ['::/0'], [''], 'cidr'],
  ['is text', ['5.0.0.0/8'], [5], 'wrong-type'],
  ['has no host bits', ['10.0.0.0/24'], ['10.0.0.5/24'], 'cidr'],
  ['has none in IPv6', ['2001:DB8::/32'], ['2001:db8::1/32'], 'cidr'],
  ['has no leading zeros', ['10.0.0.0/8'], ['010.0.0.0/8'], 'cidr'],
  ['has none in its prefix length', ['10.0.0.0/8'], ['10.0.0.0/08'], 'cidr'],
  ['is not IPv4-mapped', ['2001:db8:0:0::/32'], ['::ffff:10.0.0.0/104'], 'cidr'],
  ['is not all that is IPv4-mapped', ['::/0'], ['::ffff:0:0/96'], 'cidr'],
  ['has a prefix length of its family', ['10.0.0.0/32'], ['10.0.0.0/33'], 'cidr'],
  ['has a prefix length', ['10.0.0.0/32'], ['10.0.0.0'], 'cidr'],
  ['has no spaces', ['10.0.0.0/8'], [' 10.0.0.0/8'], 'cidr'],
  ['has four octets', ['10.0.0.0/8'], ['10.0.0/8'], 'cidr'],
  ['has octets up to 255', ['255.0.0.0/8'], ['256.0.0.0/8'], 'cidr'],
  ['has no zone', ['fe80::/64'], ['fe80::%eth0/64'], 'cidr'],
]);

describeRules('an exception of 10.0.0.0/8', (...except: string[]) => Peer.cidr('10.0.0.0/8', ...except), [
  ['lies inside', ['10.1.0.0/16'], ['192.168.0.0/16'], 'except'],
  ['is smaller', ['10.0.0.0/9', '10.128.0.0/9'], ['10.0.0.0/8'], 'except'],
  ['is not wider', ['10.0.0.0/16'], ['8.0.0.0/6'], 'except'],
  ['has its family', [], ['2001:db8::/32'], 'except'],
  ['has no host bits', ['10.1.0.0/16', '10.1.0.0/16'], ['10.1.2.3/16'], 'cidr'],
  ['is a block', ['10.1.0.0/16'], ['x'], 'cidr'],
  ['is not empty', ['10.1.0.0/16'], [''], 'cidr'],
]);

describeRules('an exception of 2001:db8::/32', (...except: string[]) => Peer.cidr('2001:db8::/32', ...except), [
  ['lies inside', ['2001:db8:1::/48'], ['2001:db9::/48'], 'except'],
]);
