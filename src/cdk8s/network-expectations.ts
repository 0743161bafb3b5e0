import { Construct } from 'constructs';
import { inNamespace } from '../model/claim';
import { naming } from '../model/policy-error';
import { checkedExpectations, NetworkExpectationsProps } from '../patterns/network-expectations';
import { synthesisChecks } from '../testing/late-synthesis-checks';
import { tryFindChart } from './nearest-chart';
import { readingOnce } from './tree-pods';

/**
 * Fails synthesis, and says why, unless the policies of the app do what is expected of them.
 *
 * All charts of the app count, with all workloads and policies, whatever made them. Pods that say no namespace are those
 * of the chart's, or of every namespace where this stands in no chart that has one.
 *
 * @example
 * new DefaultDeny(chart, 'deny', { pods: web });
 * new NetworkExpectations(chart, 'expectations', {
 *   expect: [Expectation.deny({ from: Pods.any(), to: web, because: 'it is not open yet' })],
 * });
 */
export class NetworkExpectations extends Construct {
  constructor(scope: Construct, id: string, props: NetworkExpectationsProps) {
    const { expect, ...options } = naming(`NetworkExpectations '${id}'`, () => checkedExpectations(props));
    super(scope, id);
    const { root } = this.node;
    const namespace = tryFindChart(this)?.namespace;
    const expected = expect.map(({ _claim: claim, _because: because }) => ({
      claim: namespace === undefined ? claim : inNamespace(claim, namespace),
      because,
    }));
    this.node.addValidation({
      validate: () => readingOnce(root, () => synthesisChecks().brokenExpectations(root, expected, options)),
    });
  }
}
