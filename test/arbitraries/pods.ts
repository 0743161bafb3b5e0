import fc from 'fast-check';
import { Pods } from '../../src/model/pods';
import { expressionOf, SelectorSketch, selectorSketch } from './labels';

export const NAMESPACES = ['shop', 'pay', 'kube-system', 'monitoring', 'ingress-nginx'] as const;

/** Where pods are, as plain data: in the construct's namespace, in one by name, in some by labels, in any. */
export type PlaceSketch =
  | { readonly in: 'own' }
  | { readonly in: 'named'; readonly name: string }
  | { readonly in: 'labeled'; readonly namespaces: SelectorSketch }
  | { readonly in: 'any' };

/** Pods as plain data. */
export interface PodsSketch {
  readonly pods: SelectorSketch;
  readonly place: PlaceSketch;
}

const named = fc.constantFrom(...NAMESPACES).map((name): PlaceSketch => ({ in: 'named', name }));

/** Policies go into kube-system only where that is a construct's own namespace. */
const namedYours = fc.constantFrom('shop', 'pay', 'monitoring').map((name): PlaceSketch => ({ in: 'named', name }));

const TEAM_A: SelectorSketch = { labels: { team: 'a' }, expressions: [] };

const namespaces = fc.constantFrom<SelectorSketch>(
  TEAM_A,
  { labels: {}, expressions: [{ key: 'team', operator: 'Exists', values: [] }] },
  { labels: {}, expressions: [{ key: 'team', operator: 'NotIn', values: ['b', 'a'] }] },
  { ...TEAM_A, expressions: [{ key: 'kubernetes.io/metadata.name', operator: 'NotIn', values: ['pay', 'shop'] }] },
);

const OWN: PlaceSketch = { in: 'own' };

const ANY: PlaceSketch = { in: 'any' };

/** Pods of one namespace: those that a policy can select. */
export const groupSketch: fc.Arbitrary<PodsSketch> = fc.record({
  pods: selectorSketch,
  place: fc.oneof({ weight: 3, arbitrary: fc.constant(OWN) }, { weight: 1, arbitrary: namedYours }),
});

/** Pods anywhere: those that a rule can name. */
export const podsSketch: fc.Arbitrary<PodsSketch> = fc.record({
  pods: selectorSketch,
  place: fc.oneof(
    fc.constant(OWN),
    named,
    namespaces.map((labels): PlaceSketch => ({ in: 'labeled', namespaces: labels })),
    fc.constant(ANY),
  ),
});

export function podsOf({ pods, place }: PodsSketch): Pods {
  const selected = selectedOf(pods);
  switch (place.in) {
    case 'own':
      return selected;
    case 'named':
      return selected.inNamespace(place.name);
    case 'labeled':
      return inNamespaces(selected, place.namespaces);
    case 'any':
      return selected.inAnyNamespace();
  }
}

function selectedOf({ labels, expressions }: SelectorSketch): Pods {
  const demands = expressions.map(expressionOf);
  if (Object.keys(labels).length > 0) return Pods.labeled({ ...labels }, ...demands);
  return demands.length > 0 ? Pods.matching(...demands) : Pods.all();
}

function inNamespaces(pods: Pods, { labels, expressions }: SelectorSketch): Pods {
  const demands = expressions.map(expressionOf);
  return Object.keys(labels).length > 0
    ? pods.inNamespaces({ ...labels }, ...demands)
    : pods.inNamespacesMatching(...demands);
}
