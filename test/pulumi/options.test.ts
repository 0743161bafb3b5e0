import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { DefaultDeny, Peer, Pods, Port, ThreeTierApp } from '../../src/pulumi';
import { Registered, run } from './program';

/** The options of a component, and the program around it. */
type Options = pulumi.ComponentResourceOptions;

const policiesWith = async (opts: () => Options, props: object = {}): Promise<readonly Registered[]> =>
  (await run(() => shop('shop', props, opts()))).policies;

/** Both ways to register policies: at once, and when Outputs are there. */
const NAMESPACES = [
  ['a plain namespace', {}],
  ['an Output for a namespace', { namespace: pulumi.output('shop') }],
] as const;

describe.each(NAMESPACES)('the policies of a component with %s', (_, props) => {
  it('are its children, named after it', async () => {
    const policies = await policiesWith(() => ({}), props);
    expect(policies.map(({ name }) => name)).toEqual(['shop-backend', 'shop-database', 'shop-frontend']);
    expect(new Set(policies.map(({ parent }) => parent))).toEqual(
      new Set(['urn:pulumi:stack::project::netpol:index:ThreeTierApp::shop']),
    );
  });

  it('take its provider', async () => {
    const policies = await policiesWith(() => ({ provider: new k8s.Provider('staging') }), props);
    expect(policies.map(({ provider }) => provider)).toEqual(Array(3).fill(expect.stringContaining('::staging::')));
  });

  it('take its provider, not the one of the component around it', async () => {
    const { policies } = await run(() => {
      const team = new pulumi.ComponentResource('team', 'team', {}, { provider: new k8s.Provider('staging') });
      shop('shop', props, { parent: team });
      shop('shop2', { ...props, name: 'shop2' }, { parent: team, provider: new k8s.Provider('production') });
    });
    const providers = policies.map(({ name, provider }) => `${name.split('-')[0]} ${provider.split('::').at(-2)}`);
    expect(providers).toEqual([...Array<string>(3).fill('shop staging'), ...Array<string>(3).fill('shop2 production')]);
  });

  it('are protected as it is', async () => {
    const policies = await policiesWith(() => ({ protect: true }), props);
    expect(policies.map(({ isProtected }) => isProtected)).toEqual([true, true, true]);
  });

  it('are transformed as it says', async () => {
    const labeled: pulumi.ResourceTransformation = ({ type, props: inputs, opts }) =>
      type.startsWith('kubernetes:')
        ? { props: { ...inputs, metadata: { ...inputs.metadata, labels: { team: 'a' } } }, opts }
        : undefined;
    const policies = await policiesWith(() => ({ transformations: [labeled] }), props);
    expect(policies.map(({ inputs }) => inputs.metadata)).toMatchObject(Array(3).fill({ labels: { team: 'a' } }));
  });

  it('are waited for by whoever depends on it', async () => {
    const { resources } = await run(() => new k8s.core.v1.ConfigMap('after', {}, { dependsOn: shop('shop', props) }));
    const after = resources.find(({ name }) => name === 'after');
    expect(after?.dependencies.map(urn => urn.split('::').at(-1)).sort()).toEqual([
      'shop-backend',
      'shop-database',
      'shop-frontend',
    ]);
  });
});

describe('a name', () => {
  it('is that of the component in kebab case, without a suffix', async () => {
    const { policies } = await run(() => new DefaultDeny('DenyAll', { namespace: 'shop' }));
    expect(policies).toMatchObject([{ name: 'DenyAll', inputs: { metadata: { name: 'deny-all' } } }]);
  });

  it('that follows the component lets a successor come before its predecessor goes', async () => {
    const policies = await policiesWith(() => ({}));
    expect(policies.map(each => each.isDeletedBeforeReplaced)).toEqual([false, false, false]);
  });

  it('that is given stays, so that the predecessor has to go first', async () => {
    const policies = await policiesWith(() => ({}), { name: 'store' });
    expect(policies.map(each => each.isDeletedBeforeReplaced)).toEqual([true, true, true]);
  });

  it('of a component that was renamed keeps its policies: names of children begin with it', async () => {
    const before = await policiesWith(() => ({}), { name: 'store' });
    const { policies: after, resources } = await run(() =>
      shop('boutique', { name: 'store' }, { aliases: [{ name: 'shop' }] }),
    );
    expect(after.map(({ inputs }) => inputs)).toEqual(before.map(({ inputs }) => inputs));
    expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name.replace('shop', 'boutique')));
    expect(resources.find(({ name }) => name === 'boutique')?.aliases).toMatchObject([{ spec: { name: 'shop' } }]);
  });
});

describe('the same program', () => {
  it('registers the same policies in whichever order its Outputs come', async () => {
    const program = (slow: string) => () => {
      const later = (text: string) =>
        pulumi.output(new Promise<string>(resolve => (text === slow ? setImmediate(resolve, text) : resolve(text))));
      shop('shop', {
        namespace: later('shop'),
        database: { pods: Pods.labeled({ app: later('db') }), port: Port.postgres() },
      });
    };
    expect((await run(program('shop'))).policies).toEqual((await run(program('db'))).policies);
  });
});

function shop(name: string, props: object, opts: Options = {}): ThreeTierApp {
  const shown = {
    namespace: 'shop',
    frontend: { pods: Pods.labeled({ app: 'front' }), port: Port.tcp(3000), from: [Peer.ingressNginx()] },
    backend: { pods: Pods.labeled({ app: 'back' }), port: Port.tcp(8080) },
    database: { pods: Pods.labeled({ app: 'db' }), port: Port.postgres() },
  };
  return new ThreeTierApp(name, { ...shown, ...props }, opts);
}
