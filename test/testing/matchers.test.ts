import { App, Chart } from 'cdk8s';
import { DefaultDeny, Direction, Peer, Pods, Port } from '../../src';
import { Network } from '../../src/testing';
import '../../src/testing/jest';
import { failure } from './failure';
import { deployment, shopApp } from './shop-app';

const { app, workloads, shop } = shopApp();
const network = Network.of(app);
const kubeDns = Pods.labeled({ 'k8s-app': 'kube-dns' }).inNamespace('kube-system');

describe('toAllow', () => {
  it('passes where every connection is allowed: between workloads, and between all pods that could exist', () => {
    expect(network).toAllow('shop/frontend', 'shop/backend', Port.tcp(8080));
    expect(network).toAllow(shop.frontend, 'shop/Deployment/backend', [Port.tcp(8080)]);
    expect(network).toAllow(shop.frontend, kubeDns, { ports: Port.dns() });
  });

  it('says which connection is denied, by which policies of which constructs, and what would allow it', () => {
    expect(failure(() => expect(network).toAllow('shop/frontend', 'shop/database', Port.postgres()))).toBe(
      [
        'every connection shop/frontend -> shop/database TCP 5432 should be allowed; this one is not:',
        'shop/frontend -> shop/database, TCP 5432: denied',
        '  egress of shop/frontend: denied',
        '    isolated by',
        '      shop/default-deny (policies/default-deny)',
        '      shop/shop-frontend (policies/shop/frontend)',
        '    no rule names shop/database',
        '  ingress of shop/database: denied',
        '    isolated by',
        '      shop/default-deny (policies/default-deny)',
        '      shop/shop-database (policies/shop/database)',
        '    no rule names shop/frontend',
        '  to allow TCP 5432:',
        '    add to shop/shop-frontend (policies/shop/frontend):',
        '      egress to pods tier=database in namespace shop, TCP 5432',
        '    add to shop/shop-database (policies/shop/database):',
        '      ingress from pods tier=frontend in namespace shop, TCP 5432',
      ].join('\n'),
    );
  });

  it('fails where only a part is allowed', () => {
    expect(failure(() => expect(network).toAllow('shop/frontend', 'shop/backend'))).toContain(
      'shop/backend, TCP 1: denied',
    );
  });

  it('passes after not where nothing is allowed, and fails where a part is', () => {
    expect(network).not.toAllow('shop/frontend', 'shop/database');
    expect(failure(() => expect(network).not.toAllow('shop/frontend', 'shop/backend'))).toContain(
      'no connection shop/frontend -> shop/backend should be allowed; this one is:',
    );
  });
});

describe('toDeny', () => {
  it('passes where no pod that could exist gets through, those aside that are named', () => {
    expect(network).toDeny(Pods.any(), shop.database, { except: [shop.backend] });
    expect(network).toDeny(Peer.anywhere(), shop.database, { except: ['shop/backend'] });
    expect(network).toDeny(Peer.anywhere(), shop.database, { except: ['shop/backend', '0.0.0.0/0'] });
    expect(network).toDeny(shop.database, Peer.anywhere(), { exceptTo: [kubeDns] });
    expect(network).toDeny('203.0.113.7', 'shop/frontend');
    expect(network).toDeny('shop/database', Peer.internet());
  });

  it('comes with a pod that could exist and gets through, and the rule that lets it', () => {
    expect(failure(() => expect(network).toDeny(Pods.any(), shop.database, Port.postgres()))).toBe(
      [
        'no connection all pods in any namespace -> pods tier=database in namespace shop TCP 5432 should be allowed; this one is:',
        'a pod tier=backend in namespace shop -> a pod tier=database in namespace shop, TCP 5432: allowed',
        '  egress of a pod tier=backend in namespace shop: allowed',
        '    isolated by',
        '      shop/default-deny (policies/default-deny)',
        '      shop/shop-backend (policies/shop/backend)',
        '    allowed by egress rule 2 of shop/shop-backend (policies/shop/backend spec.egress[1])',
        '  ingress of a pod tier=database in namespace shop: allowed',
        '    isolated by',
        '      shop/default-deny (policies/default-deny)',
        '      shop/shop-database (policies/shop/database)',
        '    allowed by ingress rule 1 of shop/shop-database (policies/shop/database spec.ingress[0])',
        '  to deny TCP 5432:',
        '    remove ingress rule 1 of shop/shop-database (policies/shop/database spec.ingress[0])',
      ].join('\n'),
    );
  });

  it('says what was left aside', () => {
    const expectation = () => expect(network).toDeny(Peer.anywhere(), 'shop/backend', { except: ['shop/database'] });
    expect(failure(expectation)).toContain(
      'no connection anywhere -> shop/backend (leaving aside shop/database) should be allowed; this one is:',
    );
  });

  it('passes after not where a part is allowed', () => {
    expect(network).not.toDeny('shop/frontend', 'shop/backend');
    expect(failure(() => expect(network).not.toDeny('shop/frontend', 'shop/database'))).toContain(
      'some connection shop/frontend -> shop/database should be allowed; none is, such as:',
    );
  });
});

describe('a matcher without ports', () => {
  it('says that it is about every port, where one of them is to blame', () =>
    expect(failure(() => expect(network).toAllow('shop/frontend', 'shop/backend'))).toContain(
      'every connection shop/frontend -> shop/backend on every port should be allowed; this one is not:',
    ));
});

describe('a test about nothing', () => {
  const databse = Pods.labeled({ tier: 'databse' }).inNamespace('shop');
  const about = (pods: Pods) => failure(() => expect(network).toDeny(Pods.any(), pods));

  it('fails: no workload has the label, and no policy asks for it', () => {
    const message =
      'nothing that was read is about pods tier=databse in namespace shop: no workload has tier=databse there, and no policy asks for it; did you mean tier=database?';
    expect(about(databse)).toBe(message);
    expect(failure(() => expect(network).not.toAllow(databse, 'shop/backend'))).toBe(message);
    expect(failure(() => expect(network).toHaveNoEffectOn(databse))).toBe(message);
  });

  it('fails, although a default deny is about every pod of the namespace', () => {
    expect(about(Pods.labeled({ app: 'shop', tier: 'database' }).inNamespace('shop'))).toContain(
      'no workload has app=shop',
    );
  });

  it('fails: nothing is in the namespace', () => {
    expect(about(shop.database.inNamespace('shpo'))).toBe(
      'nothing that was read is about pods tier=database in namespace shpo: no object that was read is in namespace shpo, and no policy names it',
    );
    expect(about(shop.database.inNamespace('shopp'))).toContain('did you mean shop?');
    expect(about(Pods.any().inNamespaces({ team: 'a' }))).toContain(
      'no namespace has team=a, and no policy asks for it',
    );
  });

  it('fails: a name, where no workload was read that could have it', () => {
    const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
    new DefaultDeny(chart, 'deny');
    expect(failure(() => expect(Network.of(chart)).toDeny(Pods.any(), 'shop/database'))).toBe(
      "shop/database: no workload was read; give pods by their labels, such as Pods.labeled({ app: 'web' }).inNamespace('shop')",
    );
  });

  it('fails: a name stands for nothing, with and without not', () => {
    const message = 'shop/frontnd: no such workload was read; did you mean shop/frontend?';
    expect(failure(() => expect(network).toDeny('shop/frontnd', 'shop/database'))).toBe(message);
    expect(failure(() => expect(network).not.toAllow('shop/frontnd', 'shop/database'))).toBe(message);
  });

  it('fails: nothing was read', () => {
    const nothing = Network.of(new Chart(shopApp().app, 'empty'));
    expect(failure(() => expect(nothing).toAllow(Pods.any(), Pods.any()))).toContain('neither a workload nor a policy');
  });

  it('passes for what is only named by a rule, or only has pods', () => {
    expect(network).toDeny(kubeDns, shop.database);
    expect(Network.of(workloads)).toAllow(shop.frontend, shop.database);
  });
});

describe('what cannot be told', () => {
  it('passes neither with nor without not, and says why', () => {
    const other = shopApp();
    deployment(other.workloads, 'agent', { labels: { tier: 'agent' }, hostNetwork: true });
    const unsure = Network.of(other.app);
    const reason = 'whether policies reach pods on the host network differs between engines';
    for (const expectation of [
      () => expect(unsure).toDeny(Pods.any(), 'shop/agent'),
      () => expect(unsure).not.toDeny(Pods.any(), 'shop/agent'),
      () => expect(unsure).toIsolate('shop/agent'),
      () => expect(unsure).not.toIsolate('shop/agent'),
    ]) {
      expect(failure(expectation)).toContain(`whether that is so cannot be told: ${reason}`);
    }
  });
});

describe('toIsolate', () => {
  it('passes where policies isolate every such pod', () => {
    expect(network).toIsolate(shop.database);
    expect(network).toIsolate('shop/database', Direction.EGRESS);
    expect(Network.of(workloads)).not.toIsolate('shop/database');
  });

  it('names a pod that no policy isolates', () => {
    expect(failure(() => expect(network).toIsolate(Pods.labeled({ tier: 'database' })))).toMatch(
      /^pods tier=database should be isolated for ingress and egress; no policy isolates a pod tier=database in namespace any\S* for ingress$/,
    );
  });

  it('names the policies that isolate a pod which should not be', () => {
    expect(failure(() => expect(network).not.toIsolate('shop/database', Direction.EGRESS))).toBe(
      'no policy should be about shop/database for egress; ' +
        'shop/default-deny (policies/default-deny) and shop/shop-database (policies/shop/database) are about shop/database for egress',
    );
  });

  it('takes pods, not addresses', () => {
    expect(failure(() => expect(network).toIsolate('10.0.0.0/8'))).toContain(
      'stands for addresses; policies select pods',
    );
  });
});

describe('toHaveNoEffectOn', () => {
  it('passes where no policy is about any such pod', () => {
    expect(network).toHaveNoEffectOn(kubeDns);
    expect(network).not.toHaveNoEffectOn(shop.backend);
  });

  it('names the policies that are', () => {
    expect(failure(() => expect(network).toHaveNoEffectOn('shop/backend'))).toContain(
      'shop/default-deny (policies/default-deny) and shop/shop-backend (policies/shop/backend) are about shop/backend for ingress',
    );
    expect(failure(() => expect(network).not.toHaveNoEffectOn(kubeDns))).toContain('none is');
  });
});

describe('arguments', () => {
  it('are refused where they say nothing, with and without not', () => {
    expect(failure(() => expect(network).toAllow('shop/frontend', 'shop/backend', 8080 as never))).toContain(
      '8080 does not fit; give a port, such as Port.tcp(8080)',
    );
    expect(failure(() => expect(network).not.toAllow('shop/frontend', 'shop/backend', []))).toContain('[empty-list]');
    expect(failure(() => expect(network).toDeny('frontend', 'shop/backend'))).toContain('says no namespace');
    expect(failure(() => expect(network).toDeny(Pods.any(), 'shop/backend', { excpt: [] } as object))).toContain(
      'excpt: there is no such field',
    );
    expect(failure(() => expect(app).toAllow('shop/frontend', 'shop/backend'))).toContain(
      'write expect(Network.of(app))',
    );
    expect(failure(() => expect(network).toAllow('10.0.0.1', '10.0.0.2'))).toContain(
      'both ends are outside of the cluster',
    );
  });
});
