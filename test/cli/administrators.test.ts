import { clusterNetworkPolicy, pod } from '../read/manifests';
import { netpolIn } from './netpol';

const DENYING = { ...clusterNetworkPolicy({}), metadata: { name: 'admin' } };
const BASELINE = { ...clusterNetworkPolicy({}, { tier: 'Baseline' }), metadata: { name: 'base' } };

function explain(objects: readonly object[], ...options: string[]) {
  const stdin = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [pod('web'), pod('db'), ...objects] });
  return netpolIn({ stdin }, 'explain', 'shop/web', 'shop/db', '5432', '-', ...options);
}

describe("what administrators' policies deny", () => {
  it('is explained by their rules, and by those that have to go', async () => {
    const { stdout } = await explain([DENYING, BASELINE]);
    expect(stdout.replaceAll(/ \(<stdin>:1:\d+\)/g, '')).toBe(`shop/web -> shop/db, TCP 5432: denied
  egress of shop/web: denied
    Deny by egress rule 1 of ClusterNetworkPolicy/admin
    Deny by egress rule 1 of ClusterNetworkPolicy/base
  ingress of shop/db: allowed
    no policy isolates it
  to allow TCP 5432:
    remove egress rule 1 of ClusterNetworkPolicy/admin
    remove egress rule 1 of ClusterNetworkPolicy/base
`);
  });

  it('is in doubt where the engine enforces them at times only, and nothing is said to change that', async () => {
    const { stdout } = await explain([DENYING], '--engine', 'calico');
    expect(stdout).toContain('perhaps Deny by egress rule 1 of ClusterNetworkPolicy/admin');
    expect(stdout).toContain('    calico enforces ClusterNetworkPolicies in some versions or settings only\n');
    expect(stdout).not.toContain('to allow');
  });

  it('is in the JSON with whether it is sure to apply', async () => {
    const { stdout } = await explain([DENYING], '--json', '--engine', 'calico');
    const [{ egress, changes }] = (JSON.parse(stdout) as { explanations: { egress: object; changes: unknown }[] })
      .explanations;
    expect([egress, changes]).toMatchObject([{ admin: [{ action: 'Deny', applies: 'maybe' }] }, []]);
  });
});
