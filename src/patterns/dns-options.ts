import { Dns } from '../facts/dns';
import { flag, optional, Shape } from '../model/check';
import { PolicyError } from '../model/policy-error';
import { dns, dnsConnections } from './allow-dns';
import { Place, platformOf } from './place';
import { Connection, Group } from './plan';

/** How the pods of a construct resolve names. */
export interface DnsOptions {
  /**
   * Where the cluster answers DNS queries.
   *
   * @default - as the platform does; any Kubernetes: [Dns.kubeDns()]
   */
  readonly dns?: Dns[];
  /**
   * Whether the pods may not resolve names.
   *
   * @default false
   */
  readonly withoutDns?: boolean;
}

export const DNS_OPTIONS: Shape<DnsOptions> = { dns, withoutDns: optional(flag) };

/** From each of these groups to the resolvers, unless they are to be without. */
export function dnsOf(groups: readonly Group[], options: DnsOptions, place: Place): Connection[] {
  const resolvers = options.dns ?? platformOf(place).dns;
  if (options.withoutDns !== true) return groups.flatMap(group => dnsConnections(group, resolvers));
  if (options.dns === undefined) return [];
  throw new PolicyError({
    code: 'conflict',
    path: 'dns',
    value: options.dns,
    problem: 'the pods are said to be without DNS',
    fix: 'leave out dns or withoutDns',
  });
}
