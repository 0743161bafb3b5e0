import { Construct } from 'constructs';
import { Guarantee } from '../model/guarantee';
import { Intent } from '../patterns/pattern';
import { guaranteeOf, SettledPlan } from '../patterns/plan';
import { PolicyObject } from './policy-object';

/**
 * Policies that belong together, one object a group of pods.
 *
 * @internal
 */
export class PolicySet extends Construct {
  private readonly plan: SettledPlan;

  constructor(scope: Construct, id: string, intent: Intent) {
    super(scope, id);
    this.plan = intent.plan;
    intent.plan.groups.forEach(({ part }, index) => new PolicyObject(this, part || 'main', { ...intent, index }));
  }

  /** What these policies do together, as data, and nothing else. */
  get guarantee(): Guarantee {
    return guaranteeOf(this.plan);
  }
}
