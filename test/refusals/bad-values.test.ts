import {
  DefaultDeny,
  Dns,
  ExternalEgress,
  IPeer,
  LabelExpression,
  MonitoringAccess,
  Peer,
  Pods,
  Port,
} from '../../src';
import { BadInput, describeBadInputs } from './bad-input';

const from =
  (make: () => IPeer): BadInput[1] =>
  chart =>
    new MonitoringAccess(chart, 'a', { pods: Pods.all(), ports: [Port.tcp(9090)], from: [make()] });

const at =
  (make: () => Port): BadInput[1] =>
  chart =>
    new MonitoringAccess(chart, 'a', { pods: Pods.all(), ports: [make()] });

const to =
  (block: string, ...except: string[]): BadInput[1] =>
  chart =>
    new ExternalEgress(chart, 'a', { pods: Pods.all(), to: [Peer.cidr(block, ...except)], ports: [Port.https()] });

const deny =
  (make: () => Pods): BadInput[1] =>
  chart =>
    new DefaultDeny(chart, 'a', { pods: make() });

const WHOLE = 'use whole numbers, 1 <= first <= last <= 65535 [port-range]';

describeBadInputs('a bad port', [
  ['port 0', at(() => Port.tcp(0)), `Port.tcp: port 0 does not exist; ${WHOLE}`],
  ['port 70000', at(() => Port.tcp(70000)), `Port.tcp: port 70000 does not exist; ${WHOLE}`],
  ['port 80.5', at(() => Port.udp(80.5)), `Port.udp: port 80.5 does not exist; ${WHOLE}`],
  ['port NaN', at(() => Port.sctp(NaN)), `Port.sctp: port NaN does not exist; ${WHOLE}`],
  ['a reversed range', at(() => Port.tcp(9000, 8000)), `Port.tcp: port range 9000-8000 does not exist; ${WHOLE}`],
  [
    "port '80'",
    at(() => Port.tcp('80' as never)),
    "Port.tcp: '80' does not fit; give a whole number from 1 to 65535 [wrong-type]",
  ],
]);

const PART = 'leave it out, or name a part of 10.0.0.0/8 [except]';

describeBadInputs('a bad block', [
  [
    'host bits',
    to('10.0.0.5/24'),
    "Peer.cidr: '10.0.0.5/24' has bits set beyond the prefix length; did you mean '10.0.0.0/24' or '10.0.0.5/32'? [cidr]",
  ],
  ['leading zeros', to('010.0.0.0/8'), "Peer.cidr: '010.0.0.0/8' has leading zeros; did you mean '10.0.0.0/8'? [cidr]"],
  [
    'an IPv4-mapped block',
    to('::ffff:10.0.0.0/104'),
    "Peer.cidr: '::ffff:10.0.0.0/104' is an IPv4-mapped IPv6 block; write the IPv4 block [cidr]",
  ],
  [
    'a length of the other family',
    to('10.0.0.0/64'),
    "Peer.cidr: '10.0.0.0/64' has no valid prefix length; use a whole number from 0 to 32 after the slash [cidr]",
  ],
  [
    'a host name',
    to('https://api.example.com/v1'),
    "Peer.cidr: 'https://api.example.com/v1' is a host name, and policies know addresses only; give its blocks like 10.9.8.0/24 or 2001:db8::/64 [cidr]",
  ],
  [
    'an exception outside',
    to('10.0.0.0/8', '192.168.0.0/16'),
    `Peer.cidr > except[0]: 192.168.0.0/16 is not a smaller block inside 10.0.0.0/8; ${PART}`,
  ],
  [
    'an exception that is all of it',
    to('10.0.0.0/8', '10.0.0.0/8'),
    `Peer.cidr > except[0]: 10.0.0.0/8 is not a smaller block inside 10.0.0.0/8; ${PART}`,
  ],
  [
    'an exception of the other family',
    to('10.0.0.0/8', 'fd00::/8'),
    `Peer.cidr > except[0]: fd00::/8 is not a smaller block inside 10.0.0.0/8; ${PART}`,
  ],
  [
    'no block of the API server',
    from(() => Peer.apiServer([])),
    'Peer.apiServer: the list is empty; give the addresses of its endpoints and its Service, which kubectl get endpointslices,service kubernetes lists [empty-list]',
  ],
  [
    'no exception of the internet',
    from(() => Peer.internet({ except: [] })),
    'Peer.internet > except: the list is empty; leave it out [empty-list]',
  ],
  [
    'no address of a resolver',
    () => Dns.at([]),
    'Dns.at: the list is empty; give an address, such as 10.96.0.10 [empty-list]',
  ],
]);

const LABEL = 'use a label value that Kubernetes accepts [label]';

const SAY_ALL = 'give a label; every pod is Pods.all(), every namespace inAnyNamespace() [empty-labels]';

describeBadInputs('a bad label', [
  ['no label', deny(() => Pods.labeled({})), `Pods.labeled: no label is given; ${SAY_ALL}`],
  ['no expression', deny(() => Pods.matching()), `Pods.matching: no label is given; ${SAY_ALL}`],
  [
    'no label of namespaces',
    from(() => Pods.all().inNamespaces({})),
    `Pods.inNamespaces: no label is given; ${SAY_ALL}`,
  ],
  ['no label of a peer', from(() => Peer.namespaces({})), `Peer.namespaces: no label is given; ${SAY_ALL}`],
  [
    'a value of 64 characters',
    deny(() => Pods.labeled({ app: 'v'.repeat(64) })),
    `Pods.labeled > app: label value '${'v'.repeat(64)}' has 64 characters, at most 63 are allowed; ${LABEL}`,
  ],
  [
    'a value with a space',
    deny(() => Pods.labeled({ app: 'my app' })),
    `Pods.labeled > app: label value 'my app' must be letters, digits, '-', '_' and '.', with a letter or digit at both ends; ${LABEL}`,
  ],
  [
    'no value of an expression',
    deny(() => Pods.matching(LabelExpression.in('app', []))),
    'LabelExpression.in: the list is empty; give at least one value; to ask for any value use LabelExpression.exists [empty-list]',
  ],
  [
    'a number for a namespace',
    from(() => Peer.traefik(3 as never)),
    'Peer.traefik > namespace: 3 does not fit; give a string [wrong-type]',
  ],
  [
    'no namespace of a peer',
    from(() => Peer.namespace(undefined as never)),
    'Peer.namespace: is missing; give a string [missing]',
  ],
  [
    'namespace Kube_System',
    deny(() => Pods.all().inNamespace('Kube_System')),
    "Pods.inNamespace: namespace 'Kube_System' must be lower-case letters, digits and '-', with a letter or digit at both ends; use the name of a namespace, such as shop [namespace]",
  ],
]);
