import * as library from '../../src';
import {
  Cidr,
  Collector,
  Dns,
  Expectation,
  IpBlock,
  LabelExpression,
  LabelSelector,
  LoadBalancer,
  Mesh,
  Peer,
  Platform,
  PlatformContext,
  Pods,
  Port,
  Workload,
  Workloads,
} from '../../src';
import { testChart } from '../constructs/synth';
import { refusalOf } from '../refusal';
import { JUNK } from './junk';

const web = Pods.labeled({ app: 'web' });

const workload = () => new Workload(testChart(), 'web', { pods: web, ports: [Port.http()] });

const both = (claim: object) => ({ from: web, to: web, ...claim });

/** Every function of the vocabulary with one argument that is junk, and others that fit. Its name is the first word. */
const FUNCTIONS: Readonly<Record<string, (junk: never) => unknown>> = {
  'Port.tcp': junk => Port.tcp(junk),
  'Port.tcp to': junk => Port.tcp(1, junk),
  'Port.udp': junk => Port.udp(junk),
  'Port.sctp': junk => Port.sctp(junk),
  'Port.named': junk => Port.named(junk),
  'Port.named with protocol': junk => Port.named('http', junk),
  'Cidr.of': junk => Cidr.of(junk),
  'IpBlock.of': junk => IpBlock.of(junk),
  'IpBlock.of except': junk => IpBlock.of('10.0.0.0/8', junk),
  'LabelExpression.in': junk => LabelExpression.in(junk, ['web']),
  'LabelExpression.in values': junk => LabelExpression.in('app', junk),
  'LabelExpression.in value': junk => LabelExpression.in('app', ['web', junk]),
  'LabelExpression.notIn': junk => LabelExpression.notIn(junk, ['web']),
  'LabelExpression.notIn values': junk => LabelExpression.notIn('app', junk),
  'LabelExpression.exists': junk => LabelExpression.exists(junk),
  'LabelExpression.doesNotExist': junk => LabelExpression.doesNotExist(junk),
  'LabelSelector.labeled': junk => LabelSelector.labeled(junk),
  'LabelSelector.labeled value': junk => LabelSelector.labeled({ app: junk }),
  'LabelSelector.labeled expression': junk => LabelSelector.labeled({ app: 'web' }, junk),
  'LabelSelector.matching': junk => LabelSelector.matching(junk),
  'Pods.labeled': junk => Pods.labeled(junk),
  'Pods.matching': junk => Pods.matching(junk),
  'Pods.of': junk => Pods.of(junk),
  'Pods.inNamespace': junk => Pods.all().inNamespace(junk),
  'Pods.inNamespaces': junk => Pods.all().inNamespaces(junk),
  'Pods.inNamespacesMatching': junk => Pods.all().inNamespacesMatching(junk),
  'Peer.cidr': junk => Peer.cidr(junk),
  'Peer.cidr except': junk => Peer.cidr('10.0.0.0/8', junk),
  'Peer.internet except': junk => Peer.internet({ except: junk }),
  'Peer.apiServer': junk => Peer.apiServer(junk),
  'Peer.namespace': junk => Peer.namespace(junk),
  'Peer.namespaces': junk => Peer.namespaces(junk),
  'Peer.namespaces expression': junk => Peer.namespaces({ team: 'a' }, junk),
  'Peer.ingressNginx': junk => Peer.ingressNginx(junk),
  'Peer.traefik': junk => Peer.traefik(junk),
  'Peer.haproxy': junk => Peer.haproxy(junk),
  'Peer.contour': junk => Peer.contour(junk),
  'Peer.contourChart': junk => Peer.contourChart(junk),
  'Peer.istioGateway': junk => Peer.istioGateway(junk),
  'Peer.nginxInc': junk => Peer.nginxInc(junk),
  'Peer.kong': junk => Peer.kong(junk),
  'Peer.gateway': junk => Peer.gateway(junk, 'shop'),
  'Peer.gateway in': junk => Peer.gateway('public', junk),
  'Peer.envoyGateway': junk => Peer.envoyGateway(junk, 'shop'),
  'Peer.envoyGateway of': junk => Peer.envoyGateway('public', junk),
  'Peer.envoyGateway in': junk => Peer.envoyGateway('public', 'shop', junk),
  'Peer.prometheus': junk => Peer.prometheus(junk),
  'Peer.prometheusChart': junk => Peer.prometheusChart(junk),
  'Peer.konnectivity': junk => Peer.konnectivity(junk),
  'Dns.coreDnsChart': junk => Dns.coreDnsChart(junk),
  'Dns.nodeLocal': junk => Dns.nodeLocal(junk),
  'Dns.eksAutoMode': junk => Dns.eksAutoMode(junk),
  'Dns.at': junk => Dns.at(junk),
  'Dns.of': junk => Dns.of(junk, Port.dns()),
  'Dns.of at ports': junk => Dns.of(Pods.all(), junk),
  'Collector.openTelemetry': junk => Collector.openTelemetry(junk),
  'Collector.openTelemetryOperator': junk => Collector.openTelemetryOperator(junk),
  'Collector.datadog': junk => Collector.datadog(junk),
  'Collector.jaeger': junk => Collector.jaeger(junk),
  'Collector.tempo': junk => Collector.tempo(junk),
  'Collector.loki': junk => Collector.loki(junk),
  'Collector.alloy': junk => Collector.alloy(junk),
  'Collector.fluentd': junk => Collector.fluentd(junk),
  'Collector.of': junk => Collector.of(junk, Port.dns()),
  'Collector.of at ports': junk => Collector.of(web, junk),
  'LoadBalancer.gkeRegional': junk => LoadBalancer.gkeRegional(junk),
  'LoadBalancer.aws': junk => LoadBalancer.aws(junk),
  'Mesh.istioSidecar': junk => Mesh.istioSidecar(junk),
  'Mesh.istioAmbient': junk => Mesh.istioAmbient(junk),
  'Mesh.linkerd': junk => Mesh.linkerd(junk),
  'Platform.eksAutoMode': junk => Platform.eksAutoMode(junk),
  'Platform.withDns': junk => Platform.kind().withDns(junk),
  'Platform.withEngine': junk => Platform.kind().withEngine(junk),
  'Platform.withAddresses pods': junk => Platform.kind().withAddresses({ pods: junk }),
  'PlatformContext.set': junk => PlatformContext.set(junk, Platform.kind()),
  'PlatformContext.set platform': junk => PlatformContext.set(testChart(), junk),
  'Expectation.allow': junk => Expectation.allow(junk),
  'Expectation.allow ports': junk => Expectation.allow(both({ ports: junk })),
  'Expectation.deny': junk => Expectation.deny(junk),
  'Expectation.deny except': junk => Expectation.deny(both({ except: junk })),
  'Expectation.isolate': junk => Expectation.isolate(junk),
  'Expectation.isolate direction': junk => Expectation.isolate(web, junk),
  'Expectation.noEffectOn': junk => Expectation.noEffectOn(junk),
  'Workloads.of': junk => Workloads.of(junk),
  'Workload.allowTo': junk => workload().allowTo(junk, Port.http()),
  'Workload.allowTo ports': junk => workload().allowTo(web, junk),
  'Workload.allowFrom': junk => workload().allowFrom(junk),
  'Workload.allowFrom ports': junk => workload().allowFrom(web, junk),
  'Workload.allowInternally': junk => workload().allowInternally(junk),
  'Workload.allowFromInternet': junk => workload().allowFromInternet(junk),
  'Workload.allowToInternet': junk => workload().allowToInternet(junk),
  'Workload.allowDns': junk => workload().allowDns(junk),
  'Workload.isolate': junk => workload().isolate(junk),
};

/** An empty value of a label is one; every text may name an end of an expectation, which is looked up later. */
const FITS: Readonly<Record<string, RegExp>> = {
  'LabelExpression.in value': /^empty text$/,
  'LabelSelector.labeled value': /^empty text$/,
  'Peer.gateway': /^empty text$/,
  'Peer.envoyGateway': /^empty text$/,
  'Expectation.isolate': /text/,
  'Expectation.noEffectOn': /text/,
};

const JUNK_FOR = (name: string) => JUNK.filter(([what]) => FITS[name]?.test(what) !== true);

describe.each(Object.entries(FUNCTIONS))('%s', (name, call) => {
  it.each(JUNK_FOR(name))('refuses %s, and says who refuses', (_, junk) => {
    const [type, method] = name.split(' ')[0].split('.');
    expect(refusalOf(() => call(junk as never)).path).toMatch(new RegExp(`^${type}( '[^']*')?\\.${method}\\b`));
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

describe('the junk', () => {
  it('is thrown at every function of the vocabulary that takes an argument', () => {
    const called = new Set(Object.keys(FUNCTIONS).map(name => name.split(' ')[0]));
    expect(functionsOf(library).filter(name => !called.has(name))).toEqual(PRIVATE);
  });
});

/** TypeScript keeps these for their classes; and what takes a construct of somebody else's only reads it. */
const PRIVATE = ['Expectation.about', 'Platform.from', 'PlatformContext.of', 'Port.single'];

/** Static functions with arguments of every class that is exported. */
function functionsOf(exported: object): string[] {
  const isClass = (value: unknown): value is Function => typeof value === 'function';
  return Object.values(exported)
    .filter(isClass)
    .flatMap(type => Object.getOwnPropertyNames(type).map(key => ({ type, key })))
    .filter(({ type, key }) => !key.startsWith('_') && takesArguments(Reflect.get(type, key)))
    .map(({ type, key }) => `${type.name}.${key}`)
    .sort();
}

function takesArguments(value: unknown): boolean {
  return typeof value === 'function' && value.length > 0;
}
