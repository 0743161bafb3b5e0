import {
  ExternalEgress,
  IPeer,
  Microservices,
  MonitoringAccess,
  NetworkPolicy,
  Peer,
  Platform,
  Pods,
  Port,
  Workload,
} from '../../src';
import { METADATA_ADDRESSES } from '../../src/facts/metadata-addresses';
import { refusalOf } from '../refusal';
import { chartOn } from './chart-on';
import { SHOP } from './shop';
import { policiesOf } from './synth';

const web = Pods.labeled({ tier: 'frontend' });

describe('what an engine would enforce otherwise than it is written is refused:', () => {
  const metrics = (platform: Platform, ports: Port[]) => () =>
    new MonitoringAccess(chartOn(platform), 'metrics', { pods: web, ports });

  const egress =
    (platform: Platform, ...to: IPeer[]) =>
    () =>
      new NetworkPolicy(chartOn(platform), 'out', {
        pods: web,
        egress: to.map(peer => ({ to: [peer], ports: [Port.https()] })),
        allowMetadata: METADATA_ADDRESSES.map(({ address }) => address),
      });

  it.each([
    [Platform.ovnKubernetes(), "ovn-kubernetes opens every port where a port's name stands"],
    [Platform.openShift(), "openshift opens every port where a port's name stands"],
    [Platform.kubeRouter(), "kube-router opens every port where a port's name resolves to nothing"],
    [Platform.k3s(), "k3s opens every port where a port's name resolves to nothing"],
    [Platform.kubernetes().withEngine('weave'), "weave does not apply a policy in which a port's name stands"],
  ])('a port by name', (platform, reason) => {
    expect(refusalOf(metrics(platform, [Port.named('http')])).message).toBe(
      `MonitoringAccess 'chart/metrics': ${reason}, so TCP http would not be what it says; give the number, such as Port.tcp(8080) [engine]`,
    );
    expect(metrics(platform, [Port.tcp(8080)])).not.toThrow();
  });

  it('a range of ports where endPort is ignored', () => {
    const weave = Platform.kubernetes().withEngine('weave');
    expect(refusalOf(metrics(weave, [Port.tcp(80, 90)])).message).toContain(
      'weave ignores endPort, so TCP 80-90 would not be what it says; list the ports one by one [engine]',
    );
    for (const port of [Port.tcp(80), Port.allTcp(), Port.all()]) expect(metrics(weave, [port])).not.toThrow();
  });

  it.each([['10.4.0.0/14'], ['10.0.0.0/8'], ['10.4.1.0/24'], ['10.128.0.7/32']])(
    'a block with addresses of pods or nodes: %s',
    block => {
      const cilium = Platform.cilium().withAddresses({ pods: ['10.4.0.0/14'], nodes: ['10.128.0.0/20'] });
      expect(refusalOf(egress(cilium, Peer.cidr(block))).message).toContain(
        `cilium never takes a pod for part of an ipBlock, so ${block} would not be what it says; leave out 10.`,
      );
    },
  );

  it('but no block that leaves them out, none of others, and none where blocks are compared', () => {
    const addresses = { pods: ['10.4.0.0/14'] };
    const cilium = Platform.cilium().withAddresses(addresses);
    expect(egress(cilium, Peer.cidr('10.0.0.0/8', '10.4.0.0/14'), Peer.internet())).not.toThrow();
    expect(egress(cilium, Peer.cidr('192.168.0.0/16'))).not.toThrow();
    expect(egress(Platform.calico().withAddresses(addresses), Peer.cidr('10.0.0.0/8'))).not.toThrow();
  });

  it('one block with different exceptions on EKS, also where one of them is everyone', () => {
    const message =
      "NetworkPolicy 'chart/out': aws-vpc-cni puts rules for 0.0.0.0/0 together although their exceptions differ, and keeps neither; give both the same exceptions, or name the peers of one of them [engine]";
    const [some, other] = [Peer.cidr('0.0.0.0/0', '10.0.0.0/8'), Peer.cidr('0.0.0.0/0', '172.16.0.0/12')];
    expect(refusalOf(egress(Platform.eks(), some, other)).message).toBe(message);
    expect(refusalOf(egress(Platform.eks(), some, Peer.anywhere())).message).toBe(message);
    expect(egress(Platform.eks(), some, some, Pods.any())).not.toThrow();
    expect(egress(Platform.calico(), some, other)).not.toThrow();
  });

  it('the same block with different exceptions in two constructs for the same pods, when they are written', () => {
    const both = (pods: Pods) => {
      const chart = chartOn(Platform.eks());
      const internets = [Peer.internet(), Peer.internet({ except: ['8.8.8.0/24'] })];
      new ExternalEgress(chart, 'a', { pods: web, to: [internets[0]], ports: [Port.https()] });
      new ExternalEgress(chart, 'b', { pods, to: [internets[1]], ports: [Port.http()] });
      return () => policiesOf(chart);
    };
    expect(refusalOf(both(Pods.labeled({ app: 'shop' }))).message).toContain(
      "aws-vpc-cni puts the rules of 'chart/a' and 'chart/b' for 0.0.0.0/0 together although their exceptions differ",
    );
    expect(both(Pods.labeled({ tier: 'backend' }))).not.toThrow();
    expect(both(web.inNamespace('pay'))).not.toThrow();
  });

  it('but not two groups of one construct, which share no pods', () =>
    expect(
      () =>
        new Microservices(chartOn(Platform.eks()), 'all', {
          services: {
            a: { pods: web, to: [{ to: [Peer.internet()], ports: [Port.https()] }] },
            b: {
              pods: SHOP.backend.pods,
              to: [{ to: [Peer.internet({ except: ['8.8.8.0/24'] })], ports: [Port.https()] }],
            },
          },
        }),
    ).not.toThrow());

  it('everything where no policy is enforced', () =>
    expect(refusalOf(metrics(Platform.kubernetes().withEngine('flannel'), [Port.http()])).message).toContain(
      'flannel enforces no NetworkPolicies, so this policy would not be what it says; use an engine that does [engine]',
    ));

  it('what a workload is told, at the call where it can be told by then, else when it is written', () => {
    const chart = chartOn(Platform.cilium().withAddresses({ pods: ['10.4.0.0/14'] }));
    const workload = new Workload(chart, 'web', { pods: web, ports: [Port.http()] });
    expect(refusalOf(() => workload.allowTo(Peer.cidr('10.4.0.0/16'), Port.http())).message).toContain(
      "Workload 'chart/web'.allowTo: cilium never takes a pod for part of an ipBlock",
    );
    expect(policiesOf(chart)).toEqual([]);
    const onOpenShift = chartOn(Platform.openShift());
    new Workload(onOpenShift, 'web', { pods: web, ports: [Port.named('http')] }).allowFrom(Pods.all());
    expect(refusalOf(() => policiesOf(onOpenShift)).message).toContain(
      "Workload 'chart/web': openshift opens every port where a port's name stands",
    );
  });

  it('but not the internet of the construct for it', () =>
    expect(
      () =>
        new ExternalEgress(chartOn(Platform.eks()), 'out', {
          pods: SHOP.backend.pods,
          to: [Peer.internet()],
          ports: [Port.https()],
        }),
    ).not.toThrow());
});
