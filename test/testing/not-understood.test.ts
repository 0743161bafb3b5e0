import { ApiObject, App, Chart } from 'cdk8s';
import { DefaultDeny, Expectation, NetworkExpectations, Peer, Pods, ProvenGuarantees } from '../../src';
import { Network } from '../../src/testing';
import '../../src/testing/jest';
import { failure } from './failure';
import { deployment } from './shop-app';

const CILIUM = 'CiliumNetworkPolicy.cilium.io';
const FIX = `leave it aside with ignoreKinds: ['${CILIUM}']`;
const UNTOLD = `who reaches whom cannot be told: 1 ${CILIUM} is not understood; ${FIX}`;

const database = Pods.labeled({ app: 'db' }).inNamespace('shop');

const namespace = { kind: 'Namespace', apiVersion: 'v1', metadata: { name: 'shop' } };

/** Pods of a Deployment that nobody may reach, as far as NetworkPolicies go. */
function closedChart(): Chart {
  const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
  new DefaultDeny(chart, 'deny');
  deployment(chart, 'db', { labels: { app: 'db' } });
  return chart;
}

/** Lets everyone in, in words that only Cilium knows. */
function openForCilium(chart: Chart, id = 'open'): void {
  const spec = { endpointSelector: {}, ingress: [{ fromEntities: ['all'] }] };
  new ApiObject(chart, id, { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', spec });
}

/** Pods of a kind that has a pod template and is not read. */
const ROLLOUT = {
  apiVersion: 'argoproj.io/v1alpha1',
  kind: 'Rollout',
  metadata: { name: 'canary' },
  spec: { template: { metadata: { labels: { app: 'db' } }, spec: { containers: [] } } },
};

/** A Service of the pods `app: db`. */
function databaseService(chart: Chart): void {
  const spec = { selector: { app: 'db' }, ports: [{ port: 5432 }] };
  new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', metadata: { name: 'db' }, spec });
}

function opened(): Chart {
  const chart = closedChart();
  openForCilium(chart);
  return chart;
}

describe('a policy of a kind that is not understood', () => {
  const network = Network.of(opened());

  it.each<readonly [string, () => void]>([
    ['toAllow', () => expect(network).toAllow('shop/db', '192.0.2.1')],
    ['toDeny', () => expect(network).toDeny(Pods.any(), database)],
    ['toIsolate', () => expect(network).toIsolate(database)],
    ['toHaveNoEffectOn', () => expect(network).toHaveNoEffectOn(Pods.any().inNamespace('kube-system'))],
    ['toBeEquivalentTo', () => expect(network).toBeEquivalentTo(Network.of(closedChart()))],
    ['toBeEquivalentTo, on the other side', () => expect(Network.of(closedChart())).toBeEquivalentTo(network)],
    ['not.toAllow', () => expect(network).not.toAllow(Pods.any(), database)],
    ['not.toDeny', () => expect(network).not.toDeny(Pods.any(), Pods.any())],
    ['not.toIsolate', () => expect(network).not.toIsolate(Pods.any().inNamespace('kube-system'))],
    ['not.toHaveNoEffectOn', () => expect(network).not.toHaveNoEffectOn(database)],
    ['not.toBeEquivalentTo', () => expect(network).not.toBeEquivalentTo(Network.of([namespace]))],
  ])('fails %s: it may allow or deny anything', (_, expectation) => expect(failure(expectation)).toBe(UNTOLD));

  it('is left aside where that is said, and no other kind with it', () => {
    const chart = opened();
    expect(Network.of(chart, { ignoreKinds: [CILIUM] })).toDeny(Pods.any(), database);
    const other = Network.of(chart, {
      ignoreKinds: ['CiliumNetworkPolicy', 'CiliumClusterwideNetworkPolicy.cilium.io'],
    });
    expect(failure(() => expect(other).toDeny(Pods.any(), database))).toBe(UNTOLD);
    expect(failure(() => Network.of(chart, { ignoreKinds: [] }))).toContain('ignoreKinds: the list is empty');
  });

  it('is counted, and named beside others', () => {
    const chart = opened();
    openForCilium(chart, 'again');
    new ApiObject(chart, 'istio', { apiVersion: 'security.istio.io/v1', kind: 'AuthorizationPolicy', spec: {} });
    const istio = 'AuthorizationPolicy.security.istio.io';
    expect(failure(() => expect(Network.of(chart)).toDeny(Pods.any(), database))).toBe(
      `who reaches whom cannot be told: 1 ${istio}, 2 ${CILIUM} are not understood; leave them aside with ignoreKinds: ['${istio}', '${CILIUM}']`,
    );
  });
});

describe('NetworkExpectations with such a policy', () => {
  const promised = [Expectation.deny({ from: Pods.any(), to: database }), Expectation.isolate(database)];

  it('fail synthesis, with one error for all of them', () => {
    const chart = opened();
    new NetworkExpectations(chart, 'promises', { expect: promised });
    expect(failure(() => App.of(chart).synth())).toBe(
      `Validation failed with the following errors:\n  [shop/promises] ${UNTOLD}`,
    );
  });

  it('are about the others where it is left aside', () => {
    const chart = opened();
    new NetworkExpectations(chart, 'promises', { expect: promised, ignoreKinds: [CILIUM] });
    expect(() => App.of(chart).synth()).not.toThrow();
  });
});

describe('ProvenGuarantees with such a policy', () => {
  it('are about the policies of each construct: one that stands elsewhere is not its own', () => {
    const chart = opened();
    new ProvenGuarantees(chart, 'proven');
    expect(() => App.of(chart).synth()).not.toThrow();
  });

  it('fail synthesis where a construct has one in it', () => {
    const chart = closedChart();
    const deny = new DefaultDeny(chart, 'database', { pods: database });
    new ApiObject(deny, 'open', { apiVersion: 'cilium.io/v2', kind: 'CiliumNetworkPolicy', spec: {} });
    new ProvenGuarantees(chart, 'proven');
    expect(failure(() => App.of(chart).synth())).toContain(
      `whether DefaultDeny 'shop/database' keeps its guarantee cannot be told: 1 ${CILIUM} is not understood`,
    );
  });
});

describe('pods of a kind that is not understood', () => {
  const chart = closedChart();
  new ApiObject(chart, 'canary', ROLLOUT);
  databaseService(chart);
  const network = Network.of(chart);
  const rollouts = '1 Rollout.argoproj.io is not understood';

  it('change nothing for pods that could exist, workloads that were read, and addresses', () => {
    expect(network).toDeny(Pods.any(), database);
    expect(network).toDeny(Peer.anywhere(), 'shop/db');
    expect(network).toIsolate(Pods.any().inNamespace('shop'));
    expect(network).toBeEquivalentTo(Network.of(closedChart()));
  });

  it('may be behind a Service: nothing is said of it unless they are left aside', () => {
    const claim = (of: Network) => expect(of).toDeny(Pods.any(), 'shop/Service/db');
    expect(failure(() => claim(network))).toBe(
      `which pods are behind shop/Service/db cannot be told: ${rollouts}; leave it aside with ignoreKinds: ['Rollout.argoproj.io']`,
    );
    expect(failure(() => expect(network).toIsolate('shop/Service/db'))).toContain(rollouts);
    const except = { except: ['shop/Service/db'] };
    expect(failure(() => expect(network).toDeny(Pods.any(), database, except))).toContain(rollouts);
    claim(Network.of(chart, { ignoreKinds: ['Rollout.argoproj.io'] }));
  });

  describe('in a namespace', () => {
    const read = closedChart();
    databaseService(read);
    const networkWith = (...metadata: readonly object[]) =>
      Network.of([read, ...metadata.map(each => ({ ...ROLLOUT, metadata: each }))]);
    const claim = (of: Network) => expect(of).toDeny(Pods.any(), 'shop/Service/db');

    it('are behind no Service of another', () =>
      claim(networkWith({ name: 'canary', namespace: 'other' }, { name: 'canary', namespace: 'default' })));

    it('are counted for its Services alone', () =>
      expect(
        failure(() => claim(networkWith({ namespace: 'other' }, { namespace: 'shop' }, { namespace: 'third' }))),
      ).toContain(`which pods are behind shop/Service/db cannot be told: ${rollouts}`));

    it.each([[{ name: 'canary' }], [{ namespace: '' }], [{ namespace: 7 }]])(
      'that is not given, as in %j, they may be behind any Service',
      metadata => expect(failure(() => claim(networkWith(metadata)))).toContain(rollouts),
    );
  });

  it('are named where a name or a label stands for nothing that was read', () => {
    expect(failure(() => expect(network).toDeny(Pods.any(), 'shop/canary'))).toBe(
      `shop/canary: no such workload was read; there is shop/db, shop/Service/db; ${rollouts}`,
    );
    const canary = Pods.labeled({ app: 'db', track: 'canary' }).inNamespace('shop');
    expect(failure(() => expect(network).toDeny(Pods.any(), canary))).toMatch(
      /^nothing that was read is about .*; 1 Rollout\.argoproj\.io is not understood$/,
    );
  });
});

describe('a kind that would command a terminal', () => {
  const foreign = 'x\u001B[2J';
  const shown = String.raw`x\u001b[2J`;
  const spec = { template: { metadata: {}, spec: { containers: [] } } };

  it.each<readonly [string, string, (chart: Chart) => void]>([
    ['of policies', 'NetworkPolicy', chart => expect(Network.of(chart)).toIsolate(database)],
    ['of pods behind a Service', 'Pods', chart => expect(Network.of(chart)).toIsolate('shop/Service/db')],
    ['of pods of no name', 'Pods', chart => expect(Network.of(chart)).toIsolate('shop/canary')],
    [
      'of policies of a construct',
      'NetworkPolicy',
      chart => {
        new ProvenGuarantees(chart, 'proven');
        App.of(chart).synth();
      },
    ],
  ])('%s is written out', (_, kind, claim) => {
    const chart = closedChart();
    databaseService(chart);
    const deny = new DefaultDeny(chart, 'database', { pods: database });
    new ApiObject(deny, 'foreign', { apiVersion: 'example.com/v1', kind: `${foreign}${kind}`, spec });
    const said = failure(() => claim(chart));
    expect(said).toContain(`1 ${shown}${kind}.example.com is not understood`);
    expect(said).not.toContain('\u001B');
  });
});
