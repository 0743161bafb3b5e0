import { Construct } from 'constructs';
import { externalEgress, ExternalEgressProps } from '../patterns/external-egress';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Lets pods reach addresses outside the cluster and, without another policy, nowhere else.
 *
 * @example
 * new ExternalEgress(chart, 'payments', { pods: web, to: [Peer.internet()], ports: [Port.https()] });
 */
export class ExternalEgress extends PolicyObject {
  constructor(scope: Construct, id: string, props: ExternalEgressProps) {
    super(scope, id, planned({ scope, id }, externalEgress, props));
  }
}
