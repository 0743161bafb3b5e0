import { Dns } from '../facts/dns';
import { Peer } from '../facts/peer';
import { optional } from '../model/check';
import { EGRESS_ONLY } from '../model/direction';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { dns, dnsConnections } from './allow-dns';
import { pods, ports } from './fields';
import { pattern } from './pattern';
import { Group } from './plan';
import { PolicyProps } from './policy-props';

/** What {@link clusterEgress} takes. */
export interface ClusterEgressProps extends PolicyProps {
  /**
   * The pods that reach the others.
   *
   * @default - every pod of the namespace
   */
  readonly pods?: Pods;
  /**
   * Ports at which they reach the public internet as well; every port is `Port.all()`.
   *
   * @default - none: nothing outside the cluster
   */
  readonly internet?: Port[];
  /**
   * Where DNS queries are answered by a node or the platform: `Dns.nodeLocal()`. DNS pods are reached in any case.
   *
   * @default - as the platform does; where none is said by pods
   */
  readonly dns?: Dns[];
}

/**
 * Lets pods reach every pod of the cluster, and of what is outside nothing, or the public internet.
 *
 * Isolates the pods for egress. Nodes, private networks and metadata addresses stay out of reach.
 */
export const clusterEgress = pattern<ClusterEgressProps>(
  'ClusterEgress',
  { pods: optional(pods), internet: optional(ports), dns },
  ({ pods: selected = Pods.all(), internet, dns: resolvers }, { platform }) => {
    const from: Group = { part: '', path: 'pods', pods: selected, isolates: EGRESS_ONLY };
    return {
      groups: [from],
      connections: [
        { from, to: [Peer.anyPod()], ports: [Port.all()] },
        ...(internet === undefined ? [] : [{ from, to: [Peer.internet()], ports: internet }]),
        ...dnsConnections(from, resolvers ?? platform?.dns ?? []),
      ],
    };
  },
);
