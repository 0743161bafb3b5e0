import { Construct } from 'constructs';
import { telemetryAccess, TelemetryAccessProps } from '../patterns/telemetry-access';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Lets pods send traces, logs and metrics to collectors and, without another policy, nothing else to nobody else.
 *
 * @example
 * new TelemetryAccess(chart, 'traces', { pods: web, to: [Collector.openTelemetry('observability')] });
 */
export class TelemetryAccess extends PolicyObject {
  constructor(scope: Construct, id: string, props: TelemetryAccessProps) {
    super(scope, id, planned({ scope, id }, telemetryAccess, props));
  }
}
