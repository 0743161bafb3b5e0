import { NetworkPolicy, Peer, Pods, Port } from '../../src';
import { testChart } from '../constructs/synth';
import { describeRules } from './server-rule';

const ingress = (rule: object) =>
  new NetworkPolicy(testChart(), 'a', {
    pods: Pods.all(),
    ingress: [{ from: [Pods.all()], ports: [Port.http()], ...rule }],
  });

describeRules('a peer', (...from: never[]) => ingress({ from }), [
  ['is somebody', [Pods.all()], [{}], 'wrong-type', { accepted: 'peer podSelector {}', refused: 'peer {}' }],
  [
    'is not null',
    [Peer.anyPod()],
    [null],
    'wrong-type',
    { accepted: 'peer namespaceSelector {}', refused: 'peer null' },
  ],
  [
    'is one value, not the fields of one',
    [Pods.all()],
    [{ podSelector: null }],
    'wrong-type',
    { refused: 'peer podSelector null' },
  ],
  [
    'is a block or pods',
    [Peer.cidr('10.0.0.0/8')],
    [{ ipBlock: { cidr: '10.0.0.0/8' }, podSelector: {} }],
    'wrong-type',
    { refused: 'ipBlock+podSelector' },
  ],
  [
    'is listed: the server would take an empty list for everyone',
    [Peer.anywhere()],
    [],
    'empty-list',
    { accepted: 'from []' },
  ],
]);

describeRules('the peers of a rule', (from: never) => ingress({ from }), [
  ['are listed', [[Pods.all()]], [{}], 'wrong-type', { refused: 'from as object' }],
  [
    'are there: the server would take null for everyone',
    [[Pods.all()]],
    [null],
    'wrong-type',
    { accepted: 'from null' },
  ],
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
      { accepted: 'ingress [{}]' },
    ],
    [
      'is there: the server would take null for everything',
      [{ from: [Pods.all()], ports: [Port.all()] }],
      [null],
      'wrong-type',
      { accepted: 'ingress [null]' },
    ],
    [
      'has no fields but its own',
      [{ from: [Pods.all()], ports: [Port.all()] }],
      [{ from: [Pods.all()], ports: [Port.all()], endport: 2 }],
      'unknown-field',
      { refused: 'unknown field ports.endport' },
    ],
  ],
);

describeRules('the ports of a rule', (...ports: never[]) => ingress({ ports }), [
  [
    'are listed: the server would take an empty entry for every TCP port',
    [Port.allTcp()],
    [{}],
    'wrong-type',
    { accepted: 'ports entry {}' },
  ],
]);
