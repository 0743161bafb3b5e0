import { IConstruct } from 'constructs';
import { isRecord } from '../model/check';
import { Guarantee } from '../model/guarantee';

/** A construct that states what its policies do. */
export type Guaranteed = IConstruct & { readonly guarantee: Guarantee };

/** The constructs of a tree that state what their policies do; what stands in one of them is part of it. */
export function outermostGuaranteed(construct: IConstruct): Guaranteed[] {
  return isGuaranteed(construct) ? [construct] : construct.node.children.flatMap(outermostGuaranteed);
}

/** Other people's constructs may have something else by that name. */
function isGuaranteed(construct: IConstruct): construct is Guaranteed {
  if (!('guarantee' in construct)) return false;
  const { guarantee } = construct;
  return isRecord(guarantee) && Array.isArray(guarantee.isolates) && Array.isArray(guarantee.opens);
}
