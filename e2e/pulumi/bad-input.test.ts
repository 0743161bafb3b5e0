import { Stack } from '@pulumi/pulumi/automation';
import { emptyFolder } from '../clone';
import { describeWith } from '../describe-with';
import { newStack, pulumiCli } from './engine';
import { PROVIDER } from './plugins';
import { projectOf } from './project';
import { diagnosticsOf, failureOf } from './screen';

const HEAD = `import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { AllowDns, AllowFrom, DefaultDeny, Peer, Pods, Port } from 'netpol/pulumi';

/** An Output that comes while the program waits for it. */
const later = (value: unknown) => pulumi.output(new Promise(resolve => setImmediate(resolve, value))) as never;
const web = Pods.labeled({ app: 'web' });
const rule = { namespace: 'shop', pods: web, from: [Peer.anyPod()], ports: [Port.http()] };
`;

/** A program that is refused, and all that the user is told. */
interface Refused {
  readonly what: string;
  readonly program: string;
  /** The component, as Pulumi writes it. */
  readonly on: string;
  readonly said: string;
  /** Policies that are written all the same: they say what is right by itself. */
  readonly written?: readonly string[];
}

const WEB = 'netpol:index:AllowFrom (web)';

const REFUSED: readonly Refused[] = [
  {
    what: 'an Output that becomes an empty list',
    program: `new AllowFrom('web', { ...rule, from: later([]) });`,
    on: WEB,
    said: "AllowFrom 'web' > from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]",
  },
  {
    what: 'an Output that becomes undefined',
    program: `new AllowFrom('web', { ...rule, namespace: later(undefined) });`,
    on: WEB,
    said: "AllowFrom 'web' > namespace: an Output became undefined; give it a value, or leave it out [missing]",
  },
  {
    what: 'an Output that becomes a block with host bits',
    program: `new AllowFrom('web', { ...rule, from: [Peer.cidr(later('10.0.0.1/8'))] });`,
    on: WEB,
    said: "AllowFrom 'web' > from[0] > IpBlock.of: '10.0.0.1/8' has bits set beyond the prefix length; did you mean '10.0.0.0/8' or '10.0.0.1/32'? [cidr]",
  },
  {
    what: 'an Output that becomes a number where a name belongs',
    program: `new AllowFrom('web', { ...rule, namespace: later(7) });`,
    on: WEB,
    said: "AllowFrom 'web' > namespace: 7 does not fit; give a string [wrong-type]",
  },
  {
    what: 'a promise that is rejected',
    program: `new AllowFrom('web', { ...rule, namespace: Promise.reject(new Error('no such secret')) });`,
    on: WEB,
    said: "AllowFrom 'web' > namespace: there is no value: no such secret; see why the Output or Promise failed [missing]",
  },
  {
    what: 'a list that is empty in the program itself',
    program: `new AllowFrom('web', { ...rule, from: [] });`,
    on: WEB,
    said: "AllowFrom 'web' > from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]",
  },
  {
    what: 'a Deployment without labels',
    program: `
      const spec = { selector: { matchLabels: { app: 'web' } }, template: { spec: { containers: [{ name: 'web' }] } } };
      const pods = new k8s.apps.v1.Deployment('web', { metadata: { name: 'web', namespace: 'shop' }, spec });
      new AllowFrom('web', { ...rule, pods });`,
    on: WEB,
    said: "AllowFrom 'web' > pods: the Deployment gives its pods no labels; give them labels, or say which pods with Pods.labeled(...) [empty-labels]",
  },
  {
    what: 'two policies of one name in a namespace',
    program: `
      new DefaultDeny('deny', { namespace: 'shop', name: 'web' });
      new AllowDns('dns', { namespace: later('shop'), name: 'web' });`,
    on: 'netpol:index:AllowDns (dns)',
    said: "AllowDns 'dns' > name: DefaultDeny 'deny' writes a policy 'web' in the same namespace; give one of them another id or name [duplicate-name]",
    written: ['deny'],
  },
  {
    what: 'two policies of one name in the cluster of one provider',
    program: `
      const provider = new k8s.Provider('production');
      const team = new pulumi.ComponentResource('team:index:Team', 'team', {}, { provider });
      new DefaultDeny('deny', { namespace: 'shop', name: 'web' }, { parent: team });
      new AllowDns('dns', { namespace: 'shop', name: 'web' }, { provider });`,
    on: 'netpol:index:AllowDns (dns)',
    said: "AllowDns 'dns' > name: DefaultDeny 'deny' writes a policy 'web' in the same namespace; give one of them another id or name [duplicate-name]",
    written: ['deny'],
  },
];

describeWith(`a program in a process of its own, by the real Pulumi engine with ${PROVIDER},`, pulumiCli(), cli => {
  const stackOf = (name: string, program: string): Promise<Stack> =>
    newStack(cli(), {
      name,
      source: { project: projectOf(name, `${HEAD}${program}`) },
      render: emptyFolder(`pulumi-${name}-rendered`),
    });

  it.each(REFUSED.map((refused, index) => ({ ...refused, name: `refused-${index}` })))(
    'fails with one line on its component, and no policy: $what',
    async ({ name, program, on, said, written = [] }) => {
      const stack = await stackOf(name, program);
      const screen = await failureOf(stack.up({ color: 'never' }));
      expect(diagnosticsOf(screen)).toEqual([`  ${on}:`, `    error: ${said}`]);
      expect(screen).not.toMatch(/unhandled|\bat .*:\d+:\d+/);
      expect(await policiesOf(stack)).toEqual(written);
    },
  );

  it('fails only when a value is there that the preview did not know: then in one line, and with no policy', async () => {
    const stack = await stackOf(
      'known-late',
      `const { status } = new k8s.core.v1.Namespace('made', { metadata: { name: 'made' } });
      new AllowFrom('web', { ...rule, namespace: status.apply(() => 'Shop') });`,
    );
    const { stdout } = await stack.preview({ diff: true, color: 'never' });
    expect(stdout).toMatch(/namespace *: \[unknown\]/);
    expect(stdout).toMatch(/app *: "web"/);
    const screen = await failureOf(stack.up({ color: 'never' }));
    expect(diagnosticsOf(screen)).toEqual([
      `  ${WEB}:`,
      "    error: AllowFrom 'web' > namespace: namespace 'Shop' must be lower-case letters, digits and '-', with a letter or digit at both ends; use the name of a namespace, such as shop [namespace]",
    ]);
    expect(await policiesOf(stack)).toEqual([]);
  });

  it('may have a policy of one name in each of two clusters: the component says in which, not the one around it', async () => {
    const stack = await stackOf(
      'two-clusters',
      `const [staging, production] = ['staging', 'production'].map(name => new k8s.Provider(name));
      const team = new pulumi.ComponentResource('team:index:Team', 'team', {}, { provider: staging });
      new DefaultDeny('deny', { namespace: 'shop' }, { parent: team });
      new DefaultDeny('deny-too', { namespace: 'shop', name: 'deny' }, { parent: team, provider: production });`,
    );
    await stack.up();
    const providers = (await resourcesOf(stack))
      .filter(isPolicy)
      .map(({ urn, provider = '' }) => [nameIn(urn), provider.split('::').at(-2)]);
    expect(providers.sort()).toEqual([
      ['deny', 'staging'],
      ['deny-too', 'production'],
    ]);
  });
});

/** A resource as the engine keeps it. */
interface Kept {
  readonly urn: string;
  readonly type: string;
  readonly provider?: string;
}

async function resourcesOf(stack: Stack): Promise<readonly Kept[]> {
  const { resources = [] } = (await stack.exportStack()).deployment as { readonly resources?: readonly Kept[] };
  return resources;
}

/** The policies that the engine made. */
async function policiesOf(stack: Stack): Promise<string[]> {
  return (await resourcesOf(stack)).filter(isPolicy).map(({ urn }) => nameIn(urn));
}

function isPolicy({ type }: Kept): boolean {
  return type === 'kubernetes:networking.k8s.io/v1:NetworkPolicy';
}

function nameIn(urn: string): string {
  return urn.slice(urn.lastIndexOf(':') + 1);
}
