import { IConstruct } from 'constructs';
import { isRecord } from '../model/check';
import { Guarantee } from '../model/guarantee';

/** A construct that states what its policies do, and what it stated when it was asked: that may take a while. */
export interface Guaranteed {
  readonly construct: IConstruct & { readonly guarantee: Guarantee };
  readonly guarantee: Guarantee;
}

/** The constructs of a tree that state what their policies do; what stands in one of them is part of it. */
export function outermostGuaranteed(construct: IConstruct): Guaranteed[] {
  const guarantee: unknown = 'guarantee' in construct ? construct.guarantee : undefined;
  if (!isGuarantee(guarantee)) return construct.node.children.flatMap(outermostGuaranteed);
  return [{ construct: construct as Guaranteed['construct'], guarantee }];
}

/** Other people's constructs may have something else by that name. */
function isGuarantee(value: unknown): value is Guarantee {
  return isRecord(value) && Array.isArray(value.isolates) && Array.isArray(value.opens);
}
