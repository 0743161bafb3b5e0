import { found as foundBy, labeled, pod, policy } from './objects';

const found = (...objects: object[]) => foundBy('selects-no-pod', objects);

const selecting = (podSelector: object) => policy('web', { podSelector });

describe('selects-no-pod', () => {
  const web = pod('web', { app: 'web' });

  it('finds a policy for pods that are not there', () => {
    expect(found(web, selecting(labeled({ app: 'wep' })))).toEqual([
      'warning NetworkPolicy/shop/web spec.podSelector: no pod in namespace shop is app=wep',
    ]);
    expect(found(web, selecting(labeled({ app: 'web' })))).toEqual([]);
  });

  it('finds a selector that no labels fulfil, whatever was read', () => {
    const contradiction = { matchLabels: { app: 'web' }, matchExpressions: [{ key: 'app', operator: 'DoesNotExist' }] };
    expect(found(selecting(contradiction))).toEqual([
      'warning NetworkPolicy/shop/web spec.podSelector: no labels at all fulfil app=web,!app',
    ]);
  });

  it('says nothing where no pod of the namespace was read, or a Service is for such pods', () => {
    expect(found(pod('web', { app: 'web' }, { namespace: 'other' }), selecting(labeled({ app: 'wep' })))).toEqual([]);
    const service = {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'db', namespace: 'shop' },
      spec: { selector: { app: 'db' }, ports: [{ port: 5432 }] },
    };
    expect(found(web, service, selecting(labeled({ app: 'db' })))).toEqual([]);
  });
});
