import { at, listOf, optional, text } from '../model/check';
import { IpBlock } from '../model/ip-block';
import { IPeer } from '../model/peer';
import { naming } from '../model/policy-error';
import { Port } from '../model/port';
import { AMBIENT_PROBES, LINKERD, MESH_PODS, MESH_PORTS } from './mesh-ports';
import { wellKnown } from './peer';

/** Somebody that pods of a mesh talk to, and at which ports. */
interface MeshRoute {
  readonly peer: IPeer;
  readonly ports: readonly Port[];
}

const probeSources = optional(
  listOf(address => IpBlock._host(text(address)), "leave it out for Istio's own; HOST_PROBE_SNAT_IP sets others"),
);

/**
 * A service mesh that the pods of a construct are part of: it changes which ports the network sees.
 *
 * What a mesh adds is part of the construct's guarantee. Pods that are in no mesh need none of it.
 */
export class Mesh {
  /**
   * Istio with sidecars: the application's ports stay what they are, and pods reach istiod.
   *
   * @param namespace of istiod; `istio-system` when left out
   */
  static istioSidecar(namespace?: string): Mesh {
    const istiod = { peer: controlPlane('Mesh.istioSidecar', 'istiod', namespace), ports: [MESH_PORTS.istiodXds] };
    return new Mesh([], [istiod], []);
  }

  /**
   * Istio's ambient mode: pods reach each other through TCP 15008 (HBONE), beside the application's ports, and the
   * kubelet's probes come from one address.
   *
   * Whoever may use one TCP port of a pod reaches all of its TCP ports through 15008: an AuthorizationPolicy of Istio
   * tells them apart, a NetworkPolicy cannot.
   *
   * @param probesFrom where the istio-cni agent is told to use other addresses than Istio's own
   */
  static istioAmbient(probesFrom?: string[]): Mesh {
    const probes = naming('Mesh.istioAmbient', () => at('probesFrom', probeSources, probesFrom));
    return new Mesh([MESH_PORTS.hbone], [], probes ?? AMBIENT_PROBES.addresses.map(each => IpBlock._host(each)));
  }

  /**
   * Linkerd: pods reach each other's proxy at TCP 4143, beside the application's ports, and the control plane.
   *
   * Whoever may use one TCP port of a pod reaches all of its TCP ports through 4143: a Server of Linkerd tells them
   * apart, a NetworkPolicy cannot.
   *
   * @param namespace of the control plane; `linkerd` when left out
   */
  static linkerd(namespace?: string): Mesh {
    const routes = LINKERD.map(({ pods, ports }) => ({
      peer: controlPlane('Mesh.linkerd', pods, namespace),
      ports: [...ports, MESH_PORTS.linkerdInbound],
    }));
    return new Mesh([MESH_PORTS.linkerdInbound], routes, []);
  }

  /** Where the traffic between two pods of the mesh arrives, beside the application's own ports. */
  readonly tunnelPorts: Port[];
  /** @internal */
  readonly _controlPlane: readonly MeshRoute[];
  /** @internal */
  readonly _probes: readonly IPeer[];

  private constructor(tunnelPorts: Port[], routes: readonly MeshRoute[], probes: readonly IPeer[]) {
    this.tunnelPorts = Object.freeze(tunnelPorts) as Port[];
    this._controlPlane = Object.freeze(routes);
    this._probes = Object.freeze(probes);
  }
}

function controlPlane(owner: string, pods: keyof typeof MESH_PODS, namespace: string | undefined): IPeer {
  return naming(owner, () => wellKnown(MESH_PODS[pods], namespace));
}
