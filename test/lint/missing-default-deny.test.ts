import { found as foundBy, labeled, pod, policy } from './objects';

const found = (...objects: object[]) => foundBy('missing-default-deny', objects);

const PODS = [pod('web', { app: 'web' }), pod('db', { app: 'db' })];
const DB = policy('db', { podSelector: labeled({ app: 'db' }), policyTypes: ['Ingress', 'Egress'] });

describe('missing-default-deny', () => {
  it('finds pods that no policy of their namespace isolates, direction by direction', () => {
    expect(found(...PODS, DB)).toEqual([
      'info Namespace/shop : no policy isolates shop/web for ingress',
      'info Namespace/shop : no policy isolates shop/web for egress',
    ]);
    expect(found(...PODS, DB, policy('default-deny', { policyTypes: ['Ingress', 'Egress'] }))).toEqual([]);
  });

  it('names three pods and counts the others', () => {
    const more = ['a', 'b', 'c'].map(name => pod(name, { app: name }));
    expect(found(...PODS, ...more, policy('db', { podSelector: labeled({ app: 'db' }) }))).toEqual([
      'info Namespace/shop : no policy isolates shop/web, shop/a, shop/b and 1 more for ingress',
    ]);
  });

  it('says nothing of a direction that no policy of the namespace is about', () => {
    expect(found(...PODS, policy('all', { ingress: [] }))).toEqual([]);
  });

  it('says nothing of a namespace without policies, nor of pods on the host network', () => {
    expect(
      found(...PODS, DB, policy('deny', { policyTypes: ['Ingress', 'Egress'] }), pod('x', {}, { namespace: 'b' })),
    ).toEqual([]);
    const onHost = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'agent', namespace: 'shop' },
      spec: { hostNetwork: true, containers: [] },
    };
    const isolated = PODS.map((_, index) =>
      policy(`p${index}`, { podSelector: labeled({ app: ['web', 'db'][index] }) }),
    );
    expect(found(...PODS, onHost, ...isolated)).toEqual([]);
  });
});
