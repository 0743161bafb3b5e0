import { Chart, ChartProps } from 'cdk8s';
import { Construct } from 'constructs';
import fc from 'fast-check';
import { Mesh } from '../../src/facts/mesh';
import { Guarantee } from '../../src/model/guarantee';
import { PolicyProps } from '../../src/patterns/policy-props';
import { testChart } from '../constructs/synth';
import { shuffled } from './order';

/** One of the library's constructs. */
export type PolicyConstruct<P> = new (
  scope: Construct,
  id: string,
  props: P,
) => Construct & { readonly guarantee: Guarantee };

/** How a construct is used in a test: plain data, from which its props are made. */
export class Usage<S = unknown, P = unknown> {
  constructor(
    private readonly kind: UsageKind<S, P>,
    private readonly sketch: S & CommonSketch,
  ) {}

  /** The props, made afresh. */
  get props(): object {
    return { ...commonProps(this.sketch), ...this.kind.propsOf(this.sketch) };
  }

  /** What of the props must be there. */
  get required(): RegExp {
    return this.kind.required;
  }

  /** A chart with the construct in it, and nothing else. */
  make(props: unknown = this.props): { readonly chart: Chart; readonly guarantee: Guarantee } {
    const chart = this.emptyChart();
    return { chart, guarantee: this.makeIn(chart, props) };
  }

  /** Makes the construct in a chart. */
  makeIn(chart: Chart, props: unknown): Guarantee {
    return new this.kind.construct(chart, 'Used', props as P).guarantee;
  }

  /** The chart that the construct is to be made in. */
  emptyChart(): Chart {
    const props: ChartProps = this.sketch.namespace === 'chart' ? { namespace: 'shop' } : {};
    return testChart(props);
  }

  /** The same with its lists, and the keys of its labels, in another order. */
  shuffled(seed: number): Usage<S, P> {
    return new Usage(this.kind, shuffled(this.sketch, seed));
  }

  toString(): string {
    return `${this.kind.construct.name} ${JSON.stringify(this.sketch)}`;
  }

  /** What fast-check prints. */
  [fc.toStringMethod](): string {
    return this.toString();
  }
}

/** Where the namespace is said, and what is written down. */
export interface CommonSketch {
  readonly namespace: 'chart' | 'props' | 'open';
  readonly documentation: Pick<PolicyProps, 'description' | 'lastReviewed' | 'name' | 'owner'>;
  readonly mesh?: keyof typeof MESHES;
}

const MESHES = {
  istioSidecar: () => Mesh.istioSidecar(),
  istioAmbient: () => Mesh.istioAmbient(),
  linkerd: () => Mesh.linkerd(),
};

/** Random props of a construct. */
export interface UsageKind<S, P> {
  readonly construct: PolicyConstruct<P>;
  readonly sketch: fc.Arbitrary<S>;
  readonly propsOf: (sketch: S & CommonSketch) => P;
  /** Places in the props that may not be left out. */
  readonly required: RegExp;
}

/** What the general tests know about a construct; more than that is in a test of its own. */
export interface Specimen<S = unknown, P = unknown> extends UsageKind<S, P> {
  /** Every field of its own. */
  readonly full: P;
  /** What these do in namespace shop, in the words of `describeGuarantee`. */
  readonly says: readonly string[];
  /** Props that are right, but for one thing, and what they are told behind the construct's name. */
  readonly refuses: readonly (readonly [what: string, props: object, message: string])[];
}

/** Forgets the types of one construct, so that many can stand in a list. */
export function specimenOf<S, P>(specimen: Specimen<S, P>): Specimen {
  return specimen as unknown as Specimen;
}

/** A construct in every way that its sketch knows. */
export function usageOf(kind: UsageKind<unknown, unknown>): fc.Arbitrary<Usage> {
  return fc
    .tuple(kind.sketch, commonSketch)
    .map(([sketch, common]) => new Usage(kind, { ...(sketch as object), ...common }));
}

const commonSketch: fc.Arbitrary<CommonSketch> = fc.record({
  namespace: fc.constantFrom('chart', 'chart', 'props', 'open'),
  documentation: fc.record(
    {
      name: fc.constantFrom('a', 'a.b-c'),
      description: fc.constantFrom('why', ' two\nlines: yes', '{}', 'null'),
      owner: fc.constantFrom('team-a', '7'),
      lastReviewed: fc.constantFrom('2026-11-21', '2028-02-29'),
    },
    { requiredKeys: [] },
  ),
  mesh: fc.constantFrom(undefined, undefined, 'istioSidecar', 'istioAmbient', 'linkerd'),
});

function commonProps({ namespace, documentation, mesh }: CommonSketch): PolicyProps {
  const place = { chart: {}, props: { namespace: 'shop' }, open: { namespaceAgnostic: true } };
  return { ...documentation, ...place[namespace], ...(mesh && { mesh: MESHES[mesh]() }) };
}
