import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { AllowDns, DefaultDeny, ExternalEgress, NetworkPolicy, Peer, PolicyError, Pods, Port } from '../../src/pulumi';
import { run } from './program';

const rule = (field: object) => ({
  namespace: 'shop',
  pods: Pods.labeled({ app: 'web' }),
  ingress: [{ from: [Peer.anyPod()], ports: [Port.http()], ...field }],
});

/** Outputs that become what no policy can say, and what Pulumi prints of each. */
const BAD: readonly (readonly [what: string, make: () => unknown, error: string])[] = [
  [
    'an empty list',
    () => new NetworkPolicy('web', rule({ from: pulumi.output([]) }) as never),
    "NetworkPolicy 'web' > ingress[0].from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]",
  ],
  [
    'no labels',
    () => new AllowDns('dns', { namespace: 'shop', pods: Pods.labeled(pulumi.output({})) }),
    "AllowDns 'dns' > pods > Pods.labeled: no label is given; give a label; every pod is Pods.all(), every namespace inAnyNamespace() [empty-labels]",
  ],
  [
    'undefined for a namespace',
    () => new DefaultDeny('deny', { namespace: pulumi.output(undefined as unknown as string) }),
    "DefaultDeny 'deny' > namespace: an Output became undefined; give it a value, or leave it out [missing]",
  ],
  [
    'undefined for pods',
    () => new NetworkPolicy('web', { ...rule({}), pods: pulumi.output(undefined as never) }),
    "NetworkPolicy 'web' > pods: an Output became undefined; give it a value, or leave it out [missing]",
  ],
  [
    'undefined for optional pods',
    () => new AllowDns('dns', { namespace: 'shop', pods: pulumi.output(undefined as never) }),
    "AllowDns 'dns' > pods: an Output became undefined; give it a value, or leave it out [missing]",
  ],
  [
    'undefined for an optional argument',
    () => new NetworkPolicy('web', rule({ from: [Peer.ingressNginx(pulumi.output(undefined as never))] })),
    "NetworkPolicy 'web' > ingress[0].from[0]: an Output became undefined; give it a value, or leave it out [missing]",
  ],
  [
    'a bad CIDR',
    () => new NetworkPolicy('web', rule({ from: [Peer.cidr(pulumi.output('10.0.0.1/8'))] })),
    "NetworkPolicy 'web' > ingress[0].from[0] > Peer.cidr: '10.0.0.1/8' has bits set beyond the prefix length; did you mean '10.0.0.0/8' or '10.0.0.1/32'? [cidr]",
  ],
  [
    'a port that does not exist',
    () => new NetworkPolicy('web', rule({ ports: [Port.tcp(pulumi.output(0))] })),
    "NetworkPolicy 'web' > ingress[0].ports[0] > Port.tcp: port 0 does not exist; use whole numbers, 1 <= first <= last <= 65535 [port-range]",
  ],
  [
    'a number where a name belongs',
    () => new DefaultDeny('deny', { namespace: pulumi.output(7 as unknown as string) }),
    "DefaultDeny 'deny' > namespace: 7 does not fit; give a string [wrong-type]",
  ],
  [
    'nothing, where a Deployment gives its pods no labels',
    () => new AllowDns('dns', { namespace: 'shop', pods: bareDeployment() }),
    "AllowDns 'dns' > pods: Deployment 'it' gives its pods no labels, so no policy can name them; put labels on its pod template [empty-labels]",
  ],
  [
    'a failure',
    () => new DefaultDeny('deny', { namespace: pulumi.output(Promise.reject<string>(new Error('no route'))) }),
    "DefaultDeny 'deny' > namespace: there is no value: no route; see why the Output or Promise failed [missing]",
  ],
  [
    'a failure of a promise',
    () => new DefaultDeny('deny', { namespace: Promise.reject<string>(new Error('no route')) }),
    "DefaultDeny 'deny' > namespace: there is no value: no route; see why the Output or Promise failed [missing]",
  ],
];

function bareDeployment(): k8s.apps.v1.Deployment {
  const template = { spec: { containers: [] } };
  return new k8s.apps.v1.Deployment('it', { spec: { selector: {}, template } });
}

describe('an Output', () => {
  it.each(BAD)('that becomes %s is one line on its component, and no policy', async (_, make, error) => {
    const { policies, errors, blamed } = await run(make);
    expect([errors, policies]).toEqual([[error], []]);
    expect(blamed).toEqual([urnOf(error)]);
  });

  it('that is bad is told once, on the component that it was given to, and stops those that name its pods', async () => {
    const { policies, errors } = await run(() => {
      const bad = new NetworkPolicy('web', rule({ from: [Peer.cidr(pulumi.output('everywhere'))] }));
      new k8s.core.v1.ConfigMap('after', {}, { dependsOn: bad.policies });
      new DefaultDeny('deny', { namespace: 'shop' });
    });
    expect(errors).toEqual([expect.stringContaining("NetworkPolicy 'web' > ingress[0].from[0]")]);
    expect(policies.map(({ name }) => name)).toEqual(['deny']);
  });

  it.each([
    ['name', { namespace: 'shop', name: pulumi.output('web') }],
    ['directions', { namespace: 'shop', directions: pulumi.output(['Ingress']) }],
    ['namespaceAgnostic', { namespaceAgnostic: pulumi.output(true) }],
  ])('that would decide the structure is refused at once: %s', async (field, props) => {
    const program = () => new DefaultDeny('deny', props as never);
    await expect(run(program)).rejects.toThrow(`DefaultDeny 'deny' > ${field}: an Output`);
  });
});

describe('what is plain', () => {
  it('is refused at once, as a ResourceError on the component that says what is wrong', async () => {
    const error = await thrownBy(() => new NetworkPolicy('web', rule({ from: [] })));
    expect(pulumi.ResourceError.isInstance(error)).toBe(true);
    const { message, resource, hideStack, cause } = error as pulumi.ResourceError;
    expect(message).toBe(
      "NetworkPolicy 'web' > ingress[0].from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]",
    );
    expect([resource, hideStack]).toEqual([expect.any(NetworkPolicy), true]);
    expect(cause).toMatchObject({ code: 'empty-list', path: "NetworkPolicy 'web' > ingress[0].from" });
  });

  it.each([
    ['a label', () => Pods.labeled({ 'bad key': 'web', app: later('web') }), "Pods.labeled: label key 'bad key'"],
    ['a namespace', () => Pods.labeled({ app: later('web') }).inNamespace('Shop'), "namespace 'Shop'"],
    ['a port', () => Port.tcp(later(80), 99999), 'Port.tcp: port range'],
    ['an exception', () => Peer.cidr(later('10.0.0.0/8'), '10.1.0.0'), "except[0]: '10.1.0.0' has no prefix length"],
    ['a block', () => Peer.cidr('10.0.0.1/8', later('10.1.0.0/16')), "'10.0.0.1/8' has bits set"],
  ])('is refused at once beside Outputs: %s', (_, say, problem) => {
    expect(say).toThrow(PolicyError);
    expect(say).toThrow(problem);
  });

  it('is refused at once beside Outputs in the props', async () => {
    const program = () => new NetworkPolicy('web', { ...rule({ ports: [] }), namespace: later('shop') });
    await expect(run(program)).rejects.toThrow("NetworkPolicy 'web' > ingress[0].ports: the list is empty");
  });
});

describe('two components with a policy of one name', () => {
  const two = (namespace: pulumi.Input<string>, opts?: pulumi.ComponentResourceOptions) => () => {
    new DefaultDeny('deny', { namespace, name: 'web' });
    new AllowDns('dns', { namespace: 'shop', name: 'web' }, opts);
  };
  const taken =
    "AllowDns 'dns' > name: DefaultDeny 'deny' writes a policy 'web' in the same namespace; give one of them another id or name [duplicate-name]";

  it('are refused in one namespace', () => expect(run(two('shop'))).rejects.toThrow(taken));

  it('are refused at once where the first one waits for something else, on the second', async () => {
    const to = [Peer.cidr('203.0.113.0/24', later('203.0.113.7/32'))];
    const program = () => {
      const ports = [Port.https()];
      new ExternalEgress('deny', { namespace: 'shop', name: 'web', pods: Pods.labeled({ app: 'web' }), to, ports });
      new AllowDns('dns', { namespace: 'shop', name: 'web' });
    };
    await expect(run(program)).rejects.toThrow(/^AllowDns 'dns' > name: ExternalEgress 'deny' writes a policy 'web'/);
  });

  it('are refused when an Output becomes that namespace', async () => {
    const { policies, errors, blamed } = await run(two(later('shop')));
    expect(policies).toHaveLength(1);
    expect(errors).toEqual([expect.stringContaining("writes a policy 'web' in the same namespace")]);
    expect(blamed).toEqual([urnOf(errors[0])]);
  });

  it('may be in two namespaces, and in two clusters', async () => {
    expect((await run(two('pay'))).policies).toHaveLength(2);
    const inTwoClusters = () => two('shop', { provider: new k8s.Provider('other') })();
    expect((await run(inTwoClusters)).policies).toHaveLength(2);
  });
});

function later<T>(value: T): pulumi.Output<T> {
  return pulumi.output(undefined).apply(() => value);
}

/** The component that a message begins with. */
function urnOf(message: string): string {
  const [, type, name] = /^(\w+) '([^']+)'/.exec(message) ?? [];
  return `urn:pulumi:stack::project::netpol:index:${type}::${name}`;
}

async function thrownBy(program: () => unknown): Promise<unknown> {
  try {
    await run(program);
    return undefined;
  } catch (error) {
    return error;
  }
}

describe('a namespace that is left out', () => {
  it('is refused in words that a Pulumi program has: there is no chart', async () => {
    await run(() => {
      expect(() => new DefaultDeny('deny', {})).toThrow('set namespace, or say namespaceAgnostic: true');
    });
  });
});
