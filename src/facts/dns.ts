import { AnyPeerOf } from '../model/any-peer-of';
import { at, Check, listOf } from '../model/check';
import { IpBlock } from '../model/ip-block';
import { IPeer } from '../model/peer';
import { peerOf } from '../model/peer-of';
import { naming } from '../model/policy-error';
import { Port } from '../model/port';
import { ports as somePorts } from '../model/port-list';
import { DNS_ADDRESSES, OPENSHIFT_DNS_PORT } from './dns-addresses';
import { wellKnown } from './peer';
import { DNS_PODS } from './well-known-pods';

const host: Check<IpBlock> = address => IpBlock._host(address);

const hosts = listOf(host, 'give an address, such as 10.96.0.10');

/** Where the pods of a cluster send their DNS queries, in one of the ways that platforms set it up; combine them in a list. */
export class Dns {
  /** kube-dns or CoreDNS in kube-system, as kubeadm, EKS, AKS, GKE's kube-dns, k3s, RKE2, Talos and most others have it. */
  static kubeDns(): Dns {
    return new Dns(wellKnown(DNS_PODS.kubeDns), Port.dns());
  }

  /** CoreDNS by its Helm chart, whose pods are not labeled `k8s-app: kube-dns`. @param namespace of the Helm release */
  static coreDnsChart(namespace: string): Dns {
    return naming('Dns.coreDnsChart', () => new Dns(wellKnown(DNS_PODS.coreDnsChart, namespace), Port.dns()));
  }

  /**
   * NodeLocal DNSCache, beside {@link kubeDns}: by its link-local address, and by its pods where the engine redirects to them.
   *
   * @param clusterIp of the kube-dns Service, such as `10.96.0.10`: where kube-proxy uses iptables, queries keep that
   * address, and engines that compare addresses need it
   */
  static nodeLocal(clusterIp?: string): Dns {
    const cache = [wellKnown(DNS_PODS.nodeLocal), ...hosts(DNS_ADDRESSES.nodeLocal.addresses)];
    return naming('Dns.nodeLocal', () => {
      const service = clusterIp === undefined ? [] : [at('clusterIp', host, clusterIp)];
      return new Dns(new AnyPeerOf([...cache, ...service]), Port.dns());
    });
  }

  /** NodeLocal DNSCache as Kubespray sets it up, beside {@link kubeDns}. */
  static kubespray(): Dns {
    return Dns.at([...DNS_ADDRESSES.kubespray.addresses]);
  }

  /** GKE with Cloud DNS: the metadata server answers, on port 53 alone. */
  static gkeCloudDns(): Dns {
    return Dns.at([...DNS_ADDRESSES.gkeCloudDns.addresses]);
  }

  /** AKS with LocalDNS, beside {@link kubeDns}. */
  static aksLocalDns(): Dns {
    return Dns.at([...DNS_ADDRESSES.aksLocalDns.addresses]);
  }

  /** OpenShift: `dns-default` in openshift-dns, whose pods listen on 5353. */
  static openShift(): Dns {
    const { port } = OPENSHIFT_DNS_PORT;
    return new Dns(wellKnown(DNS_PODS.openShift), [Port.udp(port), Port.tcp(port)]);
  }

  /**
   * EKS Auto Mode, where CoreDNS is part of the node and no pod. With other node groups beside it, add {@link kubeDns}.
   *
   * @param clusterDnsIp the tenth address of the service CIDR: `172.20.0.10` or `10.100.0.10` unless configured
   */
  static eksAutoMode(clusterDnsIp: string): Dns {
    return naming('Dns.eksAutoMode', () => new Dns(at('clusterDnsIp', host, clusterDnsIp), Port.dns()));
  }

  /** Resolvers at addresses, UDP and TCP 53. @param addresses such as `10.0.0.2` or `fd00::2` */
  static at(addresses: string[]): Dns {
    return naming('Dns.at', () => new Dns(new AnyPeerOf(hosts(addresses)), Port.dns()));
  }

  /** Resolvers of your own. @param ports those that the pods listen on */
  static of(peer: IPeer, ports: Port[]): Dns {
    return naming('Dns.of', () => new Dns(peer, ports));
  }

  /** Who answers. */
  readonly peer: IPeer;
  /** On which ports. */
  readonly ports: Port[];

  private constructor(peer: IPeer, ports: Port[]) {
    this.peer = at('peer', peerOf, peer);
    this.ports = at('ports', somePorts, ports);
    Object.freeze(this.ports);
  }
}
