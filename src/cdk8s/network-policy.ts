import { Construct } from 'constructs';
import { networkPolicy, NetworkPolicyProps } from '../patterns/network-policy';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/** Rules of your own, for what no other construct says. */
export class NetworkPolicy extends PolicyObject {
  constructor(scope: Construct, id: string, props: NetworkPolicyProps) {
    super(scope, id, planned({ scope, id }, networkPolicy, props));
  }
}
