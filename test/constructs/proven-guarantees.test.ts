import { ApiObject, JsonPatch, Testing } from 'cdk8s';
import { NetworkPolicy, Peer, Port, ProvenGuarantees } from '../../src';
import { SPECIMENS } from '../arbitraries/usages';
import { failure } from '../testing/failure';
import { shopApp } from '../testing/shop-app';
import { testChart } from './synth';

describe('ProvenGuarantees', () => {
  it.each(SPECIMENS)('proves that %s keeps its guarantee in what it writes', (_, { construct, full }) => {
    const chart = testChart();
    new construct(chart, 'a', full);
    new ProvenGuarantees(chart, 'proven');
    expect(() => Testing.synth(chart)).not.toThrow();
  });

  it('lets an app be synthesized whose constructs keep their guarantees, in one namespace or left open', () => {
    const { app, policies, shop } = shopApp();
    new NetworkPolicy(policies, 'metrics', {
      pods: shop.backend,
      ingress: [{ from: [Peer.anywhere()], ports: [Port.all()] }],
    });
    new ProvenGuarantees(app, 'proven');
    expect(() => app.synth()).not.toThrow();
  });

  it('names the construct, the claim, and a connection that breaks it: what was patched counts', () => {
    const { app, shop } = shopApp();
    (shop.node.findChild('backend') as ApiObject).addJsonPatch(JsonPatch.remove('/spec/ingress/0/from'));
    new ProvenGuarantees(app, 'proven');
    expect(failure(() => app.synth())).toMatch(
      new RegExp(
        [
          '^Validation failed with the following errors:',
          " {2}\\[proven\\] ThreeTierApp 'policies/shop' guarantees that isolated pods have no ingress beyond the guarantee; that is not so:",
          '(.*) -> a pod tier=backend in namespace shop, TCP 8080: allowed',
          ' {2}egress of \\1: allowed',
          '[^]*',
          ' {4}allowed by ingress rule 1 of shop/shop-backend \\(policies/shop/backend spec.ingress\\[0\\]\\)',
        ].join('\n'),
      ),
    );
  });

  it('finds that other pods are isolated than those that the construct was given', () => {
    const { app, policies, shop } = shopApp();
    const ingress = [{ from: [Peer.prometheus()], ports: [Port.tcp(9090)] }];
    const policy = new NetworkPolicy(policies, 'metrics', { pods: shop.backend, ingress });
    policy.addJsonPatch(JsonPatch.replace('/spec/podSelector', {}));
    new ProvenGuarantees(app, 'proven');
    expect(failure(() => app.synth())).toContain(
      "NetworkPolicy 'policies/metrics' guarantees that no other pods are isolated for ingress; that is not so:",
    );
  });
});
