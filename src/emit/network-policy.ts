import { Direction } from '../model/direction';
import { PlannedPolicy } from '../model/policy';
import { EgressManifest, IngressManifest, MetadataManifest, SpecManifest } from './manifest';
import { RuleManifest, ruleManifests } from './rules';
import { selectorManifest } from './selector';

export const API_VERSION = 'networking.k8s.io/v1';

export const KIND = 'NetworkPolicy';

/** The part of a policy that says which one it is. */
export type PolicyHead = Pick<PlannedPolicy, 'annotations' | 'name' | 'namespace'>;

/** The part that names a policy. */
export function metadataManifest({ annotations, name, namespace }: PolicyHead): MetadataManifest {
  const named = namespace === undefined ? { name } : { name, namespace };
  return annotations === undefined ? named : { annotations, ...named };
}

/**
 * The part that says what a policy does.
 *
 * `policyTypes` and every protocol are explicit, so that the API server adds nothing and a GitOps controller sees no drift.
 */
export function specManifest({ namespace, podSelector, ingress, egress }: PlannedPolicy): SpecManifest {
  return {
    ...(egress && egress.length > 0 ? { egress: ruleManifests(egress, namespace).map(egressManifest) } : undefined),
    ...(ingress && ingress.length > 0
      ? { ingress: ruleManifests(ingress, namespace).map(ingressManifest) }
      : undefined),
    podSelector: selectorManifest(podSelector),
    policyTypes: [...(ingress ? [Direction.INGRESS] : []), ...(egress ? [Direction.EGRESS] : [])],
  };
}

function egressManifest({ peers, ports }: RuleManifest): EgressManifest {
  if (ports === undefined) return peers === undefined ? {} : { to: peers };
  return peers === undefined ? { ports } : { ports, to: peers };
}

function ingressManifest({ peers, ports }: RuleManifest): IngressManifest {
  if (ports === undefined) return peers === undefined ? {} : { from: peers };
  return peers === undefined ? { ports } : { from: peers, ports };
}
