import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { Testing } from 'cdk8s';
import fc from 'fast-check';
import * as cdk8s from '../../src';
import {
  describeGuarantee,
  Direction,
  Expectation,
  NetworkExpectations,
  Peer,
  Pods,
  Port,
  Workload,
  Workloads,
} from '../../src/pulumi';
import { Call, calls, LABELS, NAMES, say } from '../arbitraries/told';
import { testChart } from '../constructs/synth';
import { runs } from '../properties/runs';
import { inOrder, manifestsOf } from './manifests';
import { run, unknown, UNKNOWN } from './program';

const namespace = 'shop';

const workload = (name: string, namespaceOf: pulumi.Input<string> = namespace) =>
  new Workload(name, { namespace: namespaceOf, pods: Pods.labeled({ app: name }), ports: [Port.tcp(8080)] });

/** What a program's policies allow: `web egress -> app=api 8080`. */
async function reach(program: () => void): Promise<string[]> {
  const { policies, errors } = await run(program);
  expect(errors).toEqual([]);
  return policies.flatMap(({ name, inputs }) => {
    const { ingress = [], egress = [] } = inputs.spec as Record<string, object[] | undefined>;
    return [
      ...egress.map(rule => `${name} -> ${JSON.stringify(rule)}`),
      ...ingress.map(rule => `${name} <- ${JSON.stringify(rule)}`),
    ];
  });
}

describe('a Workload of netpol/pulumi', () => {
  it('writes what the one of cdk8s writes that is told the same', async () => {
    await fc.assert(
      fc.asyncProperty(calls, async said => {
        const { policies, errors } = await run(() => {
          const told = (id: keyof typeof LABELS) =>
            new Workload(id, { namespace, pods: Pods.labeled(LABELS[id]), ports: [Port.tcp(8080)] });
          const workloads = Object.fromEntries(NAMES.map(id => [id, told(id)])) as never;
          for (const each of said) say(each, workloads);
        });
        expect([manifestsOf(policies), errors]).toEqual([synthesized(said), []]);
      }),
      runs(25),
    );
  });

  it('writes nothing until it is told something, and both ends then', async () => {
    expect((await run(() => workload('web'))).policies).toEqual([]);
    expect(await reach(() => workload('web').allowTo(workload('api')))).toEqual([
      'api <- {"from":[{"podSelector":{"matchLabels":{"app":"web"}}}],"ports":[{"port":8080,"protocol":"TCP"}]}',
      'web -> {"ports":[{"port":8080,"protocol":"TCP"}],"to":[{"podSelector":{"matchLabels":{"app":"api"}}}]}',
    ]);
  });

  it('keeps what it was told, whatever becomes of the lists and props that it was told with', async () => {
    const found = await reach(() => {
      const props = { namespace, pods: Pods.labeled({ app: 'web' }), ports: [Port.tcp(3000)] };
      const web = new Workload('web', props);
      const ports = [Port.http()];
      web.allowFrom(Pods.labeled({ app: 'one' }), ports);
      ports[0] = Port.tcp(9999);
      web.allowFrom(Pods.labeled({ app: 'two' }), ports);
      props.pods = Pods.labeled({ app: 'other' });
      props.ports.pop();
      web.allowFrom(Pods.labeled({ app: 'three' }));
    });
    const from = (app: string, port: number) =>
      `web <- {"from":[{"podSelector":{"matchLabels":{"app":"${app}"}}}],"ports":[{"port":${port},"protocol":"TCP"}]}`;
    expect(found.sort()).toEqual([from('one', 80), from('three', 3000), from('two', 9999)]);
  });

  it.each([
    [
      'says that it does not leave its namespace open',
      { namespace, namespaceAgnostic: false },
      Pods.labeled({ app: 'a' }),
    ],
    ['has the namespace from its pods', { namespaceAgnostic: true }, Pods.labeled({ app: 'a' }).inNamespace(namespace)],
  ])('is told of one that %s', async (_, props, pods) => {
    const found = await reach(() => workload('b').allowTo(new Workload('a', { ...props, pods, ports: [Port.http()] })));
    expect(found).toHaveLength(2);
  });

  it('is told all of a call or nothing of it', async () => {
    const { policies } = await run(() => {
      const [web, api] = [workload('web'), new Workload('api', { namespace, pods: Pods.labeled({ app: 'api' }) })];
      expect(() => Workloads.of(web, api).allowFrom(Pods.labeled({ app: 'lb' }))).toThrow('nobody says at which ports');
    });
    expect(policies).toEqual([]);
  });

  it('is one of several that are told the same, as those of cdk8s are', async () => {
    const { policies, errors } = await run(() => {
      const [web, api, db] = ['web', 'api', 'db'].map(name => workload(name));
      const both = Workloads.of(web, api);
      both.allowFrom(Pods.labeled({ app: 'job' }));
      both.allowTo(Workloads.of(db, web));
      both.allowInternally(Port.tcp(7000));
      both.allowToInternet(Port.https());
      db.allowFrom(both, Port.postgres());
      Workloads.of(db).allowFromInternet();
      Workloads.of(db, web).allowDns();
      Workloads.of(db).isolate();
    });
    const chart = testChart();
    const [web, api, db] = ['web', 'api', 'db'].map(app => {
      const pods = cdk8s.Pods.labeled({ app });
      return new cdk8s.Workload(chart, app, { pods, ports: [cdk8s.Port.tcp(8080)] });
    });
    const both = cdk8s.Workloads.of(web, api);
    both.allowFrom(cdk8s.Pods.labeled({ app: 'job' }));
    both.allowTo(cdk8s.Workloads.of(db, web));
    both.allowInternally(cdk8s.Port.tcp(7000));
    both.allowToInternet(cdk8s.Port.https());
    db.allowFrom(both, cdk8s.Port.postgres());
    cdk8s.Workloads.of(db).allowFromInternet();
    cdk8s.Workloads.of(db, web).allowDns();
    cdk8s.Workloads.of(db).isolate();
    expect([manifestsOf(policies), errors]).toEqual([inOrder(Testing.synth(chart) as object[]), []]);
  });

  it('takes Outputs: of a namespace, a peer and a port; a Deployment for its pods', async () => {
    const later = <T>(value: T) => pulumi.output(undefined).apply(() => value);
    const found = await reach(() => {
      const labels = { app: 'db' };
      const template = { metadata: { labels }, spec: { containers: [{ name: 'db', image: 'db' }] } };
      const db = new k8s.apps.v1.Deployment('db', {
        metadata: { name: 'db', namespace },
        spec: { selector: { matchLabels: labels }, template },
      });
      const api = new Workload('api', { namespace: later(namespace), pods: Pods.labeled({ app: later('api') }) });
      api.allowTo(new Workload('db-policy', { namespace, pods: db }), Port.tcp(later(5432)));
      api.allowFrom(Peer.cidr(later('192.0.2.0/24')), later(cdk8s.Port.https()));
    });
    expect(found).toEqual([
      'api -> {"ports":[{"port":5432,"protocol":"TCP"}],"to":[{"podSelector":{"matchLabels":{"app":"db"}}}]}',
      'api <- {"from":[{"ipBlock":{"cidr":"192.0.2.0/24"}}],"ports":[{"port":443,"protocol":"TCP"}]}',
      'db-policy <- {"from":[{"podSelector":{"matchLabels":{"app":"api"}}}],"ports":[{"port":5432,"protocol":"TCP"}]}',
    ]);
  });

  it('says the internet as the one of cdk8s does', async () => {
    const { policies } = await run(() => {
      workload('web').allowFromInternet();
      workload('api').allowToInternet(Port.https());
    });
    const chart = testChart();
    const props = (app: string) => ({ pods: cdk8s.Pods.labeled({ app }), ports: [cdk8s.Port.tcp(8080)] });
    new cdk8s.Workload(chart, 'web', props('web')).allowFromInternet();
    new cdk8s.Workload(chart, 'api', props('api')).allowToInternet(cdk8s.Port.https());
    expect(manifestsOf(policies)).toBe(inOrder(Testing.synth(chart) as object[]));
  });

  it('shows in a preview what is known, and only the rule as unknown that waits', async () => {
    const { policies } = await run(
      () => {
        const web = workload('web');
        web.allowTo(workload('api'));
        web.allowTo(Peer.cidr(unknown<string>()), Port.https());
      },
      { isPreview: true },
    );
    const { egress } = policies.find(({ name }) => name === 'web')?.inputs.spec as { egress: unknown[] };
    expect(egress).toHaveLength(2);
    expect(egress.filter(rule => rule === UNKNOWN)).toHaveLength(1);
  });

  it('states what its policy does, and is part of what expectations judge', async () => {
    let words: pulumi.Output<string> | undefined;
    const { errors } = await run(() => {
      const [web, api] = [workload('web'), workload('api')];
      new NetworkExpectations('all', {
        expect: [
          Expectation.allow({ from: web.pods, to: api.pods, ports: [Port.tcp(8080)], because: 'pages are made there' }),
          Expectation.deny({ from: Peer.anyPod(), to: web.pods, because: 'nobody was let in' }),
        ],
      });
      web.allowTo(api);
      words = describeGuarantee(web.guarantee);
    });
    expect(await new Promise(resolve => words?.apply(resolve))).toContain('pods app=web in namespace shop: isolated');
    expect(errors).toEqual([expect.stringContaining('nobody was let in')]);
  });
});

describe('what is refused of a Workload of netpol/pulumi, on its component', () => {
  const refusals: [what: string, program: () => void, message: string][] = [
    [
      'an empty list of ports, which is never every port',
      () => workload('web').allowTo(workload('api'), []),
      "Workload 'web'.allowTo > ports: the list is empty; give the ports; every port is Port.all() [empty-list]",
    ],
    [
      'a connection at ports that nobody says',
      () => workload('web').allowTo(Pods.labeled({ app: 'x' })),
      "Workload 'web'.allowTo > ports: nobody says at which ports the peer can be reached; give the ports here, or to the Workload; every port is Port.all() [missing]",
    ],
    [
      'a peer that is none',
      () => workload('web').allowTo('api' as never, Port.http()),
      "Workload 'web'.allowTo > peer: 'api' does not fit; give a peer, such as Pods.labeled({ app: 'web' }) or Peer.internet() [wrong-type]",
    ],
    [
      'no direction, which is never both',
      () => workload('web').isolate([]),
      "Workload 'web'.isolate > directions: the list is empty; leave it out for both directions [empty-list]",
    ],
    [
      'a resolver that is none',
      () => workload('web').allowDns(['10.96.0.10' as never]),
      "Workload 'web'.allowDns > dns[0]: '10.96.0.10' does not fit; give a Dns, such as Dns.kubeDns() [wrong-type]",
    ],
    [
      'pods that are none, at once',
      () => new Workload('web', { namespace, pods: 'web' as never }),
      "Workload 'web' > pods: 'web' does not fit; give pods, such as Pods.labeled({ app: 'web' }) [wrong-type]",
    ],
    [
      'a call after the program waited',
      () => {
        const web = workload('web');
        return Promise.resolve().then(() => web.isolate([Direction.INGRESS])) as never;
      },
      "Workload 'web'.isolate: its policy was registered before this call; make all calls before the program awaits something, and none in apply [conflict]",
    ],
    [
      'a call for a workload whose policy is registered',
      () => {
        const api = workload('api');
        return Promise.resolve().then(() => workload('web').allowTo(api)) as never;
      },
      "Workload 'web'.allowTo: the policy of Workload 'api' was registered before this call; make all calls before the program awaits something, and none in apply [conflict]",
    ],
    [
      'one that leaves its namespace open beside one that says it: they could not name each other',
      () => {
        const web = new Workload('web', { namespaceAgnostic: true, pods: Pods.labeled({ app: 'web' }) });
        web.allowTo(workload('api'));
      },
      "Workload 'web'.allowTo > peer: Workload 'api' and this one: one says its namespace and one leaves it open, so they could not name each other; set namespace for both [conflict]",
    ],
    [
      'a block that covers addresses at which clouds hand out credentials, at the call',
      () => workload('web').allowTo(Peer.cidr('0.0.0.0/0'), Port.http()),
      "Workload 'web'.allowTo > peer: 0.0.0.0/0 covers 169.254.169.254",
    ],
    [
      'a workload of another cluster',
      () => {
        const [here, there] = ['here', 'there'].map(name => new k8s.Provider(name, {}));
        const props = { namespace, pods: Pods.labeled({ app: 'x' }), ports: [Port.http()] };
        new Workload('web', props, { provider: here }).allowTo(new Workload('api', props, { provider: there }));
      },
      "Workload 'web'.allowTo > peer: is in another cluster: it has another provider; give the addresses at which the clusters see each other [conflict]",
    ],
  ];

  it.each(refusals)('%s', async (_, program, message) => {
    await expect(run(program)).rejects.toThrow(message);
    await expect(run(program)).rejects.toMatchObject({ hideStack: true });
  });

  it('a block that covers addresses at which clouds hand out credentials, and no policy is written', async () => {
    const { policies, errors } = await run(() =>
      workload('web').allowTo(Peer.cidr(pulumi.output('169.254.0.0/16')), Port.http()),
    );
    expect(policies).toEqual([]);
    expect(errors).toEqual([
      expect.stringContaining("Workload 'web' > calls[0].peer: 169.254.0.0/16 covers 169.254.169.254"),
    ]);
  });
});

function synthesized(said: readonly Call[]): string {
  const chart = testChart();
  const told = (id: keyof typeof LABELS) =>
    new cdk8s.Workload(chart, id, { pods: cdk8s.Pods.labeled(LABELS[id]), ports: [cdk8s.Port.tcp(8080)] });
  const workloads = { web: told('web'), api: told('api'), db: told('db') };
  for (const each of said) say(each, workloads);
  return inOrder(Testing.synth(chart) as object[]);
}
