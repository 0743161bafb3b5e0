import fc from 'fast-check';
import { readObjects } from '../../src/read/read-objects';
import { refusedFields } from '../../test/api-server/api-server';
import { disagreement } from './agreement';
import { verdictOf } from './answer';
import { Manifest } from './api-client';
import { describeApiServer } from './api-server';
import { movedTo, ownNamespace } from './own-namespace';
import { rawPolicy, writtenPolicies } from './raw-policies';

const RUNS = { numRuns: 2000 };

describeApiServer('a real API server, asked about 2,000 random policies,', server => {
  const namespace = ownNamespace(server);
  const ask = async (policy: Manifest) => verdictOf(await server().client.tryToCreate(policy));

  it('accepts what the constructs write', () =>
    fc.assert(
      fc.asyncProperty(writtenPolicies, async policies => {
        for (const policy of policies) expect((await ask(movedTo(namespace, policy))).message).toBe('');
      }),
      RUNS,
    ));

  it('refuses the same as `read`, and names the same fields', () =>
    fc.assert(
      fc.asyncProperty(rawPolicy, async raw => {
        const policy = movedTo(namespace, raw);
        const { findings } = readObjects([{ object: policy, origin: 'raw' }]);
        const paths = findings.map(({ path }) => path);
        expect(disagreement(paths, await ask(policy))).toBeUndefined();
      }),
      RUNS,
    ));

  it('refuses the same as the statement of its rules that the other tests use', () =>
    fc.assert(
      fc.asyncProperty(rawPolicy, async raw => {
        const policy = movedTo(namespace, raw);
        expect(disagreement(refusedFields(policy, namespace), await ask(policy))).toBeUndefined();
      }),
      RUNS,
    ));
});
