import { Peer } from '../facts/peer';
import { DNS_PODS } from '../facts/well-known-pods';
import { optional } from '../model/check';
import { INGRESS_ONLY } from '../model/direction';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { pods, ports } from './fields';
import { pattern } from './pattern';
import { Group } from './plan';
import { PolicyProps } from './policy-props';

/** What {@link protectSystemServices} takes. */
export interface ProtectSystemServicesProps extends PolicyProps {
  /**
   * The DNS pods.
   *
   * @default - those with label `k8s-app: kube-dns`
   */
  readonly dnsPods?: Pods;
  /**
   * The ports that the DNS pods listen on.
   *
   * @default - UDP and TCP 53
   */
  readonly dnsPorts?: Port[];
}

/**
 * A namespace of system services, such as kube-system: everyone reaches its DNS pods at their DNS ports; apart from that,
 * its pods are reached by each other alone.
 *
 * Isolates every pod of the namespace for ingress. What the API server calls there, such as metrics-server, needs a
 * `WebhookAccess` beside it.
 */
export const protectSystemServices = pattern<ProtectSystemServicesProps>(
  'ProtectSystemServices',
  { dnsPods: optional(pods), dnsPorts: optional(ports) },
  ({ dnsPods = Pods.labeled(DNS_PODS.kubeDns.labels), dnsPorts = Port.dns() }) => {
    const all: Group = { part: '', path: 'namespace', pods: Pods.all(), isolates: INGRESS_ONLY, isFloor: true };
    const dns: Group = { part: 'dns', path: 'dnsPods', pods: dnsPods, isolates: INGRESS_ONLY };
    return {
      groups: [all, dns],
      connections: [
        { from: all, to: all, ports: [Port.all()] },
        // Nodes ask too, and no selector has them.
        { from: [Peer.anywhere()], to: dns, ports: dnsPorts, isDns: true },
      ],
    };
  },
);
