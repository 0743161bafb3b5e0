import { Cidr, Dns, IpBlock, LabelExpression, LabelSelector, Pods, Port } from '../../src';
import { refusalOf } from '../refusal';

/** JavaScript knows no private constructors: what somebody may write who has not seen the factories. */
const CALLS: readonly (readonly [Function, readonly unknown[]])[] = [
  [Port, []],
  [Port, [80]],
  [Port, ['TCP', 80]],
  [Port, [{}]],
  [Port, [null]],
  [Port, [{ first: 80, last: 80 }]],
  [Port, [{ protocol: 'TCP' }]],
  [Port, [{ protocol: 'TCP', first: 0, last: 0 }]],
  [Port, [{ protocol: 'TCP', first: 2, last: 1 }]],
  [Port, [{ protocol: 'ICMP', first: 1, last: 65535 }]],
  [Port, [{ protocol: 'TCP', name: 'NOT A NAME' }]],
  [Port, [{ name: 'http' }]],
  [Cidr, []],
  [Cidr, [4, 10n, 33]],
  [IpBlock, []],
  [IpBlock, ['10.0.0.0/8']],
  [IpBlock, ['10.0.0.0/8', []]],
  [IpBlock, [Cidr.of('10.0.0.0/8'), ['10.1.0.0/16']]],
  [LabelExpression, []],
  [LabelExpression, ['app', 'exists', []]],
  [LabelExpression, ['app', 'In', []]],
  [LabelExpression, ['app', 'In', ['my app']]],
  [LabelExpression, ['my app', 'Exists', []]],
  [LabelExpression, ['app', 'Exists', ['web']]],
  [LabelSelector, []],
  [LabelSelector, [{ app: 'my app' }, []]],
  [LabelSelector, [{ app: 'web' }, [{}]]],
  [Pods, []],
  [Pods, [{ app: 'web' }]],
  [Pods, [LabelSelector.everything(), 'Kube_System']],
  [Pods, [LabelSelector.everything(), undefined, { team: 'a' }]],
  [Dns, []],
  [Dns, ['10.96.0.10']],
  [Dns, [Pods.all()]],
  [Dns, [Pods.all(), [53]]],
];

const shown = (given: readonly unknown[]) =>
  given
    .map(one => JSON.stringify(one, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)))
    .join(', ');

describe('a value class that is called like a constructor', () => {
  it.each(CALLS.map(([type, given]) => [`new ${type.name}(${shown(given)})`, { type, given }] as const))(
    'refuses %s',
    (_, { type, given }) => {
      expect(refusalOf(() => Reflect.construct(type, given)).fix).not.toBe('');
    },
  );
});
