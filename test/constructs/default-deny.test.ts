import { DefaultDeny, DefaultDenyProps, describeGuarantee, Direction, Pods } from '../../src';
import { Reach } from './reach';
import { policiesOf, testChart, yamlOf } from './synth';

const SHOP = ['shop/frontend', 'shop/backend', 'shop/database', 'shop/job'];

function reachWith(props?: DefaultDenyProps): Reach {
  const chart = testChart();
  new DefaultDeny(chart, 'default-deny', props);
  return new Reach(policiesOf(chart));
}

describe('DefaultDeny', () => {
  it('isolates every pod of the namespace in both directions, and no other', () => {
    const reach = reachWith();
    expect([reach.isolated('Ingress'), reach.isolated('Egress')]).toEqual([SHOP, SHOP]);
    for (const pod of SHOP) expect([reach.from(pod), reach.to(pod)]).toEqual([[], []]);
  });

  it('isolates in one direction where one is named', () => {
    const ingress = reachWith({ directions: [Direction.INGRESS] });
    expect([ingress.isolated('Ingress'), ingress.isolated('Egress')]).toEqual([SHOP, []]);
    const egress = reachWith({ directions: [Direction.EGRESS] });
    expect([egress.isolated('Ingress'), egress.isolated('Egress')]).toEqual([[], SHOP]);
  });

  it('isolates the selected pods of its namespace alone', () => {
    const reach = reachWith({ pods: Pods.labeled({ tier: 'database' }) });
    expect(reach.isolated('Ingress')).toEqual(['shop/database']);
    expect(reach.from('shop/job')).toContain('shop/frontend everything');
  });

  it('takes the namespace that its pods say', () => {
    expect(reachWith({ pods: Pods.labeled({ tier: 'database' }).inNamespace('pay') }).isolated('Egress')).toEqual([
      'pay/database',
    ]);
  });

  it('writes one short policy', () => {
    const chart = testChart();
    new DefaultDeny(chart, 'default-deny');
    expect(yamlOf(chart)).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       name: default-deny
       namespace: shop
     spec:
       podSelector: {}
       policyTypes:
         - Ingress
         - Egress

    `);
  });

  it('guarantees what it isolates, and opens nothing', () => {
    const deny = new DefaultDeny(testChart(), 'default-deny', { directions: [Direction.EGRESS] });
    expect(deny.guarantee.isolates.map(({ pods, directions }) => `${pods} ${directions}`)).toEqual([
      'all pods in namespace shop Egress',
    ]);
    expect(deny.guarantee.opens).toEqual([]);
  });

  it('guarantees the same in whichever order directions are said, and however often', () => {
    const said = (...directions: Direction[]) =>
      describeGuarantee(new DefaultDeny(testChart(), 'deny', { directions }).guarantee);
    const [ingress, egress] = [Direction.INGRESS, Direction.EGRESS];
    expect(said(egress, ingress, egress)).toBe(said(ingress, egress));
    expect(said(ingress, ingress)).toBe('all pods in namespace shop: isolated for ingress');
  });
});
