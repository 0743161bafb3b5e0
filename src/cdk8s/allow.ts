import { Construct } from 'constructs';
import { allow, AllowProps } from '../patterns/allow';
import { planned } from './intent';
import { PolicySet } from './policy-set';

/**
 * Lets pods of yours connect to other pods of yours; both ends are written, each in its own namespace.
 *
 * @example
 * new Allow(chart, 'web-to-api', { from: web, to: Pods.labeled({ app: 'api' }), ports: [Port.tcp(8080)] });
 */
export class Allow extends PolicySet {
  constructor(scope: Construct, id: string, props: AllowProps) {
    super(scope, id, planned({ scope, id }, allow, props));
  }
}
