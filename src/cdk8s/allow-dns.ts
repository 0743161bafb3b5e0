import { Construct } from 'constructs';
import { allowDns, AllowDnsProps } from '../patterns/allow-dns';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Lets pods resolve names: egress to the cluster's DNS and, without another policy, nowhere else.
 *
 * @example
 * new AllowDns(chart, 'dns', { dns: [Dns.kubeDns(), Dns.nodeLocal()] });
 */
export class AllowDns extends PolicyObject {
  constructor(scope: Construct, id: string, props: AllowDnsProps = {}) {
    super(scope, id, planned({ scope, id }, allowDns, props));
  }
}
