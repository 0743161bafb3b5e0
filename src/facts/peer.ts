import { AnyPeerOf } from '../model/any-peer-of';
import { at, listOf } from '../model/check';
import { IpBlock, wholeBlock } from '../model/ip-block';
import { LabelExpression, labelValue } from '../model/label-expression';
import { LabelSelector } from '../model/label-selector';
import { Anywhere, IPeer } from '../model/peer';
import { namespaceName, Pods } from '../model/pods';
import { naming } from '../model/policy-error';
import { internet, InternetOptions } from './internet';
import { AMBIENT_PROBES } from './mesh-ports';
import {
  CONTROL_PLANE_TUNNELS,
  envoyGateway,
  INGRESS_CONTROLLERS,
  istioGateway,
  PROMETHEUSES,
  WellKnownPods,
} from './well-known-pods';

/** What to give where the API server's blocks are missing. */
export const API_SERVER_BLOCKS =
  'give the addresses of its endpoints and its Service, which kubectl get endpointslices,service kubernetes lists';

const blocks = listOf(wholeBlock, API_SERVER_BLOCKS);

/** Well-known pods by the name of the function that stands for them. */
const WELL_KNOWN = {
  ...INGRESS_CONTROLLERS,
  ...CONTROL_PLANE_TUNNELS,
  prometheus: PROMETHEUSES.kubePrometheus,
  prometheusChart: PROMETHEUSES.communityChart,
  openShiftPrometheus: PROMETHEUSES.openShift,
} as const satisfies Record<string, WellKnownPods>;

/** The peers that many policies name; pods of your own are {@link Pods}. */
export class Peer {
  /** Every pod, node and address, in the cluster and outside. */
  static anywhere(): IPeer {
    return Anywhere.INSTANCE;
  }

  /**
   * The public internet, IPv4 and IPv6: without private, link-local, metadata and other special ranges, and without
   * platform addresses that lie in public space, such as Azure's 168.63.129.16.
   *
   * Load balancers and nodes with public addresses are part of it unless `except` names them.
   *
   * @see https://www.iana.org/assignments/iana-ipv4-special-registry
   * @see https://www.iana.org/assignments/iana-ipv6-special-registry
   */
  static internet(options: InternetOptions = {}): IPeer {
    return naming('Peer.internet', () => internet(options));
  }

  /** A block of addresses outside the cluster, minus smaller blocks inside it. */
  static cidr(block: string, ...except: string[]): IpBlock {
    return naming('Peer.cidr', () => IpBlock._of(block, except));
  }

  /** Every pod of the namespace of this name. */
  static namespace(name: string): Pods {
    return naming('Peer.namespace', () => Pods._in(namespaceName(name), LabelSelector.everything()));
  }

  /** Every pod of the namespaces that have these labels and fulfil the expressions. */
  static namespaces(labels: Record<string, string>, ...expressions: LabelExpression[]): Pods {
    return naming('Peer.namespaces', () =>
      Pods._of(LabelSelector.everything(), LabelSelector._labeled(labels, expressions)),
    );
  }

  /** Every pod of the cluster, in whichever namespace. */
  static anyPod(): Pods {
    return Pods.any();
  }

  /**
   * The API server. It is not a pod: give the addresses of its endpoints and the ClusterIP of the `kubernetes` Service
   * (`kubectl get endpointslices,service kubernetes`), as blocks such as `10.96.0.1/32`.
   */
  static apiServer(cidrs: string[]): IPeer {
    return naming('Peer.apiServer', () => new AnyPeerOf(blocks(cidrs)));
  }

  /** The controller of ingress-nginx. @param namespace `ingress-nginx` when left out */
  static ingressNginx(namespace?: string): Pods {
    return known('ingressNginx', namespace);
  }

  /** Traefik. @param namespace `traefik` when left out; k3s has it in `kube-system` */
  static traefik(namespace?: string): Pods {
    return known('traefik', namespace);
  }

  /** HAProxy's own ingress controller. @param namespace `haproxy-controller` when left out */
  static haproxy(namespace?: string): Pods {
    return known('haproxy', namespace);
  }

  /** Contour's Envoy as its manifest installs it. @param namespace `projectcontour` when left out */
  static contour(namespace?: string): Pods {
    return known('contour', namespace);
  }

  /** Contour's Envoy as its Helm chart installs it. @param namespace `projectcontour` when left out */
  static contourChart(namespace?: string): Pods {
    return known('contourChart', namespace);
  }

  /** Istio's ingress gateway as its Helm chart installs it. @param namespace `istio-ingress` when left out */
  static istioGateway(namespace?: string): Pods {
    return known('istioGateway', namespace);
  }

  /**
   * A gateway made from the Gateway API by Istio, in the Gateway's own namespace.
   *
   * @param name of the Gateway
   * @param namespace of the Gateway
   */
  static gateway(name: string, namespace: string): Pods {
    return naming('Peer.gateway', () => wellKnown(istioGateway(at('name', labelValue, name)), namespace));
  }

  /**
   * A gateway made from the Gateway API by Envoy Gateway, whose proxies stand in its own namespace.
   *
   * @param name of the Gateway
   * @param gatewayNamespace of the Gateway
   * @param namespace of the proxies; `envoy-gateway-system` when left out
   */
  static envoyGateway(name: string, gatewayNamespace: string, namespace?: string): Pods {
    return naming('Peer.envoyGateway', () => {
      const proxies = envoyGateway(
        at('name', labelValue, name),
        at('gatewayNamespace', namespaceName, gatewayNamespace),
      );
      return wellKnown(proxies, namespace);
    });
  }

  /** F5's NGINX Ingress Controller. @param namespace `nginx-ingress` when left out */
  static nginxInc(namespace?: string): Pods {
    return known('nginxInc', namespace);
  }

  /** Kong. @param namespace `kong` when left out */
  static kong(namespace?: string): Pods {
    return known('kong', namespace);
  }

  /** Prometheus run by its operator: kube-prometheus and kube-prometheus-stack. @param namespace `monitoring` when left out */
  static prometheus(namespace?: string): Pods {
    return known('prometheus', namespace);
  }

  /** Prometheus of the `prometheus` chart. @param namespace of the Helm release */
  static prometheusChart(namespace: string): Pods {
    return known('prometheusChart', namespace);
  }

  /** OpenShift's own Prometheus. */
  static openShiftPrometheus(): Pods {
    return known('openShiftPrometheus');
  }

  /** The agents of Konnectivity, through which a control plane elsewhere reaches pods, as on GKE. @param namespace `kube-system` when left out */
  static konnectivity(namespace?: string): Pods {
    return known('konnectivity', namespace);
  }

  /** Where the kubelet's probes come from in Istio's ambient mode; a construct with `mesh` has them already. */
  static istioAmbientProbes(): IPeer {
    return new AnyPeerOf(AMBIENT_PROBES.addresses.map(address => IpBlock._host(address)));
  }

  private constructor() {}
}

/** Well-known pods where they usually run, or in the namespace that the user says. */
export function wellKnown(pods: WellKnownPods, namespace: string | undefined = pods.namespace): Pods {
  return Pods._in(at('namespace', namespaceName, namespace), LabelSelector._labeled(pods.labels, []));
}

function known(name: keyof typeof WELL_KNOWN, namespace?: string): Pods {
  return naming(`Peer.${name}`, () => wellKnown(WELL_KNOWN[name], namespace));
}
