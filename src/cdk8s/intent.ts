import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { PolicyError } from '../model/policy-error';
import { Intent, intentOf, Pattern } from '../patterns/pattern';
import { PolicyProps } from '../patterns/policy-props';
import { claimNames } from './claim-names';
import { defaultName } from './default-name';

/** Where a construct is about to stand. */
export interface Site {
  readonly scope: Construct;
  readonly id: string;
}

/** Plans a construct that is about to be made: its id is what its policies are called, its chart where they go. */
export function planned<P extends PolicyProps>({ scope, id }: Site, pattern: Pattern<P>, props: P): Intent {
  const chart = Chart.of(scope);
  try {
    const intent = intentOf(pattern, props, { name: defaultName(scope, id, chart), namespace: chart.namespace });
    claimNames(scope, intent.plan.groups);
    return intent;
  } catch (error) {
    throw error instanceof PolicyError ? error.within(`${pattern.name} '${scope.node.path}/${id}'`) : error;
  }
}
