import { Construct, IConstruct } from 'constructs';
import { Guarantee } from '../model/guarantee';
import { synthesisChecks } from '../testing/late-synthesis-checks';

/**
 * Fails synthesis unless each construct of the app keeps its guarantee, proven for every pod that could exist.
 *
 * What is proven is what is written, after patches: each construct's own policies do what its `guarantee` says, and no more.
 *
 * @example
 * new ProvenGuarantees(app, 'proven');
 */
export class ProvenGuarantees extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.node.addValidation({
      validate: () => synthesisChecks().brokenGuarantees(outermostWithGuarantee(this.node.root)),
    });
  }
}

/** Constructs with a guarantee; what stands in one is part of it. */
function outermostWithGuarantee(construct: IConstruct): (IConstruct & { readonly guarantee: Guarantee })[] {
  return hasGuarantee(construct) ? [construct] : construct.node.children.flatMap(outermostWithGuarantee);
}

function hasGuarantee(construct: IConstruct): construct is IConstruct & { readonly guarantee: Guarantee } {
  return 'guarantee' in construct;
}
