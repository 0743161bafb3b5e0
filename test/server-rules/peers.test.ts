import { NetworkPolicy, Peer, Pods, Port } from '../../src';
import { testChart } from '../constructs/synth';
import { describeRules } from './server-rule';

const ingress = (rule: object) =>
  new NetworkPolicy(testChart(), 'a', {
    pods: Pods.all(),
    ingress: [{ from: [Pods.all()], ports: [Port.http()], ...rule }],
  });

describeRules('a peer', (...from: never[]) => ingress({ from }), [
  ['is somebody', [Pods.all()], [{}], 'wrong-type'],
  ['is not null', [Peer.anyPod()], [null], 'wrong-type'],
  ['is one value, not the fields of one', [Pods.all()], [{ podSelector: null }], 'wrong-type'],
  [
    'is a block or pods',
    [Peer.cidr('10.0.0.0/8')],
    [{ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }],
    'wrong-type',
  ],
  ['is listed: the server would take an empty list for everyone', [Peer.anywhere()], [], 'empty-list'],
]);

describeRules('the peers of a rule', (from: never) => ingress({ from }), [
  ['are listed', [[Pods.all()]], [{}], 'wrong-type'],
  ['are there: the server would take null for everyone', [[Pods.all()]], [null], 'wrong-type'],
]);

describeRules(
  'a rule',
  (...rules: never[]) => new NetworkPolicy(testChart(), 'a', { pods: Pods.all(), ingress: rules }),
  [
    [
      'has peers and ports: the server would take none for everything',
      [{ from: [Pods.all()], ports: [Port.all()] }],
      [{}],
      'missing',
    ],
    [
      'is there: the server would take null for everything',
      [{ from: [Pods.all()], ports: [Port.all()] }],
      [null],
      'wrong-type',
    ],
    [
      'has no fields but its own',
      [{ from: [Pods.all()], ports: [Port.all()] }],
      [{ from: [Pods.all()], ports: [Port.all()], endport: 2 }],
      'unknown-field',
    ],
  ],
);

describeRules('the ports of a rule', (...ports: never[]) => ingress({ ports }), [
  ['are listed: the server would take an empty entry for every TCP port', [Port.allTcp()], [{}], 'wrong-type'],
]);
