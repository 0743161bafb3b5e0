import { Construct } from 'constructs';
import { namespaceIsolation, NamespaceIsolationProps } from '../patterns/namespace-isolation';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Lets the pods of a namespace talk to each other and DNS and, without another policy, to nobody else.
 *
 * @example
 * new NamespaceIsolation(chart, 'isolation', { plus: [Peer.namespace('jobs')] });
 */
export class NamespaceIsolation extends PolicyObject {
  constructor(scope: Construct, id: string, props: NamespaceIsolationProps = {}) {
    super(scope, id, planned({ scope, id }, namespaceIsolation, props));
  }
}
