import { API_VERSION, KIND, metadataManifest, specManifest } from '../../src/emit/network-policy';
import { PlannedPolicy } from '../../src/model/policy';

/** A policy as the object that is written for it. */
export function manifestOf(policy: PlannedPolicy) {
  return { apiVersion: API_VERSION, kind: KIND, metadata: metadataManifest(policy), spec: specManifest(policy) };
}
