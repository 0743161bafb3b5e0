import { Engine } from '../facts/engine-families';
import { findEngine } from '../facts/engines';
import { Assumptions, DEFAULT_POD_CIDRS } from '../model/assumptions';
import { Check, listOf, optional, shape, text } from '../model/check';
import { Cidr } from '../model/cidr';
import { Cluster } from '../model/cluster';
import { locationInWords } from '../model/origin';
import { naming } from '../model/policy-error';
import { printable } from '../model/printable';
import { Finding, Reading } from '../read/reading';
import { Reach } from '../verify/reach/reach';
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
      naming('Network.of', () => assumptionsOf(options)),
    );
  }

  private reach?: Reach;

  private constructor(
    private readonly source: NetworkSource,
    private readonly assumptions: Assumptions,
  ) {}

  /**
   * The index. @throws UnreadableManifests where the manifests cannot be read, or the API server would refuse one
   *
   * @internal
   */
  _reach(): Reach {
    return (this.reach ??= Reach.of(readable(readSource(this.source)), this.assumptions));
  }
}

/** Manifests that the API server would refuse, or that are none. */
export class UnreadableManifests extends Error {
  /** @param findings what is wrong, one line each */
  constructor(findings: readonly string[]) {
    super(['the manifests cannot be read:', ...findings.map(printable)].join('\n  '));
    this.name = 'UnreadableManifests';
  }
}

/** How many findings an error lists. */
const LISTED = 10;

/** What was read, or the error that says what the API server would refuse of it. @throws UnreadableManifests */
export function readable({ cluster, findings }: Reading): Cluster {
  const refused = findings.filter(({ lenient }) => !lenient);
  if (refused.length === 0) return cluster;
  const more = refused.length > LISTED ? [`and ${refused.length - LISTED} more`] : [];
  throw new UnreadableManifests([...refused.slice(0, LISTED).map(findingInWords), ...more]);
}

/** `dist/shop.yaml:12:15: NetworkPolicy/shop/web spec.podSelector: what is wrong; what to write`. */
function findingInWords({ file, line, column, object, path, message, fix }: Finding): string {
  const place = locationInWords({ file, line, column });
  const field = [object, path].filter(part => part !== undefined && part !== '').join(' ');
  return [place, ...(field === '' ? [] : [field]), `${message}; ${fix}`].join(': ');
}

const aBlock: Check<Cidr> = value => Cidr._of(text(value));

const anEngine: Check<Engine> = value => findEngine(text(value));

const networkOptions = shape<{ podCidrs?: Cidr[]; engine?: Engine }>({
  podCidrs: optional(listOf(aBlock, 'leave it out')),
  engine: optional(anEngine),
});

function assumptionsOf(options: unknown): Assumptions {
  const { podCidrs = DEFAULT_POD_CIDRS, engine } = networkOptions(options);
  return { podCidrs, engine };
}
