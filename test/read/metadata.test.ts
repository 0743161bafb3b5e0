import { fields, networkPolicy, policyOf, read } from './manifests';

const OWNER = { apiVersion: 'example.com/v1', kind: 'App', name: 'shop', uid: '1' };

/** The fields of metadata that are refused. */
function refused(metadata: object): string[] {
  return fields(read(networkPolicy({}, { name: 'web', namespace: 'shop', ...metadata })).findings);
}

// Each was found by asking a real API server about random policies: e2e/apiserver.
describe('metadata', () => {
  it.each([['kubernetes'], ['foregroundDeletion'], ['example.com/keep']])('has finalizers such as %s', finalizer =>
    expect(policyOf(networkPolicy({}, { name: 'web', finalizers: [finalizer] })).name).toBe('web'),
  );

  it.each([['keep'], ['a b/c'], ['é'], [''], [null]])('has no finalizer %j', finalizer =>
    expect(refused({ finalizers: ['kubernetes', finalizer] })).toEqual(['metadata.finalizers[1]']),
  );

  it('has owners', () => expect(refused({ ownerReferences: [OWNER, { ...OWNER, controller: true }] })).toEqual([]));

  it.each([['apiVersion'], ['kind'], ['name'], ['uid']])('names the %s that an owner lacks', key => {
    const path = `metadata.ownerReferences[0].${key}`;
    for (const value of [undefined, null, '']) {
      expect(refused({ ownerReferences: [{ ...OWNER, [key]: value }] })).toEqual([path]);
    }
  });

  it('says of an owner with true and false whether it controls, and whether it waits', () =>
    expect(refused({ ownerReferences: [{ ...OWNER, controller: 'true', blockOwnerDeletion: 1 }] })).toEqual([
      'metadata.ownerReferences[0].blockOwnerDeletion',
      'metadata.ownerReferences[0].controller',
    ]));
});
