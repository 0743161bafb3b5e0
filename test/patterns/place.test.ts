import { checkPolicyName, placeOf } from '../../src/patterns/place';
import { refusalOf } from '../refusal';

const offered = { name: 'deny', namespace: 'shop' };

describe('the place of a construct', () => {
  it('is what the host offers, unless the props say otherwise', () => {
    expect(placeOf({}, offered)).toEqual(offered);
    expect(placeOf({ name: 'closed', namespace: 'pay' }, offered)).toEqual({ name: 'closed', namespace: 'pay' });
    expect(placeOf({ namespaceAgnostic: true }, { name: 'deny' })).toEqual({ name: 'deny', namespace: undefined });
  });

  it.each([
    ['no namespace', () => placeOf({}, { name: 'deny' }), { code: 'namespace', path: 'namespace' }],
    [
      'a namespace and none',
      () => placeOf({ namespaceAgnostic: true }, offered),
      { code: 'conflict', path: 'namespaceAgnostic' },
    ],
    [
      'a namespace that cannot be',
      () => placeOf({ namespace: 'a.b' }, offered),
      { code: 'namespace', path: 'namespace' },
    ],
    ['a name that cannot be', () => checkPolicyName('A'), { code: 'name', path: 'name' }],
    ['a name of 64 characters', () => checkPolicyName('a'.repeat(64)), { code: 'name', path: 'name' }],
    ['a name of 254 characters', () => checkPolicyName('a'.repeat(254)), { code: 'name', path: 'name' }],
  ])('refuses %s', (_, work, refusal) => expect(refusalOf(work)).toMatchObject(refusal));

  it('has names of up to 63 characters', () => expect(checkPolicyName('a'.repeat(63))).toHaveLength(63));
});
