import { Construct } from 'constructs';
import { networkPolicy, NetworkPolicyProps } from '../patterns/network-policy';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Rules of your own, for what no other construct says.
 *
 * @example
 * new NetworkPolicy(chart, 'jobs', {
 *   pods: Pods.labeled({ app: 'jobs' }),
 *   ingress: [{ from: [web], ports: [Port.tcp(8000, 8100)] }],
 * });
 */
export class NetworkPolicy extends PolicyObject {
  constructor(scope: Construct, id: string, props: NetworkPolicyProps) {
    super(scope, id, planned({ scope, id }, networkPolicy, props));
  }
}
