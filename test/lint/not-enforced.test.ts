import { found, pod, policy } from './objects';

const BOTH = [policy('a', {}), policy('b', {})];
const ADMIN = {
  apiVersion: 'policy.networking.k8s.io/v1alpha2',
  kind: 'ClusterNetworkPolicy',
  metadata: { name: 'admin' },
  spec: { tier: 'Admin', priority: 1, subject: { namespaces: {} } },
};

const foundOn = (engine: string | undefined, ...objects: object[]) =>
  found('not-enforced', [pod('web', { app: 'web' }), ...objects], { engine });

describe('not-enforced', () => {
  it('finds once that Flannel enforces nothing', () => {
    expect(foundOn('flannel', ...BOTH)).toEqual([
      'error NetworkPolicy/shop/a : flannel enforces no NetworkPolicies: 2 policies are without effect',
    ]);
    expect(foundOn('canal', ...BOTH)).toEqual([]);
    expect(foundOn(undefined, ...BOTH)).toEqual([]);
    expect(foundOn('flannel')).toEqual([]);
  });

  it('finds kinds that an engine does not know, or not in every version', () => {
    expect(foundOn('aws-vpc-cni', ADMIN)).toEqual([
      'error ClusterNetworkPolicy/admin : aws-vpc-cni enforces no ClusterNetworkPolicies: one policy is without effect',
    ]);
    expect(foundOn('calico', ADMIN)).toEqual([
      'warning ClusterNetworkPolicy/admin : calico enforces ClusterNetworkPolicies in some versions or settings only: one policy is perhaps without effect',
    ]);
    expect(foundOn('kube-ovn', ADMIN)).toEqual([]);
  });
});
