import { Construct } from 'constructs';
import { allowTo, AllowToProps } from '../patterns/allow-to';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Lets pods reach others and, without another policy, nobody else.
 *
 * @example
 * new AllowTo(chart, 'to-search', { pods: web, to: [Peer.namespace('search')], ports: [Port.elasticsearch()] });
 */
export class AllowTo extends PolicyObject {
  constructor(scope: Construct, id: string, props: AllowToProps) {
    super(scope, id, planned({ scope, id }, allowTo, props));
  }
}
