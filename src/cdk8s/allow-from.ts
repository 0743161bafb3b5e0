import { Construct } from 'constructs';
import { allowFrom, AllowFromProps } from '../patterns/allow-from';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Lets others reach pods and, without another policy, nobody else.
 *
 * @example
 * new AllowFrom(chart, 'from-batch', { pods: web, from: [Peer.namespace('batch')], ports: [Port.tcp(8080)] });
 */
export class AllowFrom extends PolicyObject {
  constructor(scope: Construct, id: string, props: AllowFromProps) {
    super(scope, id, planned({ scope, id }, allowFrom, props));
  }
}
