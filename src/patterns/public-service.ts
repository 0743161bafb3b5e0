import { optional } from '../model/check';
import { INGRESS_ONLY } from '../model/direction';
import { IpBlock } from '../model/ip-block';
import { IPeer, termsOf } from '../model/peer';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { peers, pods, ports } from './fields';
import { pattern } from './pattern';
import { PolicyProps } from './policy-props';
import { IngressRule, ingressRule } from './rules';

/** What {@link publicService} takes. */
export interface PublicServiceProps extends PolicyProps {
  /** The pods behind the service. */
  readonly pods: Pods;
  /** The ports that the pods listen on, not those of the Service or load balancer. */
  readonly ports: Port[];
  /**
   * Who brings the traffic: the ingress controller, `Peer.ingressNginx()`; a load balancer that answers clients itself,
   * `LoadBalancer.gkeGlobal()`; everyone, `Peer.anywhere()`, where a load balancer passes clients' addresses on.
   */
  readonly from: IPeer[];
  /**
   * Who checks whether the pods are well, and at which ports, where that is not who brings the traffic.
   *
   * @default - where `from` has addresses, the load balancers of the platform, at `ports`; the kubelet needs no rule
   */
  readonly healthChecks?: IngressRule;
}

/**
 * Pods that serve whoever is outside the cluster.
 *
 * Isolates the pods for ingress.
 */
export const publicService = pattern<PublicServiceProps>(
  'PublicService',
  { pods, ports, from: peers, healthChecks: optional(ingressRule) },
  ({ pods: selected, ports: served, from, healthChecks }, { platform }) => {
    const to = { part: '', path: 'pods', pods: selected, isolates: INGRESS_ONLY };
    const isBehindLoadBalancer = termsOf(from).some(term => term instanceof IpBlock);
    const usual = isBehindLoadBalancer ? platform?._cluster.healthChecks : undefined;
    const checks = healthChecks ?? (usual && { from: usual, ports: served });
    const more = checks === undefined ? [] : [{ ...checks, to }];
    return { groups: [to], connections: [{ from, to, ports: served }, ...more] };
  },
);
