import * as pulumi from '@pulumi/pulumi';
import fc from 'fast-check';
import {
  AllowFrom,
  DefaultDeny,
  Expectation,
  ExternalEgress,
  NetworkExpectations,
  NetworkPolicy,
  Peer,
  Pods,
  Port,
  ThreeTierApp,
  Workload,
} from '../../src/pulumi';
import { runs } from '../properties/runs';
import { SECRET, shown } from './marks';
import { Run, run, unknown } from './program';

const namespace = 'shop';

/** What people are shown of policies, and of what components give out. */
function seen({ policies, outputs }: Run): string {
  return JSON.stringify(shown([policies.map(({ inputs }) => inputs), [...outputs.values()]]));
}

describe('a secret that something plain swallows', () => {
  const web = Pods.labeled({ app: 'web' });
  const SWALLOWED: readonly (readonly [what: string, secret: string, make: () => unknown])[] = [
    [
      'an exception among those of the internet',
      '8.8.8.0/24',
      () =>
        new ExternalEgress('web', {
          namespace,
          pods: web,
          to: [Peer.internet({ except: [pulumi.secret('8.8.8.0/24')] })],
          ports: [Port.https()],
        }),
    ],
    [
      'a port beside a range',
      '8443',
      () =>
        new AllowFrom('web', {
          namespace,
          pods: web,
          from: [Peer.anyPod()],
          ports: [Port.tcp(1, 1024), Port.tcp(pulumi.secret(8443))],
        }),
    ],
    [
      'a block that stands in for those that are not known',
      '192.31.196.0/24',
      () =>
        new NetworkPolicy('web', {
          namespace,
          pods: web,
          ingress: [{ from: [Peer.cidr(pulumi.secret('192.31.196.0/24'))], ports: [Port.http()] }],
        }),
    ],
    [
      'a block that comes after another one than its stand-in',
      '8.8.8.0/24',
      () => {
        const workload = new Workload('web', { namespace, pods: web });
        workload.allowFrom(Peer.cidr(pulumi.secret('8.8.8.0/24')), Port.http());
        workload.allowFrom(Peer.cidr('203.0.113.0/24'), Port.https());
        workload.allowFrom(Peer.cidr('6.0.0.0/8'), Port.tcp(8080));
      },
    ],
  ];

  it.each(SWALLOWED)('is not shown: %s', async (_, secret, make) => {
    const done = await run(make);
    expect([done.errors, done.policies.length]).toEqual([[], 1]);
    expect(JSON.stringify(done.policies[0].inputs)).toContain(secret);
    expect(seen(done)).not.toContain(secret);
  });

  it('leaves what stands beside it as it is', async () => {
    const { policies } = await run(() => {
      const workload = new Workload('web', { namespace, pods: web });
      workload.allowFrom(Peer.cidr(pulumi.secret('8.8.8.0/24')), Port.http());
      workload.allowFrom(Peer.cidr('6.0.0.0/8'), Port.tcp(8080));
    });
    const open = { from: [{ ipBlock: { cidr: '6.0.0.0/8' } }], ports: [{ port: 8080, protocol: 'TCP' }] };
    expect(policies[0].inputs.spec).toMatchObject({ ingress: [SECRET, open] });
  });

  it('leaves the namespace and the selector as they are where it is an exception', async () => {
    const to = [Peer.cidr('203.0.113.0/24', pulumi.secret('203.0.113.7/32'))];
    const { policies } = await run(
      () => new ExternalEgress('web', { namespace, pods: web, to, ports: [Port.https()] }),
    );
    expect(policies[0].inputs).toMatchObject({
      metadata: { namespace },
      spec: { egress: [SECRET], podSelector: { matchLabels: { app: 'web' } } },
    });
  });
});

describe('a secret that is refused', () => {
  const REFUSED: readonly (readonly [
    where: string,
    make: (hidden: pulumi.Output<string>) => unknown,
    error: string,
  ])[] = [
    ['a value', block => allowing(Peer.cidr(block)), "AllowFrom 'web' > from[0]"],
    ['a namespace', name => new DefaultDeny('deny', { namespace: name }), "DefaultDeny 'deny' > namespace"],
    [
      'an expectation',
      block => {
        const expect = [Expectation.deny({ from: Pods.any(), to: Peer.cidr(block) })];
        new NetworkExpectations('promises', { expect });
      },
      "NetworkExpectations 'promises' > expect[0]",
    ],
  ];

  it.each([
    ['podCidrs[0]', { podCidrs: [pulumi.secret('10.0.0.0/33')] }],
    ['engine', { engine: pulumi.secret('clium') }],
  ])('is not quoted, nor taken for an expectation that does not hold: %s', async (where, options) => {
    const { errors } = await run(() => {
      const pods = Pods.labeled({ app: 'web' });
      new DefaultDeny('deny', { namespace, pods });
      const expect = [Expectation.deny({ from: Peer.anywhere(), to: pods.inNamespace(namespace) })];
      new NetworkExpectations('promises', { expect, ...(options as object) });
    });
    expect(errors).toEqual([expect.stringContaining(`NetworkExpectations 'promises' > ${where}: what is refused`)]);
  });

  const allowing = (from: Peer) =>
    new AllowFrom('web', { namespace, pods: Pods.labeled({ app: 'web' }), from: [from], ports: [Port.http()] });

  it.each(REFUSED)('is not quoted: %s', async (_, make, where) => {
    const { errors, policies } = await run(() => make(pulumi.secret('Hidden/')));
    expect([errors, policies]).toEqual([[expect.stringMatching(/a secret in it; .* \[(cidr|namespace)\]$/)], []]);
    expect(errors[0]).toContain(where);
    expect(errors[0]).not.toContain('Hidden');
    const told = await run(() => make(pulumi.output('Hidden/')));
    expect(told.errors).toEqual([expect.stringContaining('Hidden')]);
  });
});

describe('what a preview does not know', () => {
  const judged = (except: pulumi.Input<string>) =>
    run(
      () => {
        const pods = Pods.labeled({ app: 'web' });
        new ExternalEgress('web', {
          namespace,
          pods,
          to: [Peer.internet({ except: [except] })],
          ports: [Port.https()],
        });
        new NetworkExpectations('closed', {
          expect: [Expectation.deny({ from: pods.inNamespace(namespace), to: Peer.cidr('8.8.8.0/24') })],
        });
      },
      { isPreview: true },
    );

  it('is a warning, not a failure, where an expectation hangs on an exception of the internet', async () => {
    const { errors, warnings } = await judged(unknown());
    expect([errors, warnings]).toEqual([[], [expect.stringContaining('cannot be told before more values are known')]]);
    expect((await judged('9.9.9.0/24')).errors).toHaveLength(1);
  });
});

/** Values that stand nowhere else, some of which the library swallows or has as stand-ins. */
const SECRETS = {
  port: [61234, 61243],
  block: ['8.8.8.0/24', '9.9.9.0/24', '192.31.196.0/24', '192.175.48.0/24'],
  label: ['hidden-a', 'hidden-b'],
};

/** As they are written: a number among others, or a text. */
const TRACES = [/:61234\b/, /:61243\b/, /"(8\.8\.8|9\.9\.9|192\.31\.196|192\.175\.48)\.0\/24"/, /hidden-/];

const secret = <T>(...values: T[]) => fc.constantFrom(...values).map(value => () => pulumi.secret(value));

const plain = <T>(...values: T[]) => fc.constantFrom(...values).map(value => () => value);

const port = fc.oneof(
  secret(...SECRETS.port).map(number => () => Port.tcp(number())),
  plain(61000, 443).map(first => () => Port.tcp(first(), 65000)),
  fc.constantFrom(
    () => Port.tcp(1, 1024),
    () => Port.tcp(1),
    () => Port.tcp(2),
    () => Port.allTcp(),
    () => Port.all(),
  ),
);

const except = fc.oneof(secret('8.8.8.0/24', '9.9.9.0/24'), plain('8.0.0.0/7', '192.0.0.0/8', '6.0.0.0/8'));

const exceptHere = fc.oneof(secret('8.8.8.0/24', '9.9.9.0/24'), plain('8.8.0.0/16', '9.0.0.0/8', '8.128.0.0/9'));

const peer = fc.oneof(
  fc
    .array(exceptHere, { minLength: 1, maxLength: 3 })
    .map(blocks => () => Peer.cidr('8.0.0.0/7', ...blocks.map(make => make()))),
  secret(...SECRETS.block).map(block => () => Peer.cidr(block())),
  fc
    .array(except, { minLength: 1, maxLength: 3 })
    .map(blocks => () => Peer.internet({ except: blocks.map(make => make()) })),
  secret(...SECRETS.label).map(label => () => Pods.labeled({ app: label() })),
  secret(...SECRETS.label, 'shop').map(label => () => Peer.namespace(label())),
  fc.constantFrom(
    () => Peer.anywhere(),
    () => Peer.anyPod(),
    () => Peer.cidr('203.0.113.0/24'),
    () => Peer.cidr('6.0.0.0/8'),
    () => Peer.namespace('shop'),
    () => Pods.labeled({ app: 'api' }),
  ),
);

const rule = fc
  .record({
    peers: fc.array(peer, { minLength: 1, maxLength: 3 }),
    ports: fc.array(port, { minLength: 1, maxLength: 3 }),
  })
  .map(({ peers, ports }) => () => ({ from: peers.map(make => make()), ports: ports.map(make => make()) }));

const sketch = fc.record({
  place: fc.oneof(secret('hidden-a', 'shop'), plain('shop')),
  app: fc.oneof(secret(...SECRETS.label), plain('web')),
  rules: fc.array(rule, { minLength: 1, maxLength: 4 }),
});

type Sketch = typeof sketch extends fc.Arbitrary<infer T> ? T : never;

const PROGRAMS: Readonly<Record<string, (sketch: Sketch) => void>> = {
  'a component': ({ place, app, rules }) => {
    const pods = Pods.labeled({ app: app() });
    new NetworkPolicy('web', { namespace: place(), pods, ingress: rules.map(make => make()) });
  },
  'a Workload': ({ place, app, rules }) => {
    const workload = new Workload('web', { namespace: place(), pods: Pods.labeled({ app: app() }) });
    for (const { from, ports } of rules.map(make => make())) for (const each of from) workload.allowFrom(each, ports);
  },
  'a component with several policies': ({ place, app, rules: [first, second = first] }) => {
    const [{ from, ports }, database] = [first(), second()];
    new ThreeTierApp('shop', {
      namespace: place(),
      frontend: { pods: Pods.labeled({ tier: 'front', app: app() }), ports, from },
      backend: { pods: Pods.labeled({ tier: 'back' }), ports },
      database: { pods: Pods.labeled({ tier: 'db' }), ports: database.ports },
    });
  },
};

describe.each(Object.entries(PROGRAMS))('%s', (_, program) => {
  it('shows no secret, whatever plain values stand beside it', async () => {
    await fc.assert(
      fc.asyncProperty(sketch, async drawn => {
        const done = await run(() => program(drawn));
        expect([done.errors, done.policies.length > 0]).toEqual([[], true]);
        for (const trace of TRACES) expect(seen(done)).not.toMatch(trace);
      }),
      runs(60),
    );
  });
});
