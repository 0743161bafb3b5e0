import { Construct } from 'constructs';
import { microservices, MicroservicesProps } from '../patterns/microservices';
import { planned } from './intent';
import { PolicySet } from './policy-set';

/**
 * An application as the graph of its calls: each service reaches those that it calls, and is reached by those that call it.
 *
 * @example
 * new Microservices(chart, 'shop', {
 *   services: {
 *     web: { pods: web, port: Port.tcp(8080), from: [Peer.ingressNginx()], calls: ['cart'] },
 *     cart: { pods: Pods.labeled({ app: 'cart' }), port: Port.tcp(7070) },
 *   },
 * });
 */
export class Microservices extends PolicySet {
  constructor(scope: Construct, id: string, props: MicroservicesProps) {
    super(scope, id, planned({ scope, id }, microservices, props));
  }
}
