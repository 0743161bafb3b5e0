import { Construct } from 'constructs';
import { protectSystemServices, ProtectSystemServicesProps } from '../patterns/protect-system-services';
import { planned } from './intent';
import { PolicySet } from './policy-set';

/**
 * A namespace of system services: everyone reaches its DNS pods; apart from that, its pods are reached by each other alone.
 *
 * @example
 * new ProtectSystemServices(chart, 'system', { namespace: 'kube-system' });
 */
export class ProtectSystemServices extends PolicySet {
  constructor(scope: Construct, id: string, props: ProtectSystemServicesProps = {}) {
    super(scope, id, planned({ scope, id }, protectSystemServices, props));
  }
}
