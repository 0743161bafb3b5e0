import { Construct } from 'constructs';
import { defaultDeny, DefaultDenyProps } from '../patterns/default-deny';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Isolates pods: they accept and send only what other policies allow, DNS queries included.
 *
 * @example
 * new DefaultDeny(chart, 'default-deny');
 */
export class DefaultDeny extends PolicyObject {
  constructor(scope: Construct, id: string, props: DefaultDenyProps = {}) {
    super(scope, id, planned({ scope, id }, defaultDeny, props));
  }
}
