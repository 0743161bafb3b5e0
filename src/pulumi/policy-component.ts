import { NetworkPolicy, NetworkPolicyArgs } from '@pulumi/kubernetes/networking/v1';
import { ComponentResource, ComponentResourceOptions, Output, output } from '@pulumi/pulumi';
import { Guarantee } from '../model/guarantee';
import { Pattern } from '../patterns/pattern';
import { PolicyProps } from '../patterns/policy-props';
import { watch } from './checks/across-components';
import { workIn } from './clusters';
import { Draft } from './drafts/draft';
import { draftOf } from './drafts/drafting';
import { PolicyInputs } from './drafts/inputs';
import { linesOf } from './guarantee';
import { Given } from './outputs/given';
import { Pods } from './outputs/vocabulary';
import { failProgram } from './refusal';
import { withShortStacks } from './short-stacks';

/** The policies of one intent: a component with a `NetworkPolicy` of `@pulumi/kubernetes` for each group of pods. */
export abstract class PolicyComponent extends ComponentResource {
  /**
   * The policies, in the order in which the guarantee isolates their pods; none where an Output makes them wrong.
   *
   * A promise, since they are registered once the Outputs in them are there.
   */
  readonly policies: Promise<NetworkPolicy[]>;
  private readonly draft: Draft;
  private readonly written: NetworkPolicies | Promise<NetworkPolicies>;

  /** @internal */
  constructor(name: string, { pattern, props, opts, drafted = draftOf }: Wanted) {
    super(`netpol:index:${pattern.name}`, name, {}, opts);
    const owner = `${pattern.name} '${name}'`;
    this.draft = drafted({ component: this, owner, pattern, name }, props);
    const { policies, parts, guarantee } = this.draft;
    // A policy whose name is given keeps it: it has to go before its successor comes. Others come first.
    const isNamed = (props as PolicyProps).name !== undefined;
    const own = { parent: this, ...(isNamed && { deleteBeforeReplace: true }) };
    const write = (all: readonly PolicyInputs[]): NetworkPolicies =>
      all.map((inputs, index) => {
        const child = parts[index] === '' ? name : `${name}-${parts[index]}`;
        return withShortStacks(() => new NetworkPolicy(child, inputs as NetworkPolicyArgs, own));
      });
    this.written = policies instanceof Promise ? policies.then(write) : write(policies);
    this.policies = Promise.resolve(this.written).catch(() => []);
    workIn(this).written.push({ component: this, owner, policies: this.policies, guarantee });
    watch(this);
    this.getData().catch(failProgram);
    this.registerOutputs({
      policies: this.written instanceof Promise ? this.policies : this.written,
      guarantee: linesOf(guarantee),
    });
  }

  /** What these policies do together, as data, and nothing else. */
  get guarantee(): Output<Guarantee> {
    const { guarantee } = this.draft;
    return Output.isInstance(guarantee) ? guarantee : output(undefined).apply(() => guarantee);
  }

  /** Whoever depends on the component waits for its policies. */
  protected override async initialize(): Promise<void> {
    // The constructor goes first.
    await undefined;
    await this.written;
  }

  /** The pods of one group, to name them in other components. */
  protected podsOf(group: number): Pods {
    return this.draft.podsOf(group) as Pods;
  }
}

type NetworkPolicies = NetworkPolicy[];

/** What a component is made of. */
interface Wanted {
  readonly pattern: Pattern<PolicyProps>;
  readonly props: unknown;
  readonly opts?: ComponentResourceOptions;
  /** How it is drafted, where that is not from its props alone. */
  readonly drafted?: typeof draftOf;
}

/** A component that writes one pattern, with the pattern's props. */
export interface ComponentClass<P extends PolicyProps> {
  new (name: string, props: Given<P>, opts?: ComponentResourceOptions): PolicyComponent;
}

/** The class of a component that writes one pattern. */
export function componentOf<P extends PolicyProps>(pattern: Pattern<P>): ComponentClass<P> {
  return class extends PolicyComponent {
    constructor(name: string, props: Given<P>, opts?: ComponentResourceOptions) {
      super(name, { pattern, props, opts });
    }
  };
}
