import { Construct } from 'constructs';
import { instance, listOf, optional, shape, text } from '../model/check';
import { inNamespace } from '../model/claim';
import { naming } from '../model/policy-error';
import { Expectation } from './expectation';
import { tryFindChart } from './nearest-chart';
import { synthesisChecks } from './synthesis-checks';

/** What {@link NetworkExpectations} takes. */
export interface NetworkExpectationsProps {
  /** What has to hold, at least one. */
  readonly expect: Expectation[];
  /**
   * Where pods have their addresses, such as `10.244.0.0/16`, for pods that do not say.
   *
   * @default - the private ranges: RFC 1918, 100.64.0.0/10, fc00::/7
   */
  readonly podCidrs?: string[];
  /**
   * The engine that enforces the policies, such as `cilium` or `calico`.
   *
   * @default - none: what the API says
   */
  readonly engine?: string;
}

const checked = shape<NetworkExpectationsProps>({
  expect: listOf(
    instance(Expectation, 'an expectation, such as Expectation.deny({ from, to })'),
    'say what you expect',
  ),
  podCidrs: optional(listOf(text, 'leave it out')),
  engine: optional(text),
});

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
    const { expect, ...options } = naming(`NetworkExpectations '${id}'`, () => checked(props));
    super(scope, id);
    const namespace = tryFindChart(this)?.namespace;
    const expected = expect.map(({ _claim: claim, _because: because }) => ({
      claim: namespace === undefined ? claim : inNamespace(claim, namespace),
      because,
    }));
    this.node.addValidation({
      validate: () => synthesisChecks().brokenExpectations(this.node.root, expected, options),
    });
  }
}
