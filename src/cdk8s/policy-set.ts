import { Construct } from 'constructs';
import { Guarantee } from '../model/guarantee';
import { Intent } from '../patterns/pattern';
import { guaranteeOf } from '../patterns/plan';
import { PolicyObject } from './policy-object';

/**
 * Policies that belong together, one object a group of pods.
 *
 * @internal
 */
export class PolicySet extends Construct {
  /** What these policies do together, as data, and nothing else. */
  readonly guarantee: Guarantee;

  constructor(scope: Construct, id: string, intent: Intent) {
    super(scope, id);
    intent.plan.groups.forEach(({ part }, index) => new PolicyObject(this, part || 'main', { ...intent, index }));
    this.guarantee = guaranteeOf(intent.plan);
  }
}
