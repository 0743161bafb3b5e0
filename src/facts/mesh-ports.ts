import { Port } from '../model/port';
import { WellKnownPods } from './well-known-pods';

/** The control planes of meshes, which their pods talk to. */
export const MESH_PODS = {
  istiod: {
    namespace: 'istio-system',
    labels: { app: 'istiod' },
    source: 'https://github.com/istio/istio/tree/86c9f01f/manifests/charts/istio-control',
  },
  linkerdDestination: {
    namespace: 'linkerd',
    labels: { 'linkerd.io/control-plane-component': 'destination' },
    source: 'https://github.com/linkerd/linkerd2/tree/b24cd405/charts/linkerd-control-plane',
  },
  linkerdIdentity: {
    namespace: 'linkerd',
    labels: { 'linkerd.io/control-plane-component': 'identity' },
    source: 'https://github.com/linkerd/linkerd2/tree/b24cd405/charts/linkerd-control-plane',
  },
} as const satisfies Record<string, WellKnownPods>;

/**
 * Ports that meshes bring with them.
 *
 * @see https://istio.io/latest/docs/ops/deployment/application-requirements/
 * @see https://github.com/linkerd/linkerd2/tree/b24cd405/charts/linkerd-control-plane (values.yaml)
 */
export const MESH_PORTS = {
  /** Discovery and certificates, with TLS. */
  istiodXds: Port.tcp(15012),
  /** Tunnels of Istio's ambient mode. */
  hbone: Port.tcp(15008),
  /** The proxy's own port, where `outboundTransportMode` is `transport-header`. */
  linkerdInbound: Port.tcp(4143),
};

/** Destination and policy, and identity. */
export const LINKERD = [
  { pods: 'linkerdDestination', ports: [Port.tcp(8086), Port.tcp(8090)] },
  { pods: 'linkerdIdentity', ports: [Port.tcp(8080)] },
] as const;

/** Where the kubelet's probes come from in Istio's ambient mode. */
export const AMBIENT_PROBES = {
  addresses: ['169.254.7.127', 'fd16:9254:7127:1337:ffff:ffff:ffff:ffff'],
  source: 'https://istio.io/latest/docs/ambient/usage/networkpolicy/',
} as const;
