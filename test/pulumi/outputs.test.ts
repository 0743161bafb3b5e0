import * as pulumi from '@pulumi/pulumi';
import { AllowDns, describeGuarantee, NetworkPolicy, Peer, Pods, Port, ThreeTierApp } from '../../src/pulumi';
import { blockStandIn, portStandIn } from '../../src/pulumi/outputs/stand-in';
import { SECRET } from './marks';
import { run, UNKNOWN, unknown } from './program';

const WEB = Pods.labeled({ app: 'web' });

const fromBlock = (block: pulumi.Input<string>) => ({ from: [Peer.cidr(block)], ports: [Port.tcp(80)] });

const fromPods = { from: [Pods.labeled({ app: 'api' })], ports: [Port.tcp(90)] };

const FROM_API = {
  from: [{ podSelector: { matchLabels: { app: 'api' } } }],
  ports: [{ port: 90, protocol: 'TCP' }],
};

describe('a preview', () => {
  const preview = (program: () => unknown) => run(program, { isPreview: true });

  it('shows the rules that are known, and one that is not for each other', async () => {
    const { policies } = await preview(
      () => new NetworkPolicy('web', { namespace: 'shop', pods: WEB, ingress: [fromBlock(unknown()), fromPods] }),
    );
    expect(policies[0].inputs.spec).toEqual({
      ingress: [FROM_API, UNKNOWN],
      podSelector: { matchLabels: { app: 'web' } },
      policyTypes: ['Ingress'],
    });
  });

  it.each([
    ['the exception of a block', () => Peer.cidr('203.0.113.0/24', unknown<string>())],
    ['several of them', () => Peer.cidr('203.0.113.0/24', unknown<string>(), unknown<string>())],
    ['the block around an exception', () => Peer.cidr(unknown(), '203.0.113.0/24')],
    ['the block around several', () => Peer.cidr(unknown(), '10.1.0.0/16', '10.2.0.0/16')],
    ['the block around one of IPv6', () => Peer.cidr(unknown(), '2001:db8::/32')],
    ['a block and its exception', () => Peer.cidr(unknown(), unknown<string>())],
  ])('shows all but the rule that it is in: %s', async (_, peer) => {
    const { policies, errors } = await preview(
      () => new NetworkPolicy('web', { namespace: 'shop', pods: WEB, ingress: [{ ...fromPods, from: [peer()] }] }),
    );
    expect(errors).toEqual([]);
    expect(policies[0].inputs).toMatchObject({
      metadata: { namespace: 'shop' },
      spec: { ingress: [UNKNOWN], podSelector: { matchLabels: { app: 'web' } } },
    });
  });

  it('shows the rules of a namespace that it does not know, and the names of the policies', async () => {
    const { policies } = await preview(
      () => new NetworkPolicy('web', { namespace: unknown(), pods: WEB, ingress: [fromPods] }),
    );
    expect(policies.map(({ inputs }) => inputs)).toMatchObject([
      { metadata: { name: 'web', namespace: UNKNOWN }, spec: { ingress: [FROM_API] } },
    ]);
  });

  it('shows all policies of a component, and in each what is known', async () => {
    const { policies } = await preview(() => shop({ database: { pods: WEB, port: Port.tcp(unknown<number>()) } }));
    expect(policies.map(({ name }) => name)).toEqual(['shop-backend', 'shop-database', 'shop-frontend']);
    const [backend, database, frontend] = policies.map(({ inputs }) => inputs.spec as Record<string, unknown[]>);
    expect([backend.egress.at(-1), database.ingress.at(-1)]).toEqual([UNKNOWN, UNKNOWN]);
    expect(JSON.stringify([backend.ingress, database.egress, frontend])).not.toContain(UNKNOWN);
  });

  it('never shows what stands in for an unknown value', async () => {
    const { resources, outputs } = await preview(() => {
      const port = Port.tcp(unknown<number>());
      const { database } = shop({ namespace: unknown(), backend: { pods: Pods.labeled({ app: unknown() }), port } });
      new NetworkPolicy('db', {
        namespace: 'shop',
        pods: database,
        ingress: [{ from: [Peer.cidr(unknown())], ports: [Port.tcp(8080)] }],
        egress: [{ to: unknown(), ports: unknown() }],
      });
    });
    const text = JSON.stringify([resources, [...outputs.values()]]);
    expect(text).not.toMatch(/not-known-yet|"port":[12]\b/);
    const standIns = [blockStandIn(), portStandIn()].flatMap(({ value, other }) => [value, other]);
    for (const each of standIns) expect(text).not.toContain(String(each));
  });
});

describe('a secret', () => {
  it('makes a secret of the rule that it is in, and of nothing else', async () => {
    const { policies } = await run(
      () =>
        new NetworkPolicy('web', {
          namespace: 'shop',
          pods: WEB,
          ingress: [fromBlock(pulumi.secret('203.0.113.0/24')), fromPods],
        }),
    );
    expect(policies[0].inputs).toMatchObject({
      metadata: { name: 'web', namespace: 'shop' },
      spec: {
        ingress: [{ ...SECRET, value: { from: [{ ipBlock: { cidr: '203.0.113.0/24' } }] } }, FROM_API],
        podSelector: { matchLabels: { app: 'web' } },
      },
    });
  });

  it('makes a secret of a rule that it is merged with', async () => {
    const ingress = [{ ...fromPods, from: [Peer.cidr(pulumi.secret('203.0.113.0/24'))] }, fromPods];
    const { policies } = await run(() => new NetworkPolicy('web', { namespace: 'shop', pods: WEB, ingress }));
    expect((policies[0].inputs.spec as { ingress: unknown[] }).ingress).toMatchObject([SECRET]);
  });
});

describe('a component', () => {
  it('is what the next one names: its tiers are pods', async () => {
    const { policies } = await run(() => {
      const { backend } = shop({ backend: { pods: Pods.labeled({ app: later('api') }), port: Port.tcp(8080) } });
      new AllowDns('dns', { namespace: 'shop', pods: backend });
      new NetworkPolicy('pay', {
        namespace: 'pay',
        pods: WEB,
        ingress: [{ from: [backend.inNamespace(later('pay'))], ports: [Port.http()] }],
      });
    });
    expect(policies.map(({ inputs }) => inputs.spec)).toMatchObject([
      { podSelector: { matchLabels: { app: 'api' } } },
      { ingress: [{ from: [{ podSelector: { matchLabels: { app: 'api' } } }] }] },
      {},
      {},
      {},
    ]);
  });

  it('says its guarantee in words, and gives it to the engine with its policies', async () => {
    let words: string | undefined;
    const { outputs } = await run(() => {
      const { guarantee } = new AllowDns('dns', { namespace: later('shop') });
      describeGuarantee(guarantee).apply(text => (words = text));
    });
    const lines = [
      'all pods in namespace shop: isolated for egress',
      'all pods in namespace shop -> pods k8s-app=kube-dns in namespace kube-system: UDP 53, TCP 53',
    ];
    expect(words?.split('\n')).toEqual(lines);
    expect([...outputs.values()]).toMatchObject([{ guarantee: lines, policies: [{ id: 'dns' }] }]);
  });

  it('gives its policies', async () => {
    let names: string[] = [];
    await run(async () => {
      const policies = await shop({ namespace: later('shop') }).policies;
      pulumi.all(policies.map(({ metadata }) => metadata.name)).apply(all => (names = all));
    });
    expect(names).toEqual(['shop-frontend', 'shop-backend', 'shop-database']);
  });
});

function later<T>(value: T): pulumi.Output<T> {
  return pulumi.output(undefined).apply(() => value);
}

function shop(props: object): ThreeTierApp {
  return new ThreeTierApp('shop', {
    namespace: 'shop',
    frontend: { pods: Pods.labeled({ app: 'front' }), port: Port.tcp(3000), from: [Peer.ingressNginx()] },
    backend: { pods: Pods.labeled({ app: 'back' }), port: Port.tcp(8080) },
    database: { pods: Pods.labeled({ app: 'db' }), port: Port.postgres() },
    ...props,
  });
}
