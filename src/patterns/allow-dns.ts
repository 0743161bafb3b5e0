import { Dns } from '../facts/dns';
import { instance, listOf, optional } from '../model/check';
import { EGRESS_ONLY } from '../model/direction';
import { Pods } from '../model/pods';
import { pods } from './fields';
import { pattern } from './pattern';
import { platformOf } from './place';
import { Connection, Group } from './plan';
import { PolicyProps } from './policy-props';

/** What {@link allowDns} takes. */
export interface AllowDnsProps extends PolicyProps {
  /**
   * The pods that may resolve names.
   *
   * @default - every pod of the namespace
   */
  readonly pods?: Pods;
  /**
   * Where the cluster answers DNS queries; where it does so in several ways, list them all.
   *
   * @default - as the platform does; any Kubernetes: [Dns.kubeDns()]
   */
  readonly dns?: Dns[];
}

export const dns = optional(listOf(instance(Dns, 'a Dns, such as Dns.kubeDns()'), 'leave it out for Dns.kubeDns()'));

/**
 * Lets pods resolve names: egress to the cluster's DNS, UDP and TCP.
 *
 * Isolates the pods for egress. Writes nothing into the namespace of the DNS pods.
 *
 * @see https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export const allowDns = pattern<AllowDnsProps>('AllowDns', { pods: optional(pods), dns }, (props, place) => {
  const group: Group = { part: '', path: 'pods', pods: props.pods ?? Pods.all(), isolates: EGRESS_ONLY };
  return { groups: [group], connections: dnsConnections(group, props.dns ?? platformOf(place).dns) };
});

/** From a group to every resolver of the cluster. */
export function dnsConnections(from: Group, resolvers: readonly Dns[]): Connection[] {
  return resolvers.map(({ peer, ports }, index) => ({ from, to: [peer], ports, path: `dns[${index}]`, isDns: true }));
}
