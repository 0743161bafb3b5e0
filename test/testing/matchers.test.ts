import { Chart } from 'cdk8s';
import { Direction, Peer, Pods, Port } from '../../src';
import { Network } from '../../src/testing';
import '../../src/testing/jest';
import { deployment, shopApp } from './shop-app';

const { app, policies, workloads, shop } = shopApp();
const network = Network.of(app);
const messageOf = (f: () => void) => {
  try {
    f();
    return 'passes';
  } catch (e) {
    return (e as Error).message;
  }
};

it('prints', () => {
  const all: [string, () => void][] = [
    ['allow ok', () => expect(network).toAllow('shop/frontend', 'shop/backend', Port.tcp(8080))],
    ['deny ok', () => expect(network).toDeny(Pods.any(), shop.database, { except: [shop.backend] })],
    ['not allow', () => expect(network).not.toAllow('shop/frontend', 'shop/database')],
    ['allow fails', () => expect(network).toAllow('shop/frontend', 'shop/database', Port.postgres())],
    ['allow some', () => expect(network).toAllow('shop/frontend', 'shop/backend')],
    ['deny some', () => expect(network).toDeny('shop/frontend', 'shop/backend')],
    ['not.allow some', () => expect(network).not.toAllow('shop/frontend', 'shop/backend')],
    ['not.deny', () => expect(network).not.toDeny('shop/frontend', 'shop/backend')],
    ['not.deny fails', () => expect(network).not.toDeny('shop/frontend', 'shop/database')],
    ['anywhere', () => expect(network).toDeny(Peer.anywhere(), shop.database)],
    ['anywhere ok', () => expect(network).toDeny(Peer.anywhere(), shop.database, { except: [shop.backend] })],
    ['internet', () => expect(network).toDeny(Peer.internet(), shop.database)],
    ['internet2', () => expect(network).toDeny('shop/database', Peer.internet())],
    [
      'egress',
      () =>
        expect(network).toDeny(shop.database, Peer.anywhere(), {
          exceptTo: [Pods.labeled({ 'k8s-app': 'kube-dns' }).inNamespace('kube-system')],
        }),
    ],
    ['egress2', () => expect(network).toDeny(shop.database, Peer.anywhere())],
    ['typo', () => expect(network).toDeny(Pods.any(), Pods.labeled({ tier: 'databse' }).inNamespace('shop'))],
    ['typo ns', () => expect(network).toDeny(Pods.any(), shop.database.inNamespace('shpo'))],
    ['typo any ns', () => expect(network).toDeny(Pods.any(), Pods.labeled({ tear: 'database' }))],
    ['name', () => expect(network).toDeny('shop/frontnd', 'shop/database')],
    ['name not', () => expect(network).not.toDeny('shop/frontnd', 'shop/database')],
    ['bad name', () => expect(network).toDeny('frontend', 'shop/database')],
    ['isolate', () => expect(network).toIsolate(shop.database)],
    ['isolate name', () => expect(network).toIsolate('shop/database', Direction.INGRESS)],
    ['isolate fails', () => expect(network).toIsolate(Pods.labeled({ tier: 'database' }))],
    ['not.isolate fails', () => expect(network).not.toIsolate(Pods.labeled({ tier: 'database' }), Direction.EGRESS)],
    ['isolate addr', () => expect(network).toIsolate('10.0.0.0/8')],
    ['noeffect', () => expect(network).toHaveNoEffectOn(Pods.any().inNamespace('kube-system'))],
    ['noeffect fails', () => expect(network).toHaveNoEffectOn('shop/backend')],
    ['not.noeffect fails', () => expect(network).not.toHaveNoEffectOn(Pods.any().inNamespace('kube-system'))],
    ['equiv', () => expect(network).toBeEquivalentTo(Network.of(policies))],
    ['equiv not', () => expect(network).not.toBeEquivalentTo(Network.of(policies))],
    ['equiv fails', () => expect(network).toBeEquivalentTo(Network.of(workloads))],
    ['8080', () => expect(network).toAllow('shop/frontend', 'shop/backend', 8080 as never)],
    ['empty', () => expect(network).toAllow('shop/frontend', 'shop/backend', [])],
    ['not a network', () => expect(app).toAllow('shop/frontend', 'shop/backend')],
    ['two addresses', () => expect(network).toAllow('10.0.0.1', '10.0.0.2')],
  ];
  const out = all.map(([n, f]) => {
    const t = Date.now();
    const m = messageOf(f);
    return `### ${n} (${Date.now() - t} ms)\n${m}`;
  });
  require('fs').writeFileSync('/tmp/out.txt', out.join('\n'));
  void Chart;
  void deployment;
});
