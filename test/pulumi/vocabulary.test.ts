import * as pulumi from '@pulumi/pulumi';
import * as netpol from '../../src';
import { Collector as PlainCollector } from '../../src/facts/collector';
import { Dns as PlainDns } from '../../src/facts/dns';
import { LoadBalancer as PlainLoadBalancer } from '../../src/facts/load-balancer';
import { Peer as PlainPeer } from '../../src/facts/peer';
import { Platform as PlainPlatform } from '../../src/facts/platform';
import { IpBlock as PlainIpBlock } from '../../src/model/ip-block';
import { LabelExpression as PlainLabelExpression } from '../../src/model/label-expression';
import { Pods as PlainPods } from '../../src/model/pods';
import { Port as PlainPort } from '../../src/model/port';
import * as vocabulary from '../../src/pulumi';
import { NetworkPolicy, Peer, Pods, Port } from '../../src/pulumi';
import { run } from './program';

type Says = Readonly<Record<string, (...args: unknown[]) => unknown>>;

const CLASSES: Readonly<Record<string, object>> = {
  Collector: PlainCollector,
  Dns: PlainDns,
  IpBlock: PlainIpBlock,
  LabelExpression: PlainLabelExpression,
  LoadBalancer: PlainLoadBalancer,
  Peer: PlainPeer,
  Platform: PlainPlatform,
  Pods: PlainPods,
  Port: PlainPort,
};

/** Arguments for each function that takes some; a function that is added needs its own. */
const ARGUMENTS: Readonly<Record<string, readonly (readonly unknown[])[]>> = {
  'Collector.alloy': [['observability']],
  'Collector.datadog': [['datadog']],
  'Collector.fluentd': [['logging']],
  'Collector.jaeger': [['tracing']],
  'Collector.loki': [['logging']],
  'Collector.of': [[PlainPods.all(), [PlainPort.http()]]],
  'Collector.openTelemetry': [['observability']],
  'Collector.openTelemetryOperator': [['observability']],
  'Collector.tempo': [['tracing']],
  'Dns.at': [[['10.0.0.2', 'fd00::2']]],
  'Dns.coreDnsChart': [['dns']],
  'Dns.eksAutoMode': [['172.20.0.10']],
  'Dns.nodeLocal': [['10.96.0.10']],
  'Dns.of': [[PlainPods.all(), [PlainPort.http()]]],
  'IpBlock.of': [['10.0.0.0/8'], ['10.0.0.0/8', '10.1.0.0/16', '10.200.0.0/16'], ['fd00::/8', 'fd01::/16']],
  'LabelExpression.doesNotExist': [['app']],
  'LabelExpression.exists': [['app']],
  'LabelExpression.in': [['app', ['web', 'db']]],
  'LabelExpression.notIn': [['app', ['web']]],
  'LoadBalancer.aws': [[['10.0.1.0/24', '10.0.2.0/24']]],
  'LoadBalancer.gkeRegional': [[['10.129.0.0/23']]],
  'Peer.apiServer': [[['10.96.0.1/32']]],
  'Peer.cidr': [['10.0.0.0/8'], ['10.0.0.0/8', '10.1.0.0/16']],
  'Peer.envoyGateway': [['shop', 'gateway']],
  'Peer.gateway': [['shop', 'gateway']],
  'Peer.internet': [[{ except: ['203.0.114.0/24'] }]],
  'Peer.namespace': [['shop']],
  'Peer.namespaces': [[{ team: 'a' }, PlainLabelExpression.exists('team')]],
  'Peer.prometheusChart': [['monitoring']],
  'Platform.eksAutoMode': [['172.20.0.10']],
  'Pods.labeled': [[{ app: 'web', tier: 'front' }, PlainLabelExpression.exists('app')]],
  'Pods.matching': [[PlainLabelExpression.exists('app')]],
  'Port.named': [['http']],
  'Port.sctp': [[80], [80, 90]],
  'Port.tcp': [[80], [80, 90], [8000, 65535]],
  'Port.udp': [[53], [1, 53]],
};

// Pods.of takes objects of cdk8s; the workloads of Pulumi stand for their pods by themselves.
const FUNCTIONS = Object.entries(CLASSES).flatMap(([word, type]) =>
  Object.getOwnPropertyNames(type)
    .filter(
      name =>
        typeof (type as Says)[name] === 'function' &&
        !/^_|^single$|^from$|^prototype$/.test(name) &&
        `${word}.${name}` !== 'Pods.of',
    )
    .map(name => `${word}.${name}`),
);

const CALLS = FUNCTIONS.flatMap(name =>
  (ARGUMENTS[name] ?? [[]]).map(args => [`${name}(${JSON.stringify(args)})`, name, args] as const),
);

const later = (value: unknown) => pulumi.output(undefined).apply(() => value);

describe('the vocabulary of netpol/pulumi', () => {
  it('has every word of netpol but those that values are not made of', () => {
    const missing = Object.keys(netpol).filter(word => !(word in vocabulary));
    expect(missing.sort()).toEqual(['Anywhere', 'Cidr', 'LabelSelector', 'PeerTerm']);
  });

  it('has every function of the values', () => {
    const isMissing = (path: string) => {
      const [word, name] = path.split('.');
      return typeof (vocabulary as unknown as Record<string, Says>)[word][name] !== 'function';
    };
    expect(FUNCTIONS.length).toBeGreaterThan(50);
    expect(FUNCTIONS.filter(isMissing)).toEqual([]);
  });

  it.each(CALLS)('takes plain values, each as an Output, and all of them: %s', async (_, path, args) => {
    const [word, name] = path.split('.');
    const plain = inWords((CLASSES[word] as Says)[name](...args));
    const say = (vocabulary as unknown as Record<string, Says>)[word][name];
    expect(inWords(known(say(...args)))).toBe(plain);
    const ways = [
      args.map(later),
      ...args.map((_arg, at) => args.map((arg, index) => (index === at ? later(arg) : arg))),
    ];
    for (const way of ways.filter(({ length }) => length > 0)) expect(await textOf(say(...way))).toBe(plain);
  });

  it('has the functions of pods, whatever of them comes later', async () => {
    const pods = Pods.labeled({ app: later('web') as pulumi.Output<string> });
    const name = later('shop') as pulumi.Output<string>;
    const places = [
      pods.inNamespace('shop'),
      pods.inNamespace(name),
      pods.inAnyNamespace(),
      pods.inNamespaces({ team: name }),
    ];
    expect(await Promise.all(places.map(textOf))).toEqual([
      'pods app=web in namespace shop',
      'pods app=web in namespace shop',
      'pods app=web in any namespace',
      'pods app=web in namespaces team=shop',
    ]);
  });

  it('gives lists where the values do', async () => {
    const { policies } = await run(
      () =>
        new NetworkPolicy('dns', {
          namespace: 'shop',
          pods: Pods.all(),
          ingress: [{ from: [Peer.anyPod()], ports: [...Port.dns(), Port.tcp(later(80) as pulumi.Output<number>)] }],
        }),
    );
    expect(policies[0].inputs.spec).toMatchObject({ ingress: [{ ports: [{ port: 53 }, { port: 80 }, { port: 53 }] }] });
  });
});

/** The value in words, once it is there. */
function textOf(said: unknown): Promise<string> {
  const { _state: state } = said as { _state: { thunk: pulumi.Output<() => unknown> } };
  return new Promise(resolve => state.thunk.apply(thunk => resolve(inWords(thunk()))));
}

/** What is said without Outputs. */
function known(said: unknown): unknown {
  if (Array.isArray(said)) return said.map(known);
  return (said as { readonly _state: { readonly value: unknown } })._state.value;
}

/** In its own words, where it has any; those without are no more than their fields. */
function inWords(value: unknown): string {
  if (Array.isArray(value)) return value.map(inWords).join();
  if ((value as object).toString !== Object.prototype.toString) return String(value);
  const fields = Object.entries(value as object).map(([key, inner]) => `${key} ${inner && inWords(inner)}`);
  return `{ ${fields.join(', ')} }`;
}

describe('what is said wrong', () => {
  it.each([
    ['by a class of the vocabulary', () => Peer.cidr('10.0.0.1/8')],
    ['by a value', () => Pods.labeled({ app: 'web' }).inNamespace('Shop')],
  ])('is refused at the line that says it: %s', (_, say) => {
    let line = '';
    try {
      say();
    } catch (error) {
      [, line] = (error as Error).stack?.split('\n') ?? [];
    }
    expect(line).toContain('vocabulary.test.ts');
  });
});
