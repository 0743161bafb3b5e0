import { found as foundBy, labeled, named, pod, policy } from './objects';

const found = (...objects: object[]) => foundBy('or-for-and', objects);

const PODS = [
  pod('web', { app: 'web' }),
  pod('prometheus', { app: 'prometheus' }, { namespace: 'monitoring' }),
  pod('grafana', { app: 'grafana' }, { namespace: 'monitoring' }),
];
const MONITORING = { namespaceSelector: named('monitoring') };
const PROMETHEUS = { podSelector: labeled({ app: 'prometheus' }) };

const allowing = (...from: object[]) => policy('web', { ingress: [{ from }] });

describe('or-for-and', () => {
  it('finds a dash too many', () => {
    expect(found(...PODS, allowing(MONITORING, PROMETHEUS))).toEqual([
      'warning NetworkPolicy/shop/web spec.ingress[0].from[1]: the rule allows from all pods in namespaces kubernetes.io/metadata.name=monitoring, and besides from pods app=prometheus in namespace shop; it seems to mean pods app=prometheus in namespaces kubernetes.io/metadata.name=monitoring',
    ]);
    expect(found(...PODS, allowing({ ...MONITORING, ...PROMETHEUS }))).toEqual([]);
  });

  it('finds it in egress and in whichever order', () => {
    const egress = [{ to: [PROMETHEUS, MONITORING] }];
    expect(found(...PODS, policy('web', { policyTypes: ['Egress'], egress }))).toEqual([
      expect.stringContaining('spec.egress[0].to[0]: the rule allows to all pods in namespaces'),
    ]);
  });

  it('finds it of namespaces that were not read, where the pods are nobody in their own', () => {
    const ingress = { namespaceSelector: named('ingress-nginx') };
    expect(found(...PODS, allowing(ingress, { podSelector: labeled({ app: 'controller' }) }))).toHaveLength(1);
    expect(found(...PODS, allowing(ingress, { podSelector: labeled({ app: 'web' }) }))).toEqual([]);
  });

  it('says nothing where both together would be nobody', () => {
    expect(found(...PODS, allowing(MONITORING, { podSelector: labeled({ app: 'web' }) }))).toEqual([]);
  });

  it('says nothing of pods of the own namespace as a whole, nor of peers that say both', () => {
    expect(found(...PODS, allowing(MONITORING, { podSelector: {} }))).toEqual([]);
    expect(found(...PODS, allowing({ ...MONITORING, ...PROMETHEUS }, PROMETHEUS))).toEqual([]);
  });
});
