import { LabelExpression } from '../../src/model/label-expression';
import { Pods } from '../../src/model/pods';
import { refusalOf } from '../refusal';

const web = Pods.labeled({ app: 'web' });

describe('Pods', () => {
  it.each([
    [Pods.all(), 'all pods'],
    [web, 'pods app=web'],
    [Pods.matching(LabelExpression.exists('app')), 'pods app'],
    [web.inNamespace('shop'), 'pods app=web in namespace shop'],
    [web.inNamespaces({ team: 'a' }), 'pods app=web in namespaces team=a'],
    [web.inNamespacesMatching(LabelExpression.doesNotExist('dev')), 'pods app=web in namespaces !dev'],
    [web.inAnyNamespace(), 'pods app=web in any namespace'],
    [Pods.any(), 'all pods in any namespace'],
  ])('are written as people write them: %s', (pods, words) => expect(String(pods)).toBe(words));

  it('are a peer as they are: labels and namespace stay together', () => {
    const pods = web.inNamespace('shop');
    expect(pods.toPeers()).toEqual([pods]);
    expect(pods).toMatchObject({ namespace: 'shop', podSelector: { matchLabels: { app: 'web' } } });
  });

  it('are in the namespaces that were said last', () => {
    expect(web.inNamespace('shop').inNamespaces({ team: 'a' })).toMatchObject({ namespace: undefined });
    expect(web.inAnyNamespace().inNamespace('shop')).toMatchObject({ namespace: 'shop', namespaceSelector: undefined });
  });

  it('stay what they are when others are made of them', () => {
    web.inNamespace('shop');
    expect(web.namespace).toBeUndefined();
  });

  it.each(['Kube_System', 'shop.pay', '', '-shop', 'shop-', 'a'.repeat(64), 'Shop', 'shop\n'])(
    'refuse the namespace %p',
    name => {
      const refusal = refusalOf(() => web.inNamespace(name));
      expect(refusal).toMatchObject({ code: 'namespace', path: 'Pods.inNamespace', value: name });
      expect(refusal.message).toContain('use the name of a namespace, such as shop');
    },
  );

  it.each([
    ['no labels', () => Pods.labeled({}), { code: 'empty-labels', path: 'Pods.labeled' }],
    ['no expressions', () => Pods.matching(), { code: 'empty-labels', path: 'Pods.matching' }],
    ['no namespace', () => web.inNamespace(undefined as never), { code: 'missing', path: 'Pods.inNamespace' }],
    ['null for a namespace', () => web.inNamespace(null as never), { code: 'wrong-type', path: 'Pods.inNamespace' }],
    ['no labels of namespaces', () => web.inNamespaces({}), { code: 'empty-labels', path: 'Pods.inNamespaces' }],
    [
      'no expressions for namespaces',
      () => web.inNamespacesMatching(),
      { code: 'empty-labels', path: 'Pods.inNamespacesMatching' },
    ],
  ])('refuse %s', (_, make, refusal) => expect(refusalOf(make)).toMatchObject(refusal));

  it('say how to mean every pod where no label is given', () => {
    expect(refusalOf(() => Pods.labeled({})).message).toBe(
      'Pods.labeled: no label is given; give a label; every pod is Pods.all(), every namespace inAnyNamespace() [empty-labels]',
    );
  });
});
