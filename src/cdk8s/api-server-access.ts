import { Construct } from 'constructs';
import { apiServerAccess, ApiServerAccessProps } from '../patterns/api-server-access';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Lets pods call the API server and, without another policy, nobody else.
 *
 * @example
 * new ApiServerAccess(chart, 'operator', { pods: web, cidrs: ['10.96.0.1/32', '192.0.2.10/32'] });
 */
export class ApiServerAccess extends PolicyObject {
  constructor(scope: Construct, id: string, props: ApiServerAccessProps) {
    super(scope, id, planned({ scope, id }, apiServerAccess, props));
  }
}
