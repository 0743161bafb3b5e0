import { Port } from '../../src';
import { describeRules } from './server-rule';

describeRules('a port', Port.tcp, [
  ['is at least 1', [1], [0], 'port-range', { accepted: 'duplicate port entries', refused: 'port 0' }],
  ['is not negative', [1], [-1], 'port-range', { refused: 'port -1' }],
  ['is at most 65535', [65535], [65536], 'port-range', { refused: 'port 65536' }],
  ['is whole', [80], [80.5], 'port-range', { refused: 'port float 80.5' }],
  ['is a number', [80], ['80'], 'wrong-type', { refused: 'port string "80"' }],
  ['is no flag', [1], [true], 'wrong-type', { refused: 'port bool true' }],
  ['is there: the server would take null for every port', [1], [null], 'wrong-type', { accepted: 'port null' }],
]);

describeRules('a range of ports', Port.tcp, [
  [
    'does not end before it begins',
    [100, 100],
    [100, 99],
    'port-range',
    { accepted: 'endPort==port', refused: 'endPort<port' },
  ],
  ['does not end at 0', [100, 101], [100, 0], 'port-range', { refused: 'endPort 0' }],
  ['ends by 65535', [100, 65535], [100, 65536], 'port-range', { refused: 'endPort 65536' }],
  ['ends at a number', [100, 200], [100, '200'], 'wrong-type', { refused: 'endPort string "200"' }],
  [
    'has a first port',
    [1, 65535],
    [undefined, 100],
    'missing',
    { accepted: 'port omitted, protocol only', refused: 'endPort w/o port' },
  ],
]);

describeRules("a port's name", Port.named, [
  [
    'has at most 15 characters',
    ['abcdefghijklmno'],
    ['abcdefghijklmnop'],
    'port-name',
    { accepted: 'port name 15 chars', refused: 'port name 16 chars' },
  ],
  ['is lower case', ['http'], ['HTTP'], 'port-name', { refused: 'port name UPPER "HTTP"' }],
  ['is lower case throughout', ['http'], ['Http'], 'port-name', { refused: 'port name "Http"' }],
  ['has a letter', ['0080a'], ['1234'], 'port-name', { accepted: 'port string "0080a"', refused: 'port name "1234"' }],
  ['is not empty', ['a'], [''], 'port-name', { refused: 'port name ""' }],
  ['has no two hyphens in a row', ['a-b-c'], ['a--b'], 'port-name', { refused: 'port name "a--b"' }],
  ['has no hyphen at its edge', ['a-b'], ['-a'], 'port-name', { refused: 'port name "-a"' }],
  ['has no underscore', ['a-b'], ['a_b'], 'port-name', { refused: 'port name "a_b"' }],
  ['stands for no range', ['http'], ['http', 100], 'wrong-type', { refused: 'endPort with named port' }],
]);

describeRules('a protocol', (protocol: never) => Port.named('a', protocol), [
  ['is TCP, UDP or SCTP', ['SCTP'], ['ICMP'], 'wrong-type', { accepted: 'protocol SCTP', refused: 'protocol ICMP' }],
  ['is upper case', ['TCP'], ['tcp'], 'wrong-type', { refused: 'protocol tcp lower' }],
  ['is not empty', ['UDP'], [''], 'wrong-type', { refused: 'protocol ""' }],
  ['is TCP where it is left out, and not where it is null', [], [null], 'wrong-type', { accepted: 'protocol null' }],
]);
