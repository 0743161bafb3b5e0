import { Resource, runtime } from '@pulumi/pulumi';
import { nameTaken } from '../patterns/place';
import { NamedGroup } from '../patterns/plan';

/** Who writes which policy, by cluster: of two with one name in a namespace, the cluster keeps the last. */
const CLAIMS = new WeakMap<object, Map<string, string>>();

/** Takes the names of a component's policies, or refuses because another component has one of them. */
export function claimNames(component: Resource, owner: string, groups: readonly NamedGroup[]): void {
  const claims = claimsIn(clusterOf(component));
  const places = groups.map(({ name, pods }) => ({ name, place: `${pods.namespace ?? ''}/${name}` }));
  for (const { name, place } of places) {
    const other = claims.get(place);
    if (other !== undefined) throw nameTaken(name, other);
  }
  for (const { place } of places) claims.set(place, owner);
}

/** The provider stands for the cluster; where there is none, the program does. */
function clusterOf(component: Resource): object {
  return component.getProvider('kubernetes:networking.k8s.io/v1:NetworkPolicy') ?? runtime.getMonitor() ?? CLAIMS;
}

function claimsIn(cluster: object): Map<string, string> {
  const known = CLAIMS.get(cluster);
  if (known !== undefined) return known;
  const claims = new Map<string, string>();
  CLAIMS.set(cluster, claims);
  return claims;
}
