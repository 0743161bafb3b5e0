import { Decoder, flag, int32, int32OrText, listOf, mapOf, structOf, text } from './decoder';

const labelSelector = structOf({
  matchLabels: mapOf(text),
  matchExpressions: listOf(structOf({ key: text, operator: text, values: listOf(text) })),
});

const peers = listOf(
  structOf({
    podSelector: labelSelector,
    namespaceSelector: labelSelector,
    ipBlock: structOf({ cidr: text, except: listOf(text) }),
  }),
);

const ports = listOf(structOf({ protocol: text, port: int32OrText, endPort: int32 }));

const metadata = structOf({
  name: text,
  generateName: text,
  namespace: text,
  labels: mapOf(text),
  annotations: mapOf(text),
  finalizers: listOf(text),
  ownerReferences: listOf(
    structOf({ apiVersion: text, blockOwnerDeletion: flag, controller: flag, kind: text, name: text, uid: text }),
  ),
});

/**
 * The types of `networking.k8s.io/v1` NetworkPolicy, with the metadata that people write.
 *
 * @see https://github.com/kubernetes/api/blob/master/networking/v1/types.go
 */
export const networkPolicy: Decoder = structOf({
  apiVersion: text,
  kind: text,
  metadata,
  spec: structOf({
    podSelector: labelSelector,
    policyTypes: listOf(text),
    ingress: listOf(structOf({ from: peers, ports })),
    egress: listOf(structOf({ to: peers, ports })),
  }),
});
