import { Construct } from 'constructs';
import { monitoringAccess, MonitoringAccessProps } from '../patterns/monitoring-access';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Lets Prometheus scrape pods and, without another policy, nobody else reach them.
 *
 * @example
 * new MonitoringAccess(chart, 'metrics', { pods: Pods.all(), ports: [Port.tcp(9090)] });
 */
export class MonitoringAccess extends PolicyObject {
  constructor(scope: Construct, id: string, props: MonitoringAccessProps) {
    super(scope, id, planned({ scope, id }, monitoringAccess, props));
  }
}
