import { Resource } from '@pulumi/pulumi';
import { nameTaken } from '../../patterns/place';
import { NamedGroup } from '../../patterns/plan';
import { workIn } from '../clusters';

/**
 * Takes the names of a component's policies, or refuses because another component has one of them: of two with one name
 * in a namespace, the cluster keeps the last.
 */
export function claimNames(component: Resource, owner: string, groups: readonly NamedGroup[]): void {
  const { claims } = workIn(component);
  const places = groups.map(({ name, pods }) => ({ name, place: `${pods.namespace ?? ''}/${name}` }));
  for (const { name, place } of places) {
    const other = claims.get(place);
    if (other !== undefined) throw nameTaken(name, other);
  }
  for (const { place } of places) claims.set(place, owner);
}
