import { Output } from '@pulumi/pulumi';
import { Guarantee } from '../../model/guarantee';
import { Pods } from '../../model/pods';
import { Deferred } from '../outputs/deferred';
import { PolicyInputs } from './inputs';

/** A component before its policies are registered. */
export interface Draft {
  /** One for each group of pods; a promise where Outputs are in them, which fails when an Output makes them wrong. */
  readonly policies: readonly PolicyInputs[] | Promise<readonly PolicyInputs[]>;
  /** What tells the policies apart, in their order; empty where there is one. */
  readonly parts: readonly string[];
  /** An Output where the policies wait; unknown where they fail. */
  readonly guarantee: Guarantee | Output<Guarantee>;
  podsOf(group: number): Deferred<Pods>;
}
