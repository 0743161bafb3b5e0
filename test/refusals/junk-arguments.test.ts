import { Cidr, Dns, IpBlock, LabelExpression, LabelSelector, Peer, Pods, Port } from '../../src';
import { refusalOf } from '../refusal';
import { JUNK } from './junk';

/** Every factory with one argument that is junk, and others that fit. */
const FACTORIES: Readonly<Record<string, (junk: never) => unknown>> = {
  'Port.tcp': junk => Port.tcp(junk),
  'Port.tcp to': junk => Port.tcp(1, junk),
  'Port.udp': junk => Port.udp(junk),
  'Port.sctp': junk => Port.sctp(junk),
  'Port.named': junk => Port.named(junk),
  'Port.named with protocol': junk => Port.named('http', junk),
  'Cidr.of': junk => Cidr.of(junk),
  'IpBlock.of': junk => IpBlock.of(junk),
  'IpBlock.of except': junk => IpBlock.of('10.0.0.0/8', junk),
  'LabelExpression.in values': junk => LabelExpression.in('app', junk),
  'LabelExpression.notIn values': junk => LabelExpression.notIn('app', junk),
  'LabelExpression.in value': junk => LabelExpression.in('app', ['web', junk]),
  'LabelExpression.exists': junk => LabelExpression.exists(junk),
  'LabelExpression.doesNotExist': junk => LabelExpression.doesNotExist(junk),
  'LabelSelector.labeled': junk => LabelSelector.labeled(junk),
  'LabelSelector.labeled value': junk => LabelSelector.labeled({ app: junk }),
  'LabelSelector.labeled expression': junk => LabelSelector.labeled({ app: 'web' }, junk),
  'LabelSelector.matching': junk => LabelSelector.matching(junk),
  'Pods.labeled': junk => Pods.labeled(junk),
  'Pods.matching': junk => Pods.matching(junk),
  'Pods.inNamespace': junk => Pods.all().inNamespace(junk),
  'Pods.inNamespaces': junk => Pods.all().inNamespaces(junk),
  'Pods.inNamespacesMatching': junk => Pods.all().inNamespacesMatching(junk),
  'Peer.internet except': junk => Peer.internet({ except: junk }),
  'Peer.apiServer': junk => Peer.apiServer(junk),
  'Peer.namespace': junk => Peer.namespace(junk),
  'Peer.namespaces': junk => Peer.namespaces(junk),
  'Peer.ingressNginx': junk => Peer.ingressNginx(junk),
  'Peer.prometheusChart': junk => Peer.prometheusChart(junk),
  'Dns.coreDnsChart': junk => Dns.coreDnsChart(junk),
  'Dns.nodeLocal': junk => Dns.nodeLocal(junk),
  'Dns.eksAutoMode': junk => Dns.eksAutoMode(junk),
  'Dns.at': junk => Dns.at(junk),
  'Dns.of peer': junk => Dns.of(junk, Port.dns()),
  'Dns.of ports': junk => Dns.of(Pods.all(), junk),
};

/** An empty value of a label is one. */
const FITS: Readonly<Record<string, readonly string[]>> = {
  'LabelExpression.in value': ['empty text'],
  'LabelSelector.labeled value': ['empty text'],
};

describe.each(Object.entries(FACTORIES))('%s', (factory, make) => {
  it.each(JUNK.filter(([what]) => !FITS[factory]?.includes(what)))('refuses %s', (_, junk) => {
    expect(refusalOf(() => make(junk as never)).path).not.toBe('');
  });
});

describe('Peer.internet', () => {
  it.each(JUNK.filter(([what]) => !/^an object$|prototype|proxy/.test(what)))(
    'refuses %s for its options',
    (_, junk) => {
      expect(refusalOf(() => Peer.internet(junk as never)).path).toMatch(/^Peer.internet/);
    },
  );
});
