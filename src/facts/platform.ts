import { at, instance, listOf, optional, shape, text } from '../model/check';
import { Cidr } from '../model/cidr';
import { IPeer } from '../model/peer';
import { naming } from '../model/policy-error';
import { Dns } from './dns';
import { Engine } from './engine-families';
import { findEngine } from './engines';
import { PlatformFacts, PLATFORMS } from './platforms';

/** Where the addresses of a cluster are, as blocks such as `10.4.0.0/14`. */
export interface ClusterAddresses {
  /**
   * Those of pods.
   *
   * @default - not known
   */
  readonly pods?: string[];
  /**
   * Those of nodes.
   *
   * @default - not known
   */
  readonly nodes?: string[];
  /**
   * Those of the API server: its endpoints, and the ClusterIP of the `kubernetes` Service.
   *
   * @default - not known
   */
  readonly apiServer?: string[];
}

type AddressBlocks = { readonly [K in keyof ClusterAddresses]: Cidr[] };

/** All of a platform but its name and its DNS. */
interface ClusterFacts extends AddressBlocks {
  readonly engine?: Engine;
  /** Where its load balancers check the health of pods from. */
  readonly healthChecks?: readonly IPeer[];
  /** Where the calls of its control plane come from. */
  readonly controlPlane?: readonly IPeer[];
}

const blocks = optional(listOf(block => Cidr._of(block), 'leave it out where they are not known'));

const clusterAddresses = shape<AddressBlocks>({ pods: blocks, nodes: blocks, apiServer: blocks });

const resolvers = listOf(instance(Dns, 'a Dns, such as Dns.kubeDns()'), 'give where the cluster answers DNS queries');

/**
 * What a cluster runs on: where its pods resolve names, what enforces its policies, and where its load balancers and
 * its control plane call from.
 *
 * Said once for an app or a chart with `PlatformContext`. What the engine would enforce otherwise than it is written is
 * refused. What a construct says itself wins.
 */
export class Platform {
  /** Kubernetes with CoreDNS in kube-system, whatever enforces policies: the default. */
  static kubernetes(): Platform {
    return Platform.from(PLATFORMS.kubernetes);
  }

  /** EKS with the policies of the VPC CNI. */
  static eks(): Platform {
    return Platform.from(PLATFORMS.eks);
  }

  /**
   * EKS Auto Mode, alone or beside other node groups.
   *
   * @param clusterDnsIp the tenth address of the service CIDR: `172.20.0.10` or `10.100.0.10` unless configured
   */
  static eksAutoMode(clusterDnsIp: string): Platform {
    return naming('Platform.eksAutoMode', () => Platform.eks().withDns([Dns.kubeDns(), Dns.eksAutoMode(clusterDnsIp)]));
  }

  /** GKE with Dataplane V2: kube-dns, NodeLocal DNSCache and Cloud DNS, whichever of them answers. */
  static gke(): Platform {
    return Platform.from(PLATFORMS.gke);
  }

  /** AKS with Azure CNI powered by Cilium, with or without LocalDNS. */
  static aks(): Platform {
    return Platform.from(PLATFORMS.aks);
  }

  /** OpenShift and OKD with OVN-Kubernetes. */
  static openShift(): Platform {
    return Platform.from(PLATFORMS.openShift);
  }

  /** K3s with its own network policy controller. */
  static k3s(): Platform {
    return Platform.from(PLATFORMS.k3s);
  }

  /** RKE2 with Canal. */
  static rke2(): Platform {
    return Platform.from(PLATFORMS.rke2);
  }

  /** Kubespray with NodeLocal DNSCache, whatever enforces policies. */
  static kubespray(): Platform {
    return Platform.from(PLATFORMS.kubespray);
  }

  /** Clusters of kind, with kindnet. */
  static kind(): Platform {
    return Platform.from(PLATFORMS.kind);
  }

  /** Kubernetes with Cilium. */
  static cilium(): Platform {
    return Platform.kubernetes().withEngine('cilium');
  }

  /** Kubernetes with Calico. */
  static calico(): Platform {
    return Platform.kubernetes().withEngine('calico');
  }

  /** Kubernetes with Antrea. */
  static antrea(): Platform {
    return Platform.kubernetes().withEngine('antrea');
  }

  /** Kubernetes with OVN-Kubernetes. */
  static ovnKubernetes(): Platform {
    return Platform.kubernetes().withEngine('ovn-kubernetes');
  }

  /** Kubernetes with kube-router. */
  static kubeRouter(): Platform {
    return Platform.kubernetes().withEngine('kube-router');
  }

  /** Kubernetes with Kube-OVN. */
  static kubeOvn(): Platform {
    return Platform.kubernetes().withEngine('kube-ovn');
  }

  private static from({ name, dns, engine, healthChecks, controlPlane }: PlatformFacts): Platform {
    return new Platform(name, dns(), {
      engine: engine === undefined ? undefined : findEngine(engine),
      healthChecks: healthChecks?.(),
      controlPlane: controlPlane?.(),
    });
  }

  /** What it is called. */
  readonly name: string;
  /** Every way in which it answers DNS queries. */
  readonly dns: Dns[];
  /** @internal */
  readonly _cluster: ClusterFacts;

  private constructor(name: string, dns: Dns[], cluster: ClusterFacts) {
    this.name = text(name);
    this.dns = at('dns', resolvers, dns);
    Object.freeze(this.dns);
    this._cluster = cluster;
  }

  /** What enforces its policies; undefined where that is not known, and nothing is refused for it. */
  get engine(): string | undefined {
    return this._cluster.engine?.name;
  }

  /** The same, with names resolved in these ways. */
  withDns(dns: Dns[]): Platform {
    return naming('Platform.withDns', () => new Platform(this.name, dns, this._cluster));
  }

  /** The same, with another engine. @param name such as `calico`, `azure-npm` or `cilium` */
  withEngine(name: string): Platform {
    return naming('Platform.withEngine', () => {
      const engine = findEngine(text(name));
      return new Platform(this.name, this.dns, { ...this._cluster, engine });
    });
  }

  /**
   * The same, knowing where addresses are: some engines never match those of pods and nodes by block. What is left out
   * stays as it was said before.
   */
  withAddresses(addresses: ClusterAddresses): Platform {
    return naming(
      'Platform.withAddresses',
      () => new Platform(this.name, this.dns, { ...this._cluster, ...clusterAddresses(addresses) }),
    );
  }

  /**
   * Blocks in which addresses are those of pods or nodes.
   *
   * @internal
   */
  get _inside(): readonly Cidr[] {
    const { pods = [], nodes = [] } = this._cluster;
    return [...pods, ...nodes];
  }
}
