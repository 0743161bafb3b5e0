import { API_VERSION, KIND, metadataManifest, specManifest } from '../../src/emit/network-policy';
import { Policy } from '../../src/model/policy';

/** A policy as the object that is written for it. */
export function manifestOf(policy: Policy) {
  return { apiVersion: API_VERSION, kind: KIND, metadata: metadataManifest(policy), spec: specManifest(policy) };
}
