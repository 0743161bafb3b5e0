import { netpolIn } from './netpol';

const TEMPLATE = (app: string) => ({ metadata: { labels: { app } }, spec: { containers: [{ name: app }] } });

const controller = (kind: string, name: string) => ({
  apiVersion: 'apps/v1',
  kind,
  metadata: { name, namespace: 's' },
  spec: { selector: { matchLabels: { app: name } }, template: TEMPLATE(name) },
});

const OWNER = { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'web-5d78', uid: '1', controller: true };

const pod = {
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: {
    name: 'web-5d78-abcde',
    namespace: 's',
    labels: { app: 'web', 'pod-template-hash': '5d78' },
    ownerReferences: [OWNER],
  },
  spec: TEMPLATE('web').spec,
};

const service = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'front', namespace: 's' },
  spec: { selector: { app: 'web' }, ports: [{ port: 80 }] },
};

function explain(objects: readonly object[], ...args: string[]) {
  const stdin = objects.map(object => JSON.stringify(object)).join('\n---\n');
  return netpolIn({ stdin }, 'explain', ...args, '-');
}

describe('an end', () => {
  it('keeps its kind where the name alone is ambiguous', async () => {
    const objects = [controller('Deployment', 'web'), controller('StatefulSet', 'web'), controller('Deployment', 'db')];
    const { stdout } = await explain(objects, 's/Deployment/web', 's/StatefulSet/web', '5432');
    expect(stdout).toContain('s/Deployment/web -> s/StatefulSet/web, TCP 5432: allowed');
    expect(stdout).toContain('ingress of s/StatefulSet/web: allowed');
    expect((await explain(objects, 's/Deployment/web', 's/db', '5432')).stdout).toContain('web -> s/db, TCP 5432');
  });

  it.each(['s/web-5d78-abcde', 's/Pod/web-5d78-abcde'])('may be a pod of a controller: %s', async name => {
    const { stdout } = await explain([controller('Deployment', 'web'), pod], name, '192.0.2.1', '443');
    expect(stdout).toContain('s/web -> 192.0.2.1, TCP 443: allowed');
  });

  it.each([
    ['s/Service/front', [controller('Deployment', 'web')], 'no Service was read'],
    [
      's/Service/fron',
      [controller('Deployment', 'web'), service],
      'no such Service was read; did you mean s/Service/fr',
    ],
    ['s/front', [controller('Deployment', 'web'), service], 'no such workload was read; did you mean s/Service/front?'],
    [
      's/web-1',
      ['web-2', 'web-3', 'web-4', 'web-5'].map(name => controller('Deployment', name)),
      'no such workload was read; did you mean s/web-2 or s/web-3 or s/web-4?\n',
    ],
    [
      's/queue',
      ['web', 'db', 'api', 'front'].map(name => controller('Deployment', name)),
      'no such workload was read; there is s/api, s/db, s/front and 1 more\n',
    ],
    ['t/queue', [controller('Deployment', 'web')], 'no such workload was read\n'],
    ['t/web', [controller('Deployment', 'web')], 'no such workload was read; did you mean s/web?'],
    ['s/unlike', [controller('Deployment', 'web')], 'no such workload was read; there is s/web\n'],
    ['s/web', [service], 's/web: no workload was read\n'],
  ])('that is not there is said to be missing as what it is: %s', async (name, objects, words) => {
    const { code, stderr } = await explain(objects, name, '192.0.2.1');
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)]);
  });
});

describe('an end that is a block', () => {
  const pods = [controller('Deployment', 'web')];
  const policy = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'web', namespace: 's' },
    spec: {
      podSelector: {},
      policyTypes: ['Egress'],
      egress: [{ to: [{ ipBlock: { cidr: '11.0.0.0/9' } }], ports: [{ port: 443 }] }],
    },
  };

  it('has its name where all of it is treated alike', async () => {
    const { stdout } = await explain([...pods, policy], 's/web', '12.0.0.0/8', '443');
    expect(stdout).toContain('s/web -> 12.0.0.0/8, TCP 443: denied');
    expect(stdout).toContain('egress to 12.0.0.0/8, TCP 443');
  });

  it('is told in blocks, verdict by verdict', async () => {
    const { stdout } = await explain([...pods, policy], 's/web', '11.0.0.0/8', '443');
    expect(stdout).toContain('s/web -> 11.0.0.0/9, TCP 443: allowed');
    expect(stdout).toContain('s/web -> 11.128.0.0/9, TCP 443: denied');
    const json = await explain([...pods, policy], 's/web', '11.0.0.0/8', '443', '--json');
    expect(JSON.parse(json.stdout).explanations).toMatchObject([{ to: '11.0.0.0/9' }, { to: '11.128.0.0/9' }]);
  });

  it('that policies may tell apart says for which address the verdict is explained', async () => {
    const halves = { ...policy, spec: { ...policy.spec, egress: [...policy.spec.egress, SECOND_HALF] } };
    const { stdout } = await explain([...pods, halves], 's/web', '11.0.0.0/8', '443');
    expect(stdout).toContain('s/web -> 11.0.0.0/8, TCP 443: allowed\n  explained for 11.0.0.0, the first of them\n');
  });

  const SECOND_HALF = { to: [{ ipBlock: { cidr: '11.128.0.0/9' } }], ports: [{ port: 443 }] };
});

describe('without a port', () => {
  const isolated = {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name: 'web', namespace: 's' },
    spec: { podSelector: {} },
  };

  it('the change is about every port where the pods declare none', async () => {
    const { stdout } = await explain([controller('Deployment', 'web'), isolated], '192.0.2.1', 's/web');
    expect(stdout).toContain('to allow all ports:');
  });

  it('the change is about a port that the pods declare', async () => {
    const declaring = controller('Deployment', 'web');
    const container = { name: 'web', ports: [{ containerPort: 8080 }] };
    Object.assign(declaring.spec.template.spec, { containers: [container] });
    expect((await explain([declaring, isolated], '192.0.2.1', 's/web')).stdout).toContain('to allow TCP 8080:');
  });
});
