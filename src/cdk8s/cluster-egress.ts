import { Construct } from 'constructs';
import { clusterEgress, ClusterEgressProps } from '../patterns/cluster-egress';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Lets pods reach every pod of the cluster, and of what is outside nothing, or the public internet.
 *
 * @example
 * new ClusterEgress(chart, 'egress', { internet: [Port.https()] });
 */
export class ClusterEgress extends PolicyObject {
  constructor(scope: Construct, id: string, props: ClusterEgressProps = {}) {
    super(scope, id, planned({ scope, id }, clusterEgress, props));
  }
}
