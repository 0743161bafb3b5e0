import fc from 'fast-check';
import { Labels } from '../oracle/cluster';
import { LabelSelector } from '../oracle/manifest';
import { NAME_LABEL, Pool } from './pools';

interface Words {
  readonly keys: readonly string[];
  readonly values: readonly string[];
}

/** Labels of something that exists; some have a value that no policy names. */
export function labelsOf({ keys, values }: Words): fc.Arbitrary<Labels> {
  return fc.dictionary(fc.constantFrom(...keys), fc.constantFrom(...values, 'unnamed'), {
    maxKeys: keys.length,
    noNullPrototype: true,
  });
}

export function selectorsOf({ keys, values }: Words): fc.Arbitrary<LabelSelector> {
  const key = fc.constantFrom(...keys);
  const value = fc.constantFrom(...values);
  const matchLabels = fc.dictionary(key, value, { minKeys: 1, maxKeys: 2, noNullPrototype: true });
  const comparison = fc.record({
    key,
    operator: fc.constantFrom('In', 'NotIn'),
    values: fc.array(value, { minLength: 1, maxLength: 2 }),
  });
  const expression = fc.oneof(comparison, fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }));
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    { weight: 3, arbitrary: fc.record({ matchLabels }) },
    { weight: 2, arbitrary: fc.record({ matchExpressions: fc.array(expression, { minLength: 1, maxLength: 2 }) }) },
  );
}

export function podSelectorsOf({ keys, values }: Pool): fc.Arbitrary<LabelSelector> {
  return selectorsOf({ keys, values });
}

/** By label, or by name as people do. */
export function namespaceSelectorsOf({
  namespaces,
  namespaceKeys,
  namespaceValues,
}: Pool): fc.Arbitrary<LabelSelector> {
  const name = fc.constantFrom(...namespaces);
  return fc.oneof(
    { weight: 3, arbitrary: selectorsOf({ keys: namespaceKeys, values: namespaceValues }) },
    { weight: 2, arbitrary: name.map(one => ({ matchLabels: { [NAME_LABEL]: one } })) },
    {
      weight: 1,
      arbitrary: name.map(one => ({ matchExpressions: [{ key: NAME_LABEL, operator: 'NotIn', values: [one] }] })),
    },
  );
}
