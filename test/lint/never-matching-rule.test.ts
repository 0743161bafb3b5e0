import { found as foundBy, labeled, named, namespace, pod, policy } from './objects';

const found = (...objects: object[]) => foundBy('never-matching-rule', objects);

const PODS = [pod('web', { app: 'web' }), pod('db', { app: 'db' })];

function allowing(...from: object[]): object {
  return policy('web', { ingress: [{ from }] });
}

describe('never-matching-rule', () => {
  it('finds a label that no pod of the namespace has, and says which there are', () => {
    expect(found(...PODS, allowing({ podSelector: labeled({ app: 'wep' }) }))).toEqual([
      'warning NetworkPolicy/shop/web spec.ingress[0].from[0]: the rule allows nobody: no pod in namespace shop is app=wep, there are app=db, app=web',
    ]);
    expect(found(...PODS, allowing({ podSelector: labeled({ app: 'web' }) }))).toEqual([]);
  });

  it('finds a label that no pod has at all', () => {
    expect(found(...PODS, allowing({ podSelector: labeled({ tier: 'web' }) }))).toEqual([
      'warning NetworkPolicy/shop/web spec.ingress[0].from[0]: the rule allows nobody: no pod in namespace shop is tier=web, none has a label tier',
    ]);
  });

  it('does not take a name that every object has for a label', () => {
    expect(found(...PODS, allowing({ podSelector: labeled({ constructor: 'web' }) }))).toEqual([
      'warning NetworkPolicy/shop/web spec.ingress[0].from[0]: the rule allows nobody: no pod in namespace shop is constructor=web, none has a label constructor',
    ]);
  });

  it('finds pods that are not there in another namespace, and in any', () => {
    const monitoring = pod('prometheus', { app: 'prometheus' }, { namespace: 'monitoring' });
    const peer = (namespaceSelector: object) => ({ namespaceSelector, podSelector: labeled({ app: 'grafana' }) });
    expect(found(...PODS, monitoring, allowing(peer(named('monitoring'))))).toEqual([
      'warning NetworkPolicy/shop/web spec.ingress[0].from[0]: the rule allows nobody: no pod in namespace monitoring is app=grafana, there are app=prometheus',
    ]);
    expect(found(...PODS, monitoring, allowing(peer({})))).toEqual([
      'warning NetworkPolicy/shop/web spec.ingress[0].from[0]: the rule allows nobody: no pod in any namespace is app=grafana',
    ]);
  });

  it('finds the label name where only the automatic label exists', () => {
    const monitoring = pod('prometheus', { app: 'prometheus' }, { namespace: 'monitoring' });
    const [finding, ...others] = found(
      ...PODS,
      monitoring,
      allowing({ namespaceSelector: labeled({ name: 'monitoring' }) }),
    );
    expect(finding).toBe(
      'warning NetworkPolicy/shop/web spec.ingress[0].from[0]: the rule allows nobody: no namespace has the label name=monitoring, as far as they were read',
    );
    expect(others).toEqual([]);
    expect(found(...PODS, monitoring, allowing({ namespaceSelector: named('monitoring') }))).toEqual([]);
  });

  it('finds it of a namespace that was not read, unless others have such a label', () => {
    const kubeSystem = allowing({ namespaceSelector: labeled({ name: 'kube-system' }) });
    expect(found(...PODS, kubeSystem)).toHaveLength(1);
    expect(found(...PODS, kubeSystem, namespace('shop', { name: 'shop' }))).toEqual([]);
    expect(found(...PODS, allowing({ namespaceSelector: named('kube-system') }))).toEqual([]);
  });

  it('leaves the label name alone where a namespace has it', () => {
    const monitoring = [
      namespace('monitoring', { name: 'monitoring' }),
      pod('prometheus', { app: 'prometheus' }, { namespace: 'monitoring' }),
    ];
    expect(found(...PODS, ...monitoring, allowing({ namespaceSelector: labeled({ name: 'monitoring' }) }))).toEqual([]);
  });

  it('finds a selector that no labels fulfil, whatever was read', () => {
    const matchExpressions = [
      { key: 'app', operator: 'In', values: ['web'] },
      { key: 'app', operator: 'NotIn', values: ['web'] },
    ];
    expect(found(allowing({ podSelector: { matchExpressions } }))).toEqual([
      'warning NetworkPolicy/shop/web spec.ingress[0].from[0]: the rule allows nobody: no labels at all fulfil app=web,app!=web',
    ]);
  });

  it('counts egress as well, and only rules of which every peer is nobody', () => {
    const wrong = { podSelector: labeled({ app: 'wep' }) };
    expect(found(...PODS, policy('web', { policyTypes: ['Egress'], egress: [{ to: [wrong] }] }))).toHaveLength(1);
    expect(found(...PODS, allowing(wrong, { podSelector: labeled({ app: 'web' }) }))).toEqual([]);
    expect(found(...PODS, allowing(wrong, { ipBlock: { cidr: '203.0.113.0/24' } }))).toEqual([]);
  });

  it('says nothing of pods that may be there, since their namespace was not read', () => {
    expect(found(allowing({ podSelector: labeled({ app: 'wep' }) }))).toEqual([]);
    expect(found(...PODS, allowing({ namespaceSelector: labeled({ team: 'x' }) }))).toEqual([]);
    expect(
      found(
        ...PODS,
        namespace('other'),
        allowing({ namespaceSelector: named('other'), podSelector: labeled({ app: 'x' }) }),
      ),
    ).toEqual([]);
  });

  it('says nothing of pods that a Service is for: an operator makes them', () => {
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'prometheus', namespace: 'shop' },
      spec: { selector: { app: 'prometheus', instance: 'k8s' }, ports: [{ port: 9090 }] },
    };
    expect(found(...PODS, service, allowing({ podSelector: labeled({ app: 'prometheus' }) }))).toEqual([]);
    expect(found(...PODS, service, allowing({ podSelector: labeled({ app: 'alertmanager' }) }))).toHaveLength(1);
  });
});
