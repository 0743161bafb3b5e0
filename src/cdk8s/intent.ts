import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { at, Check, text, wrongType } from '../model/check';
import { naming, PolicyError } from '../model/policy-error';
import { Intent, intentOf, Pattern } from '../patterns/pattern';
import { PolicyProps } from '../patterns/policy-props';
import { isWorthWatching, watch } from './across-constructs';
import { claimNames } from './claim-names';
import { defaultName } from './default-name';
import { scopeInWords, tryFindChart } from './nearest-chart';
import { PlatformContext } from './platform-context';

/** Where a construct is about to stand. */
export interface Site {
  readonly scope: Construct;
  readonly id: string;
}

/** Plans a construct that is about to be made: its id is what its policies are called, its chart where they go. */
export function planned<P extends PolicyProps>({ scope, id }: Site, pattern: Pattern<P>, props: P): Intent {
  const name = naming(pattern.name, () => at('id', text, id));
  const chart = naming(
    () => `${pattern.name} '${name}'`,
    () => at('scope', chartOf, scope),
  );
  const owner = () => `${pattern.name} '${scope.node.path}/${name}'`;
  return naming(owner, () => {
    const { namespace } = chart;
    const platform = PlatformContext.of(scope);
    const offered = { name: defaultName(scope, name, chart), namespace, namespaceFrom: 'on the chart', platform };
    const intent = intentOf(pattern, props, offered);
    claimNames(scope, intent.plan.groups);
    if (isWorthWatching(intent)) watch(scope.node.root);
    return intent;
  });
}

const chartOf: Check<Chart> = scope => {
  const how = 'a chart, or a construct in one';
  if (!Construct.isConstruct(scope)) throw wrongType(scope, how);
  const chart = tryFindChart(scope);
  if (chart !== undefined) return chart;
  throw new PolicyError({ code: 'missing', problem: `${scopeInWords(scope)} is in no chart`, fix: `give ${how}` });
};
