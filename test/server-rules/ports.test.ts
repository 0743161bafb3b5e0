import { Port } from '../../src';
import { describeRules } from './server-rule';

describeRules('a port', Port.tcp, [
  ['is at least 1', [1], [0], 'port-range'],
  ['is not negative', [1], [-1], 'port-range'],
  ['is at most 65535', [65535], [65536], 'port-range'],
  ['is whole', [80], [80.5], 'port-range'],
  ['is a number', [80], ['80'], 'wrong-type'],
  ['is no flag', [1], [true], 'wrong-type'],
  ['is there: the server would take null for every port', [1], [null], 'wrong-type'],
]);

describeRules('a range of ports', Port.tcp, [
  ['does not end before it begins', [100, 100], [100, 99], 'port-range'],
  ['does not end at 0', [100, 101], [100, 0], 'port-range'],
  ['ends by 65535', [100, 65535], [100, 65536], 'port-range'],
  ['ends at a number', [100, 200], [100, '200'], 'wrong-type'],
  ['has a first port', [1, 65535], [undefined, 100], 'missing'],
]);

describeRules("a port's name", Port.named, [
  ['has at most 15 characters', ['abcdefghijklmno'], ['abcdefghijklmnop'], 'port-name'],
  ['is lower case', ['http'], ['HTTP'], 'port-name'],
  ['is lower case throughout', ['http'], ['Http'], 'port-name'],
  ['has a letter', ['0080a'], ['1234'], 'port-name'],
  ['is not empty', ['a'], [''], 'port-name'],
  ['has no two hyphens in a row', ['a-b-c'], ['a--b'], 'port-name'],
  ['has no hyphen at its edge', ['a-b'], ['-a'], 'port-name'],
  ['has no underscore', ['a-b'], ['a_b'], 'port-name'],
  ['stands for no range', ['http'], ['http', 100], 'wrong-type'],
]);

describeRules('a protocol', (protocol: never) => Port.named('a', protocol), [
  ['is TCP, UDP or SCTP', ['SCTP'], ['ICMP'], 'wrong-type'],
  ['is upper case', ['TCP'], ['tcp'], 'wrong-type'],
  ['is not empty', ['UDP'], [''], 'wrong-type'],
  ['is TCP where it is left out, and not where it is null', [], [null], 'wrong-type'],
]);
