import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, netpol, THREE_TIER } from './netpol';

const WORKLOADS = readFileSync(join(THREE_TIER, 'workloads.k8s.yaml'), 'utf8');
const POLICIES = readFileSync(join(THREE_TIER, 'policies.k8s.yaml'), 'utf8');

const EXPECTATIONS = `expectations:
  - from: shop/frontend
    to: shop/backend
    port: 8080
    expect: allow
    because: the shop page calls the API
  - from: { podSelector: {} }
    to: shop/frontend
    port: 3000
    except: [{ namespace: ingress-nginx, pods: { app.kubernetes.io/name: ingress-nginx } }]
    expect: deny
    because: only the ingress controller comes in
  - from: { namespace: shop, pods: { app: shop, tier: backend } }
    to: { namespace: kube-system, pods: { k8s-app: kube-dns } }
    port: 53
    protocol: UDP
    expect: allow
  - from: { namespace: monitoring, pods: { app.kubernetes.io/name: prometheus } }
    to: shop/frontend
    port: 9090
    expect: allow
`;

/** Who talks to the shop from elsewhere. */
const OTHERS = [
  pod('ingress-nginx', { 'app.kubernetes.io/name': 'ingress-nginx', 'app.kubernetes.io/component': 'controller' }),
  pod('monitoring', { 'app.kubernetes.io/name': 'prometheus' }),
  pod('kube-system', { 'k8s-app': 'kube-dns' }),
].join('\n---\n');

/** What a new user is told about the example, broken in one way. */
describe('the three-tier example', () => {
  const { test, diff, check } = broken('intact', POLICIES);

  it('keeps its promises', async () =>
    expect(await test()).toBe(`ok    shop/frontend -> shop/backend, TCP 8080: allowed
ok    all pods in any namespace except pods app.kubernetes.io/name=ingress-nginx in namespace ingress-nginx -> shop/frontend, TCP 3000: denied
ok    pods app=shop,tier=backend in namespace shop -> pods k8s-app=kube-dns in namespace kube-system, UDP 53: allowed
ok    pods app.kubernetes.io/name=prometheus in namespace monitoring -> shop/frontend, TCP 9090: allowed

4 hold, 0 do not
`));

  it('has nothing to find', async () => expect(await check()).toBe('no findings\n'));

  it('is not changed', async () => expect(await diff()).toBe('nothing changes\n'));
});

describe('without its policy for DNS', () => {
  const { test, diff, check } = broken('without-dns', without('dns'));

  it('breaks the promise that names it', async () =>
    expect(await test()).toContain(
      `FAIL  pods app=shop,tier=backend in namespace shop -> pods k8s-app=kube-dns in namespace kube-system, UDP 53
      has to be allowed, it is denied
      denied: a pod app=shop,tier=backend in namespace shop -> a pod k8s-app=kube-dns in namespace kube-system UDP 53
      by shop/default-deny (policies.yaml:1:1)
      by shop/shop-backend (policies.yaml:47:1)
      by shop/payments (policies.yaml:102:1)
      stated at expectations.yaml:13:5
`,
    ));

  it('is found by check', async () =>
    expect(await check()).toContain(
      `policies.yaml:1:1: warning: shop/frontend, shop/backend may send to others, and cannot resolve names: nothing allows UDP 53 or 5353 [egress-without-dns]
    in NetworkPolicy/shop/default-deny
    fix: `,
    ));

  it('differs for pods that are not in the folder', async () =>
    expect(await diff()).toBe(`nothing changes for pods that were read

for pods that were not read, less is allowed, such as
  a pod app=shop,tier=backend in namespace shop -> a pod k8s-app=kube-dns in namespace kube-system TCP 53
`));
});

describe('with OR where AND is meant', () => {
  // One dash too many: the ingress controller becomes anyone of its namespace, or pods of the shop that are labelled so.
  const dash = POLICIES.replace('ingress-nginx\n          podSelector:', 'ingress-nginx\n        - podSelector:');
  const { test, diff, check } = broken('or-for-and', dash);

  it('breaks the promise, and names the policy', async () =>
    expect(await test()).toContain(
      `FAIL  all pods in any namespace except pods app.kubernetes.io/name=ingress-nginx in namespace ingress-nginx -> shop/frontend, TCP 3000
      has to be denied, a part is allowed
      because: only the ingress controller comes in
      allowed: a pod without labels in namespace ingress-nginx -> shop/frontend TCP 3000
      by shop/shop-frontend (policies.yaml:12:1)
      stated at expectations.yaml:7:5
`,
    ));

  it('is found by check', async () =>
    expect(await check()).toContain(
      `policies.yaml:32:11: warning: the rule allows from all pods in namespaces kubernetes.io/metadata.name=ingress-nginx, and besides from pods app.kubernetes.io/component=controller,app.kubernetes.io/name=ingress-nginx in namespace shop; `,
    ));

  it('differs', async () => expect(await diff()).toContain('for pods that were not read, more is allowed, such as\n'));
});

describe("with the wrong label for another team's namespace", () => {
  const { test, diff, check } = broken(
    'wrong-label',
    POLICIES.replace(/kubernetes.io\/metadata.name: monitoring/g, 'name: monitoring'),
  );

  it('breaks the promise of whoever comes from there', async () =>
    expect(await test()).toContain(
      'FAIL  pods app.kubernetes.io/name=prometheus in namespace monitoring -> shop/frontend, TCP 9090\n      has to be allowed, only a part is allowed',
    ));

  it('is found by check', async () =>
    expect(await check()).toContain(
      `policies.yaml:195:11: warning: the rule allows nobody: namespace monitoring has no label name=monitoring, as far as it was read [never-matching-rule]
    in NetworkPolicy/shop/metrics spec.ingress[0].from[0]
    fix: write kubernetes.io/metadata.name: monitoring, the label that every namespace has
`,
    ));

  it('differs', async () => expect(await diff()).toContain('for pods that were not read, less is allowed, such as\n'));
});

/** The commands of the example with other policies; what they print, by names of files alone. */
function broken(name: string, policies: string) {
  const folder = folderOf({
    [`${name}/policies.yaml`]: policies,
    [`${name}/workloads.yaml`]: WORKLOADS,
    'expectations.yaml': EXPECTATIONS,
    'others.yaml': OTHERS,
  });
  const said = async (...args: string[]) => {
    const { stdout, stderr } = await netpol(...args);
    expect(stderr).toBe('');
    return stdout.replaceAll(`${folder}/${name}/`, '').replaceAll(`${folder}/`, '');
  };
  return {
    test: () => said('test', `${folder}/expectations.yaml`, `${folder}/${name}`),
    check: () => said('check', `${folder}/${name}`, `${folder}/others.yaml`),
    diff: () => said('diff', THREE_TIER, `${folder}/${name}`),
  };
}

function pod(namespace: string, labels: object): string {
  const metadata = { name: 'pod', namespace, labels };
  return JSON.stringify({ apiVersion: 'v1', kind: 'Pod', metadata, spec: { containers: [] } });
}

function without(name: string): string {
  const documents = POLICIES.split('---\n').filter(text => !text.includes(`\n  name: ${name}\n`));
  return documents.join('---\n');
}
