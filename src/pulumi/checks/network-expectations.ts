import { ComponentResource, ComponentResourceOptions, Resource } from '@pulumi/pulumi';
import { isRecord, listOf, optional, shape, wrongType } from '../../model/check';
import { checkedExpectations } from '../../patterns/network-expectations';
import { filled, templateOf } from '../outputs/deferred';
import { Expectation } from '../outputs/vocabulary';
import { refusingOn } from '../refusal';
import { judge, NetworkCheck } from './judge';
import { judgeAtEnd } from './judge-at-end';
import { checkSighted } from './sighted-object';

/** What {@link NetworkExpectations} takes. */
export interface NetworkExpectationsProps {
  /** What has to hold, at least one. */
  readonly expect: readonly Expectation[];
  /**
   * What counts beside the components of netpol: workloads, Services, Namespaces and further policies.
   *
   * @default - nothing else
   */
  readonly resources?: readonly Resource[];
  /**
   * Where pods have their addresses, such as `10.244.0.0/16`, for pods that do not say.
   *
   * @default - the private ranges: RFC 1918, 100.64.0.0/10, fc00::/7
   */
  readonly podCidrs?: readonly string[];
  /**
   * The engine that enforces the policies, such as `cilium` or `calico`.
   *
   * @default - none: what the API says
   */
  readonly engine?: string;
  /**
   * Kinds among the `resources` that are not understood and are left aside, such as `NetworkPolicy.crd.projectcalico.org`:
   * what is expected is then asked of all other policies and pods. Kinds that are understood always count.
   *
   * @default - none: nothing can be told where a kind is not understood
   */
  readonly ignoreKinds?: readonly string[];
}

/**
 * Fails `pulumi preview` and `pulumi up`, and says why, unless the policies do what is expected of them.
 *
 * All components of netpol in the program count that have the same provider, and the `resources`. What rests on values
 * that a preview does not know is a warning there.
 *
 * @throws ResourceError for props that do not fit
 */
export class NetworkExpectations extends ComponentResource {
  constructor(name: string, props: NetworkExpectationsProps, opts?: ComponentResourceOptions) {
    super('netpol:index:NetworkExpectations', name, {}, opts);
    this.registerOutputs({});
    const owner = `NetworkExpectations '${name}'`;
    const refusing = refusingOn(this, owner);
    const check = refusing(() => checkOf(props));
    judgeAtEnd(owner, () => judge(check, this, refusing));
  }
}

const resourcesOnly = shape<Pick<NetworkCheck, 'resources'>>({
  resources: optional(listOf(checkSighted, 'leave it out')),
});

/** What is known is checked at once. */
function checkOf(props: NetworkExpectationsProps): NetworkCheck {
  const { resources, ...rest } = withResourcesApart(props);
  const template = templateOf(rest);
  const asked = (values: readonly unknown[]) => checkedExpectations(filled(template, values));
  if (template.holes.length === 0) asked([]);
  return { ...resourcesOnly({ resources }), holes: template.holes, asked };
}

/** The resources are asked themselves; everywhere else a resource stands for its pods. */
function withResourcesApart(props: unknown): Partial<NetworkExpectationsProps> {
  if (!isRecord(props)) throw wrongType(props, 'an object with expect');
  return props;
}
