import * as k8s from '@pulumi/kubernetes';
import { output } from '@pulumi/pulumi';
import { Testing } from 'cdk8s';
import fc from 'fast-check';
import * as netpol from '../../src';
import * as twins from '../../src/pulumi';
import { AllowDns, Dns, NetworkPolicy, Peer, Platform, PlatformContext, Pods, Port, Workload } from '../../src/pulumi';
import { Usage } from '../arbitraries/usage';
import { USAGES } from '../arbitraries/usages';
import { runs } from '../properties/runs';
import { refusalOf } from '../refusal';
import { inOrder, manifestsOf } from './manifests';
import { Registered, run } from './program';
import { TOLD_BY_CALLS } from './told-by-calls';

type Twin = new (name: string, props: object) => unknown;

const TWINS = twins as unknown as Readonly<Record<string, Twin>>;

/** Platforms that differ in what they add and in what they refuse, said in both vocabularies. */
const PLATFORMS: readonly (readonly [string, netpol.Platform, Platform])[] = [
  ['GKE', netpol.Platform.gke(), Platform.gke()],
  ['OpenShift', netpol.Platform.openShift(), Platform.openShift()],
  ['K3s', netpol.Platform.k3s(), Platform.k3s()],
  [
    'Cilium with known addresses',
    netpol.Platform.cilium().withAddresses({ pods: ['10.0.0.0/9'], apiServer: ['10.96.0.1/32'] }),
    Platform.cilium().withAddresses({ pods: ['10.0.0.0/9'], apiServer: ['10.96.0.1/32'] }),
  ],
  [
    'EKS with resolvers of its own',
    netpol.Platform.eks().withDns([netpol.Dns.at(['10.9.9.9'])]),
    Platform.eks().withDns([Dns.at(['10.9.9.9'])]),
  ],
];

const COMPONENTS = USAGES.filter(([name]) => !TOLD_BY_CALLS.includes(name));

describe.each(PLATFORMS)('on %s', (_, constructsRunOn, componentsRunOn) => {
  it.each(COMPONENTS)('%s writes and refuses what the construct of cdk8s does', async (name, usage) => {
    await fc.assert(
      fc.asyncProperty(usage, async used => {
        expect(await written(name, used, componentsRunOn)).toBe(synthesized(used, constructsRunOn));
      }),
      runs(10),
    );
  });

  it('a Workload resolves names as that of cdk8s does', async () => {
    const { policies } = await run(() => {
      PlatformContext.set(componentsRunOn);
      new Workload('web', { namespace: 'shop', pods: Pods.labeled({ app: 'web' }) }).allowDns();
    });
    const chart = Testing.chart();
    netpol.PlatformContext.set(chart, constructsRunOn);
    const pods = netpol.Pods.labeled({ app: 'web' });
    new netpol.Workload(chart, 'web', { namespace: 'shop', pods, name: 'web' }).allowDns();
    expect(manifestsOf(policies)).toBe(inOrder(Testing.synth(chart) as object[]));
  });
});

async function written(name: string, used: Usage, platform: Platform): Promise<string> {
  const { namespace } = used.emptyChart();
  let refused: string | undefined;
  const { policies } = await run(() => {
    PlatformContext.set(platform);
    try {
      new TWINS[name]('Used', { namespace, ...used.props });
    } catch (error) {
      refused = reasonIn(error);
    }
  });
  return refused ?? manifestsOf(policies);
}

function synthesized(used: Usage, platform: netpol.Platform): string {
  const chart = used.emptyChart();
  netpol.PlatformContext.set(chart, platform);
  try {
    used.makeIn(chart, used.props);
  } catch (error) {
    return reasonIn(error);
  }
  return inOrder(Testing.synth(chart) as object[]);
}

/** What is wrong, without the name of the construct. */
function reasonIn(error: unknown): string {
  const { message } = error as Error;
  return message.slice(message.indexOf("'", message.indexOf("'") + 1));
}

describe('a platform that is said', () => {
  it('is that of one cluster, whoever stands around its components', async () => {
    const { policies } = await run(() => {
      const provider = new k8s.Provider('openshift');
      PlatformContext.set(Platform.openShift(), { provider });
      new AllowDns('there', { namespace: 'pay' }, { provider });
      new AllowDns('here', { namespace: 'pay' });
    });
    expect(policies.map(portsIn)).toEqual([
      [53, 53],
      [5353, 5353],
    ]);
  });

  it('refuses an Output that becomes what its engine would enforce otherwise', async () => {
    const { errors } = await run(() => {
      PlatformContext.set(Platform.cilium().withAddresses({ pods: ['10.0.0.0/8'] }));
      new NetworkPolicy('web', {
        namespace: 'shop',
        pods: Pods.labeled({ app: 'web' }),
        egress: [{ to: [Peer.cidr(output('10.1.0.0/16'))], ports: [Port.https()] }],
      });
    });
    expect(errors).toEqual([expect.stringContaining('cilium never takes a pod for part of an ipBlock')]);
  });

  it.each([
    {
      what: 'after components',
      say: () => {
        new AllowDns('dns', { namespace: 'pay' });
        PlatformContext.set(Platform.eks());
      },
      said: "PlatformContext.set > cluster: AllowDns 'dns' is in it already, and was made without the platform; say it before components are made [conflict]",
    },
    {
      what: 'with an Output in it',
      say: () => PlatformContext.set(Platform.eks().withAddresses({ pods: [output('10.0.0.0/8')] })),
      said: 'PlatformContext.set > platform: an Output decides what is refused; give plain values [wrong-type]',
    },
    {
      what: 'for a cluster that is no provider',
      say: () => PlatformContext.set(Platform.eks(), { provider: 'eks' as never }),
      said: "PlatformContext.set > cluster.provider: 'eks' does not fit; give a provider, such as new k8s.Provider('staging') [wrong-type]",
    },
    {
      what: 'for a cluster in other words',
      say: () => PlatformContext.set(Platform.eks(), { Provider: new k8s.Provider('staging') } as never),
      said: 'PlatformContext.set > cluster.Provider: there is no such field; did you mean provider? [unknown-field]',
    },
    {
      what: 'as a name',
      say: () => PlatformContext.set('eks' as never),
      said: "PlatformContext.set > platform: 'eks' does not fit; give a Platform, such as Platform.eks() [wrong-type]",
    },
  ])('is refused $what', async ({ say, said }) => {
    let refused: string | undefined;
    await run(() => {
      refused = refusalOf(say).message;
    });
    expect(refused).toBe(said);
  });
});

function portsIn({ inputs }: Registered): number[] {
  const { egress } = inputs.spec as { readonly egress: readonly { readonly ports: readonly { port: number }[] }[] };
  return egress.flatMap(({ ports }) => ports.map(({ port }) => port));
}
