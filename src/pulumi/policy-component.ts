import { networking } from '@pulumi/kubernetes';
import { ComponentResource, ComponentResourceOptions, Output } from '@pulumi/pulumi';
import { Guarantee } from '../model/guarantee';
import { Pattern } from '../patterns/pattern';
import { PolicyProps } from '../patterns/policy-props';
import { Draft } from './draft';
import { draftOf } from './drafting';
import { Given } from './given';
import { describeGuarantee } from './guarantee';
import { Pods } from './vocabulary';

/** The policies of one intent: a component with a `NetworkPolicy` of `@pulumi/kubernetes` for each group of pods. */
export abstract class PolicyComponent extends ComponentResource {
  /** The policies, in the order in which the guarantee isolates their pods. */
  readonly policies: networking.v1.NetworkPolicy[];
  /** What these policies do together, as data, and nothing else. */
  readonly guarantee: Output<Guarantee>;
  readonly #draft: Draft;

  /** @internal */
  constructor(name: string, { pattern, props, opts }: Wanted) {
    super(`netpol:index:${pattern.name}`, name, {}, opts);
    this.#draft = draftOf({ component: this, pattern, name }, props);
    // A policy whose name is given keeps it: it has to go before its successor comes. Others come first.
    const ofPolicies = { parent: this, ...(isNamed(props) && { deleteBeforeReplace: true }) };
    this.policies = this.#draft.structure.plan.groups.map(
      ({ part }, group) =>
        new networking.v1.NetworkPolicy(
          part === '' ? name : `${name}-${part}`,
          this.#draft.inputsOf(group) as networking.v1.NetworkPolicyArgs,
          ofPolicies,
        ),
    );
    this.guarantee = this.#draft.guarantee;
    this.registerOutputs({
      policies: this.#draft.settling.then(() => this.policies),
      guarantee: describeGuarantee(this.guarantee).apply(words => words.split('\n')),
    });
  }

  /** The pods of one group, to name them in other components. */
  protected podsOf(group: number): Pods {
    return this.#draft.podsOf(group) as Pods;
  }
}

/** What a component is made of. */
interface Wanted {
  readonly pattern: Pattern<PolicyProps>;
  readonly props: unknown;
  readonly opts?: ComponentResourceOptions;
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

function isNamed(props: unknown): boolean {
  return (props as Readonly<Record<string, unknown>>).name !== undefined;
}
