import { Construct } from 'constructs';
import { synthesisChecks } from '../testing/late-synthesis-checks';
import { outermostGuaranteed } from './guaranteed';
import { readingOnce } from './tree-pods';

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
    const { root } = this.node;
    const stated = () => outermostGuaranteed(root).map(({ construct }) => construct);
    this.node.addValidation({
      validate: () => readingOnce(root, () => synthesisChecks().brokenGuarantees(stated())),
    });
  }
}
