import { App, Chart } from 'cdk8s';
import { AllowDns, DefaultDeny, Peer, Pods, Port, ThreeTierApp } from '../../src';
import { refusalOf } from '../refusal';
import { policiesOf, testChart, yamlOf } from './synth';

describe('what is written down about a policy', () => {
  it('stands in its annotations, in alphabetical order', () => {
    const chart = testChart();
    new DefaultDeny(chart, 'deny', {
      owner: 'team-a',
      lastReviewed: '2026-11-21',
      description: 'Closed unless\nopened',
    });
    expect(yamlOf(chart)).toMatchInlineSnapshot(`
     apiVersion: networking.k8s.io/v1
     kind: NetworkPolicy
     metadata:
       annotations:
         kubernetes.io/description: |-
           Closed unless
           opened
         netpol/last-reviewed: "2026-11-21"
         netpol/owner: team-a
       name: deny
       namespace: shop
     spec:
       podSelector: {}
       policyTypes:
         - Ingress
         - Egress

    `);
  });

  it('stands in each policy of a construct', () => {
    const chart = testChart();
    new ThreeTierApp(chart, 'shop', {
      owner: 'team-a',
      frontend: { pods: Pods.labeled({ tier: 'f' }), port: Port.http(), from: [Peer.anywhere()] },
      backend: { pods: Pods.labeled({ tier: 'b' }), port: Port.http() },
      database: { pods: Pods.labeled({ tier: 'd' }), port: Port.http() },
    });
    expect(policiesOf(chart).map(({ metadata }) => metadata.annotations)).toEqual(
      Array(3).fill({ 'netpol/owner': 'team-a' }),
    );
    expect(yamlOf(chart)).not.toMatch(/[&*]a\d/);
  });

  it('stands beside what the chart says about all of its objects', () => {
    const chart = new Chart(new App(), 'chart', { namespace: 'shop', labels: { team: 'a' } });
    const dns = new AllowDns(chart, 'dns', { owner: 'team-a' });
    dns.metadata.addAnnotation('example.com/ticket', '7');
    expect(policiesOf(chart)[0].metadata).toEqual({
      annotations: { 'example.com/ticket': '7', 'netpol/owner': 'team-a' },
      labels: { team: 'a' },
      name: 'dns',
      namespace: 'shop',
    });
  });

  it.each([
    ['a day that never was', { lastReviewed: '2026-02-30' }, 'annotation', 'lastReviewed'],
    ['a Date', { lastReviewed: new Date(0) }, 'wrong-type', 'lastReviewed'],
    ['a description of nothing', { description: ' ' }, 'annotation', 'description'],
    ['an owner that is no text', { owner: 7 }, 'wrong-type', 'owner'],
  ])('is refused where it is %s', (_, ...[props, code, path]) => {
    expect(refusalOf(() => new DefaultDeny(testChart(), 'deny', props as never))).toMatchObject({
      code,
      path: `DefaultDeny 'chart/deny' > ${path}`,
    });
  });
});
