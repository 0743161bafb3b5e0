import { Construct } from 'constructs';
import { blockMetadata, BlockMetadataProps } from '../patterns/block-metadata';
import { planned } from './intent';
import { PolicyObject } from './policy-object';

/**
 * Lets pods reach everything but the addresses at which clouds hand out instance data and credentials.
 *
 * @example
 * new BlockMetadata(chart, 'no-metadata');
 */
export class BlockMetadata extends PolicyObject {
  constructor(scope: Construct, id: string, props: BlockMetadataProps = {}) {
    super(scope, id, planned({ scope, id }, blockMetadata, props));
  }
}
