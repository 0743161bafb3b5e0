import fc from 'fast-check';
import { refusedFields } from '../../test/api-server/api-server';
import { netpolIn } from '../../test/cli/netpol';
import { disagreement } from './agreement';
import { verdictOf } from './answer';
import { Manifest } from './api-client';
import { describeApiServer } from './api-server';
import { movedTo, ownNamespace } from './own-namespace';
import { rawPolicy, writtenPolicies } from './raw-policies';

/** An entry of what `netpol check --json` prints. */
interface Finding {
  readonly rule: string;
  readonly path?: string;
}

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

  it('refuses the same as `netpol check`, and names the same fields', () =>
    fc.assert(
      fc.asyncProperty(rawPolicy, async raw => {
        const policy = movedTo(namespace, raw);
        const { stdout } = await netpolIn({ stdin: JSON.stringify(policy) }, 'check', '--json', '-');
        const { findings } = JSON.parse(stdout) as { findings: readonly Finding[] };
        const paths = findings.filter(({ rule }) => rule === 'invalid-object').map(({ path = '' }) => path);
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
