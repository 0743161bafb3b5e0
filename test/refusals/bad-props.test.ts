import {
  DefaultDeny,
  ExternalEgress,
  LabelExpression,
  MonitoringAccess,
  NetworkPolicy,
  Pods,
  Port,
  ThreeTierApp,
} from '../../src';
import { SHOP, shopChart } from '../constructs/shop';
import { namesOf } from '../constructs/synth';
import { refusalOf } from '../refusal';
import { BadInput, describeBadInputs } from './bad-input';

const web = Pods.labeled({ app: 'web' });

const scrape =
  (props: object): BadInput[1] =>
  chart =>
    new MonitoringAccess(chart, 'a', { pods: web, ports: [Port.tcp(9090)], ...props });

const egress =
  (props: object): BadInput[1] =>
  chart =>
    new ExternalEgress(chart, 'a', { pods: web, to: [], ports: [Port.http()], ...props });

const own =
  (props: object): BadInput[1] =>
  chart =>
    new NetworkPolicy(chart, 'a', { pods: web, ...props });

const shop =
  (props: object): BadInput[1] =>
  chart =>
    new ThreeTierApp(chart, 'a', { ...SHOP, ...props });

const METRICS = "MonitoringAccess 'chart/a'";

describeBadInputs('an empty list', [
  [
    'of peers',
    scrape({ from: [] }),
    `${METRICS} > from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]`,
  ],
  [
    'of ports',
    scrape({ ports: [] }),
    `${METRICS} > ports: the list is empty; give the ports; every port is Port.all() [empty-list]`,
  ],
  [
    'of blocks',
    egress({}),
    "ExternalEgress 'chart/a' > to: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]",
  ],
  [
    'of resolvers',
    shop({ dns: [] }),
    "ThreeTierApp 'chart/a' > dns: the list is empty; leave it out for Dns.kubeDns() [empty-list]",
  ],
  [
    'of directions',
    chart => new DefaultDeny(chart, 'a', { directions: [] }),
    "DefaultDeny 'chart/a' > directions: the list is empty; leave it out for both directions [empty-list]",
  ],
  [
    'of rules',
    own({ ingress: [] }),
    "NetworkPolicy 'chart/a' > ingress: the list is empty; to allow nothing use DefaultDeny [empty-list]",
  ],
  [
    'of a rule in a list',
    own({ egress: [{ to: [web], ports: [] }] }),
    "NetworkPolicy 'chart/a' > egress[0].ports: the list is empty; give the ports; every port is Port.all() [empty-list]",
  ],
  [
    'of neither direction',
    own({}),
    "NetworkPolicy 'chart/a' > ingress: neither ingress nor egress rules are given; give rules for one direction; to allow nothing use DefaultDeny [missing]",
  ],
]);

const TOO_LONG = 'has 64 characters, at most 63 are allowed; set name [name]';

describeBadInputs('a bad name', [
  [
    'of 64 characters',
    scrape({ name: 'n'.repeat(64) }),
    `${METRICS} > name: policy name '${'n'.repeat(64)}' ${TOO_LONG}`,
  ],
  [
    'from an id of 64 characters',
    chart => new DefaultDeny(chart, 'i'.repeat(64)),
    `DefaultDeny 'chart/${'i'.repeat(64)}' > name: policy name '${'i'.repeat(64)}' ${TOO_LONG}`,
  ],
  [
    'of a namespace',
    scrape({ namespace: 'Kube_System' }),
    `${METRICS} > namespace: namespace 'Kube_System' must be lower-case letters, digits and '-', with a letter or digit at both ends; use the name of a namespace, such as shop [namespace]`,
  ],
]);

const both = (inner: string, outer: string) =>
  `${inner} are also selected by database.pods (${outer}), which would give them what both are allowed; give each its own labels [overlap]`;

describeBadInputs('a tier', [
  [
    'given twice',
    shop({ database: SHOP.backend }),
    `ThreeTierApp 'chart/a' > backend.pods: ${both('pods tier=backend in namespace shop', 'pods tier=backend in namespace shop')}`,
  ],
  [
    'with the pods of another',
    shop({ backend: { pods: Pods.matching(LabelExpression.in('tier', ['database'])), port: Port.http() } }),
    `ThreeTierApp 'chart/a' > backend.pods: ${both('pods tier=database in namespace shop', 'pods tier=database in namespace shop')}`,
  ],
  [
    'with more than the pods of another',
    shop({ database: { pods: Pods.all(), port: Port.http() } }),
    `ThreeTierApp 'chart/a' > frontend.pods: ${both('pods tier=frontend in namespace shop', 'all pods in namespace shop')}`,
  ],
]);

describeBadInputs('a field', [
  [
    'that is not known',
    scrape({ form: [web] }),
    `${METRICS} > form: there is no such field; use one of pods, ports, from, name, namespace, namespaceAgnostic, description, owner, lastReviewed, mesh [unknown-field]`,
  ],
  [
    'that is spelled almost like one',
    shop({ databse: SHOP.database }),
    "ThreeTierApp 'chart/a' > databse: there is no such field; did you mean database? [unknown-field]",
  ],
  [
    'of a tier that is not known',
    shop({ database: { ...SHOP.database, prot: 1 } }),
    "ThreeTierApp 'chart/a' > database.prot: there is no such field; use one of pods, port, ports [unknown-field]",
  ],
  [
    'with text for pods',
    scrape({ pods: 'app=web' }),
    `${METRICS} > pods: 'app=web' does not fit; give pods, such as Pods.labeled({ app: 'web' }) [wrong-type]`,
  ],
  [
    'with labels for pods',
    scrape({ pods: { app: 'web' } }),
    `${METRICS} > pods: an object does not fit; give pods, such as Pods.labeled({ app: 'web' }) [wrong-type]`,
  ],
  [
    'with a number for a port',
    scrape({ ports: [80] }),
    `${METRICS} > ports[0]: 80 does not fit; give a port, such as Port.tcp(8080) [wrong-type]`,
  ],
  [
    'with one port for a list',
    scrape({ ports: Port.tcp(80) }),
    `${METRICS} > ports: is one item, no list; put it in one: [...] [wrong-type]`,
  ],
  [
    'without ports',
    chart => new MonitoringAccess(chart, 'a', { pods: web } as never),
    `${METRICS} > ports: is missing; give the ports; every port is Port.all() [missing]`,
  ],
  [
    'with a construct for pods',
    chart => new MonitoringAccess(chart, 'a', { pods: chart as never, ports: [Port.http()] }),
    `${METRICS} > pods: a Chart does not fit; give pods, such as Pods.labeled({ app: 'web' }) [wrong-type]`,
  ],
  [
    'with nothing at all',
    chart => new MonitoringAccess(chart, 'a', undefined as never),
    `${METRICS} > props: is missing; give an object [missing]`,
  ],
  [
    'with text for a peer',
    scrape({ from: ['prometheus'] }),
    `${METRICS} > from[0]: 'prometheus' does not fit; give a peer, such as Pods.labeled({ app: 'web' }) or Peer.internet() [wrong-type]`,
  ],
]);

it('two constructs with one policy name: the second is refused, and the first stays', () => {
  const chart = shopChart();
  expect(refusalOf(() => new DefaultDeny(chart, 'deny', { name: 'shop-backend' })).message).toBe(
    "DefaultDeny 'chart/deny' > name: 'chart/shop' writes a policy 'shop-backend' in the same namespace; give one of them another id or name [duplicate-name]",
  );
  expect(namesOf(chart)).toEqual(['shop/shop-frontend', 'shop/shop-backend', 'shop/shop-database']);
});
