import { Output, output } from '@pulumi/pulumi';
import { metadataManifest, specManifest } from '../emit/network-policy';
import { Guarantee } from '../model/guarantee';
import { Pods } from '../model/pods';
import { Policy } from '../model/policy';
import { Intent } from '../patterns/pattern';
import { guaranteeOf, policyOf } from '../patterns/plan';
import { Deferred } from './deferred';

/** The arguments of one policy's resource, keys in order. */
export interface PolicyInputs {
  readonly metadata: object;
  readonly spec: object;
}

/** A component before it is registered: how many policies it has and what they are called is fixed. */
export interface Draft {
  /** Where values are on their way, stand-ins are in it. */
  readonly structure: Intent;
  /** All that is known, once it is. */
  readonly settling: Promise<Intent>;
  readonly guarantee: Output<Guarantee>;
  inputsOf(group: number): PolicyInputs;
  podsOf(group: number): Deferred<Pods>;
}

/** A component without Outputs. */
export function knownDraft(structure: Intent): Draft {
  return {
    structure,
    settling: Promise.resolve(structure),
    guarantee: output(undefined).apply(() => guaranteeOf(structure.plan)),
    inputsOf: group => {
      const policy = policyIn(structure, group);
      return { metadata: metadataManifest(policy), spec: specManifest(policy) };
    },
    podsOf: group => Deferred.known(structure.plan.groups[group].pods),
  };
}

/** The policy of one group. */
export function policyIn({ plan, annotations }: Intent, group: number): Policy {
  return { ...policyOf(plan.groups[group], plan), annotations };
}
