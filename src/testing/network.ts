import { Engine } from '../facts/engine-families';
import { findEngine } from '../facts/engines';
import { Assumptions, DEFAULT_POD_CIDRS } from '../model/assumptions';
import { Check, listOf, optional, shape, text } from '../model/check';
import { Cidr } from '../model/cidr';
import { naming } from '../model/policy-error';
import { UnreadObject } from '../read/not-understood';
import { Reach } from '../verify/reach/reach';
import { understood } from './readable';
import { NetworkSource, readSource } from './source';

/** What answers rest on besides the manifests. */
export interface NetworkOptions {
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
   * Kinds that are not understood and are left aside, such as `CiliumNetworkPolicy.cilium.io`: answers are then about
   * all other policies and pods. Kinds that are understood always count.
   *
   * @default - none: nothing can be told where a kind of policy is not understood
   */
  readonly ignoreKinds?: readonly string[];
}

/** What claims are asked of. */
export interface Indexed {
  readonly reach: Reach;
  /** What makes pods that are not in it. */
  readonly unreadPods: readonly UnreadObject[];
}

/** Workloads and policies, to be asked who can reach whom. Read and indexed once, when first asked. */
export class Network {
  /**
   * The network of a cdk8s `App` or `Chart` as it stands when it is first asked, of manifests, or of the files in a folder.
   *
   * @param source constructs, objects, YAML or JSON, paths; or a list of any of these, together
   * @throws PolicyError for options that do not fit
   */
  static of(source: NetworkSource, options: NetworkOptions = {}): Network {
    return new Network(
      source,
      naming('Network.of', () => checkedOptions(options)),
    );
  }

  private index?: Indexed;

  private constructor(
    private readonly source: NetworkSource,
    private readonly options: Checked,
  ) {}

  /**
   * The index. @throws UnreadableManifests where the API server would refuse a manifest, or a policy is not understood
   *
   * @internal
   */
  _index(): Indexed {
    return (this.index ??= this.read());
  }

  private read(): Indexed {
    const { ignoreKinds, ...assumptions } = this.options;
    const { cluster, unreadPods } = understood(readSource(this.source), ignoreKinds);
    return { reach: Reach.of(cluster, assumptions), unreadPods };
  }
}

interface Checked extends Assumptions {
  readonly ignoreKinds: readonly string[];
}

const aBlock: Check<Cidr> = value => Cidr._of(text(value));

const anEngine: Check<Engine> = value => findEngine(text(value));

const networkOptions = shape<{ podCidrs?: Cidr[]; engine?: Engine; ignoreKinds?: string[] }>({
  podCidrs: optional(listOf(aBlock, 'leave it out')),
  engine: optional(anEngine),
  ignoreKinds: optional(listOf(text, 'leave it out')),
});

function checkedOptions(options: unknown): Checked {
  const { podCidrs = DEFAULT_POD_CIDRS, engine, ignoreKinds = [] } = networkOptions(options);
  return { podCidrs, engine, ignoreKinds };
}
