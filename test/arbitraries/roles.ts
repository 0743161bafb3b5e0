import fc from 'fast-check';
import { Pods } from '../../src';
import { groupOf } from './fields';
import { SelectorSketch } from './labels';
import { groupSketch, PlaceSketch } from './pods';
import { CommonSketch } from './usage';

/** Pods of one construct that are none of its others. */
export interface RoleSketch {
  readonly role: string;
  readonly place: PlaceSketch;
  readonly more: SelectorSketch;
}

/** Labels that keep pods apart from those of other roles, and more that do not. */
export const roleSketch = (role: string): fc.Arbitrary<RoleSketch> =>
  fc.record({
    role: fc.constant(role),
    place: groupSketch.map(({ place }) => place),
    more: fc.constantFrom<SelectorSketch>(
      { labels: {}, expressions: [] },
      { labels: { app: 'web', 'app.kubernetes.io/name': 'web' }, expressions: [] },
      { labels: { tier: '' }, expressions: [{ key: 'app', operator: 'NotIn', values: ['db', 'web'] }] },
    ),
  });

export function roleOf({ role, place, more }: RoleSketch, common: CommonSketch): Pods {
  return groupOf({ pods: { ...more, labels: { ...more.labels, role } }, place }, common);
}
