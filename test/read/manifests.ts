import { Policy } from '../../src/model/policy';
import { readObjects } from '../../src/read/read-objects';
import { Finding, Reading } from '../../src/read/reading';

/** A NetworkPolicy as an object. */
export function networkPolicy(spec: unknown, metadata: object = { name: 'web', namespace: 'shop' }): object {
  return { apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata, spec };
}

/** A ClusterNetworkPolicy with one egress rule, whose parts may be replaced. */
export function clusterNetworkPolicy(rule: object, spec: object = {}): object {
  return {
    apiVersion: 'policy.networking.k8s.io/v1alpha2',
    kind: 'ClusterNetworkPolicy',
    metadata: { name: 'admin' },
    spec: {
      tier: 'Admin',
      priority: 10,
      subject: { namespaces: {} },
      egress: [{ action: 'Deny', to: [{ namespaces: {} }], ...rule }],
      ...spec,
    },
  };
}

export function pod(name: string, more: { metadata?: object; spec?: object; status?: object } = {}): object {
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', ...more.metadata },
    spec: { containers: [], ...more.spec },
    status: more.status,
  };
}

export function read(...objects: unknown[]): Reading {
  return readObjects(objects.map((object, index) => ({ object, origin: `object ${index}` })));
}

/** The only policy of what was read without a finding. */
export function policyOf(object: unknown): Policy {
  const { cluster, findings } = read(object);
  expect(findings).toEqual([]);
  expect(cluster.policies).toHaveLength(1);
  return cluster.policies[0];
}

/** What a policy does, in words; `open` for a direction that it does not isolate. */
export function inWords({ podSelector, ingress, egress }: Policy): object {
  const rules = (list: Policy['ingress']) =>
    list?.map(({ peers, ports }) => `${peers.join(' or ')} on ${ports.join(' or ')}`) ?? 'open';
  return { pods: String(podSelector), ingress: rules(ingress), egress: rules(egress) };
}

/** The fields that are refused, each once. */
export function fields(findings: readonly Finding[]): string[] {
  return findings.map(({ path }) => path).sort();
}
