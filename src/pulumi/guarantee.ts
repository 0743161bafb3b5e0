import { Input, output, Output } from '@pulumi/pulumi';
import { Guarantee } from '../model/guarantee';
import { describeGuarantee as describe } from '../report/guarantee';
import { Sight, sightOf } from './drafts/settled';

/** The guarantees of components in words, one line a fact: who is isolated, then who may reach whom. */
export function describeGuarantee(...guarantees: Output<Guarantee>[]): Output<string> {
  // pulumi.all would take the classes off the values.
  const collected = guarantees.reduce<Output<() => Guarantee[]>>(
    (sofar, guarantee) => sofar.apply(before => guarantee.apply(next => () => [...before(), next])),
    output(() => []),
  );
  return collected.apply(all => describe(...all()));
}

/** The words of one guarantee, line by line: an Output only where it is one, as Outputs are dear. */
export function linesOf(guarantee: Guarantee | Output<Guarantee>): Input<string[]> {
  const lines = (known: Guarantee) => describe(known).split('\n');
  return Output.isInstance(guarantee) ? guarantee.apply(lines) : lines(guarantee);
}

/** What there is to know of a guarantee, once its component is settled. */
export async function sightOfGuarantee(guarantee: Guarantee | Output<Guarantee>): Promise<Sight<Guarantee>> {
  if (!Output.isInstance(guarantee)) return { isSecret: false, value: () => guarantee };
  return sightOf({ thunk: guarantee.apply(known => () => known) });
}
