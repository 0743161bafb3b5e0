import { Input, Output } from '@pulumi/pulumi';
import { specManifest } from '../emit/network-policy';
import { selectorManifest } from '../emit/selector';
import { Direction } from '../model/direction';
import { Guarantee } from '../model/guarantee';
import { Pods } from '../model/pods';
import { Policy } from '../model/policy';
import { Intent } from '../patterns/pattern';
import { guaranteeOf } from '../patterns/plan';
import { Blueprint } from './blueprint';
import { after, Deferred, Hole } from './deferred';
import { Draft, policyIn, PolicyInputs } from './draft';
import { partNames, rulesOf } from './parts';
import { rulesSettled } from './rules';
import { Settled } from './settled';

/** A component whose Outputs are on their way: each part of its policies waits for its own alone. */
export class AwaitedDraft implements Draft {
  readonly structure: Intent;
  readonly settling: Promise<Intent>;

  constructor(
    private readonly blueprint: Blueprint,
    private readonly settled: Promise<Settled>,
  ) {
    this.structure = blueprint.intent;
    this.settling = settled.then(({ intent }) => intent);
  }

  /** See {@link Draft}. */
  get guarantee(): Output<Guarantee> {
    return after(this.blueprint.holes).apply(async () => guaranteeOf((await this.settling).plan));
  }

  /** See {@link Draft}. */
  inputsOf(group: number): PolicyInputs {
    const policy = policyIn(this.structure, group);
    return { metadata: this.metadataOf(policy, group), spec: this.specOf(policy, group) };
  }

  /** See {@link Draft}. */
  podsOf(group: number): Deferred<Pods> {
    const podsIn = ({ plan }: Intent) => plan.groups[group].pods;
    const { other, sourcesOf } = this.blueprint;
    const sources = [...sourcesOf(partNames.namespace(group)), ...sourcesOf(partNames.podSelector(group))];
    if (sources.length === 0) return Deferred.known(podsIn(this.structure));
    const thunk = after(sources).apply(async () => {
      const pods = podsIn(await this.settling);
      return () => pods;
    });
    return Deferred.waiting(thunk, { value: podsIn(this.structure), other: other && podsIn(other) });
  }

  private metadataOf({ annotations, name }: Policy, group: number): object {
    const namespace = this.part(partNames.namespace(group), intent => policyIn(intent, group).namespace);
    const texts = Object.keys(annotations ?? {}).map(key => [
      key,
      this.part(partNames.annotation(key), intent => intent.annotations?.[key]),
    ]);
    return {
      ...(annotations && { annotations: Object.fromEntries(texts) as object }),
      name,
      ...(namespace !== undefined && { namespace }),
    };
  }

  private specOf(policy: Policy, group: number): object {
    const { egress, ingress, policyTypes } = specManifest(policy);
    return {
      ...(egress && { egress: this.rules(group, Direction.EGRESS) ?? egress }),
      ...(ingress && { ingress: this.rules(group, Direction.INGRESS) ?? ingress }),
      podSelector: this.part(partNames.podSelector(group), intent =>
        selectorManifest(policyIn(intent, group).podSelector),
      ),
      policyTypes,
    };
  }

  private part<T>(name: string, read: (intent: Intent) => T): Input<T> {
    const sources = this.blueprint.sourcesOf(name);
    if (sources.length === 0) return read(this.structure);
    return this.later(({ intent }) => after(sources).apply(() => read(intent)));
  }

  /** Undefined where no rule waits for anything. */
  private rules(group: number, direction: Direction): unknown {
    const planned = rulesOf(policyIn(this.structure, group), direction);
    const sources = planned.map((_, index) => this.blueprint.sourcesOf(partNames.rule(group, direction, index)));
    if (sources.every(holes => holes.length === 0)) return undefined;
    return this.later(({ intent, sights }) => {
      const policy = policyIn(intent, group);
      const rules = rulesOf(policy, direction);
      const sourcesAt = (index: number): readonly Hole[] =>
        rules.length === planned.length ? sources[index] : this.blueprint.holes;
      const sourced = rules.map((rule, index) => ({ rule, sources: sourcesAt(index) }));
      return rulesSettled({ policy, direction, rules: sourced }, sights);
    });
  }

  /** Pulumi waits for Outputs inside of promises too, although its types do not say so. */
  private later<T>(of: (settled: Settled) => unknown): Input<T> {
    return this.settled.then(of) as unknown as Input<T>;
  }
}
