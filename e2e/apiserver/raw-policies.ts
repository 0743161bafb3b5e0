import { Testing } from 'cdk8s';
import fc from 'fast-check';
import { USAGES } from '../../test/arbitraries/usages';
import { Manifest } from './api-client';
import { edgeValue, fieldName, junk } from './edge-values';
import { edited, Edit, Json, Place, placesIn, Way } from './edit';

/** The policies that the constructs write. */
export const writtenPolicies: fc.Arbitrary<readonly Manifest[]> = fc
  .oneof(...USAGES.map(([, usage]) => usage))
  .map(usage => Testing.synth(usage.make().chart) as Manifest[]);

const HEAD = { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy' };

/** What the constructs never write, and people do. */
const BY_HAND: readonly Manifest[] = [
  { ...HEAD, metadata: { name: 'a' } },
  { ...HEAD, metadata: { generateName: 'a-', labels: { app: 'a' }, annotations: { 'a/b': 'c' } }, spec: {} },
  {
    ...HEAD,
    metadata: { name: 'a', finalizers: ['a.example/b'], labels: {} },
    spec: {
      podSelector: {
        matchExpressions: [{ key: 'app', operator: 'In', values: ['a', 'b'] }],
        matchLabels: { app: 'a' },
      },
      ingress: [
        {},
        { from: [], ports: [] },
        { from: [{ podSelector: {} }], ports: [{}, { port: 80 }, { port: 'http' }] },
      ],
      egress: [
        { to: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [{ port: 1, endPort: 2 }] },
      ],
    },
  },
];

/** Places that say which object it is; to some of them something may be added. */
const FIXED = /^(apiVersion|kind|metadata\.namespace)$/;
const GROWING = /^(metadata)?$/;

/** A policy to which something was done that makes it illegal, more often than not. */
export const rawPolicy: fc.Arbitrary<Manifest> = fc
  .tuple(
    fc.oneof(
      fc.constantFrom(...BY_HAND),
      writtenPolicies.map(([first]) => first),
    ),
    fc.integer({ min: 1, max: 3 }),
  )
  .chain(([policy, edits]) => manyEdited(policy as unknown as Json, edits))
  .map(policy => policy as unknown as Manifest);

function manyEdited(policy: Json, edits: number): fc.Arbitrary<Json> {
  return edits === 0 ? fc.constant(policy) : onceEdited(policy).chain(each => manyEdited(each, edits - 1));
}

/** Single values more often than what holds them: about those are the rules. */
function onceEdited(policy: Json): fc.Arbitrary<Json> {
  const places = placesIn(policy)
    .filter(({ way }) => !FIXED.test(way.join('.')))
    .flatMap(place => (place.hasInside ? [place] : [place, place, place]));
  return fc.constantFrom(...places).chain(place => editAt(place).map(edit => edited(policy, place.way, edit)));
}

function editAt({ way, hasInside }: Place): fc.Arbitrary<Edit> {
  const field = fieldOf(way);
  const set = (value: fc.Arbitrary<Json>) => value.map((each): Edit => ({ do: 'set', value: each }));
  const add = fieldName(field).chain(key =>
    edgeValue(hasInside && typeof way.at(-1) === 'number' ? key : field).map((value): Edit => ({
      do: 'add',
      key,
      value,
    })),
  );
  const restructure: fc.Arbitrary<Edit> = fc.constantFrom<Edit[]>({ do: 'remove' }, { do: 'repeat' });
  if (GROWING.test(way.join('.'))) return add;
  return fc.oneof(
    { weight: hasInside ? 0 : 20, arbitrary: set(edgeValue(field)) },
    { weight: 1, arbitrary: set(junk) },
    { weight: hasInside ? 10 : 0, arbitrary: add },
    { weight: 1, arbitrary: fieldName(field).map((key): Edit => ({ do: 'rename', key })) },
    { weight: 5, arbitrary: restructure },
  );
}

/** The field that rules are about: of an item its list, of a label the map of labels. */
function fieldOf(way: Way): string {
  const names = way.filter(each => typeof each === 'string');
  return names.find(each => /^(matchLabels|labels|annotations)$/.test(each)) ?? names.at(-1) ?? '';
}
