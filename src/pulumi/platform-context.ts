import { ProviderResource, Resource } from '@pulumi/pulumi';
import { at, optional, shape, wrongType } from '../model/check';
import { naming, PolicyError } from '../model/policy-error';
import { aPlatform } from '../patterns/place';
import { workOf } from './clusters';
import { templateOf } from './outputs/deferred';
import { Platform } from './outputs/vocabulary';

/** Which cluster is meant. */
export interface InCluster {
  /**
   * The provider of the cluster.
   *
   * @default - that of components that have none of their own
   */
  readonly provider?: ProviderResource;
}

/**
 * What a cluster runs on, for every component in it.
 *
 * @example
 * import { AllowDns, Platform, PlatformContext } from 'netpol/pulumi';
 *
 * PlatformContext.set(Platform.openShift());
 * new AllowDns('dns', { namespace: 'pay' });
 */
export class PlatformContext {
  /** Says what a cluster runs on. @param platform without Outputs @param cluster without components of netpol by now */
  static set(platform: Platform, cluster: InCluster = {}): void {
    naming('PlatformContext.set', () => {
      const { provider } = at('cluster', inCluster, cluster);
      const work = workOf(provider);
      if (work.written.length > 0) throw tooLate(work.written[0].owner);
      work.platform = at('platform', aPlatform, plain(platform));
    });
  }

  private constructor() {}
}

const inCluster = shape<InCluster>({ provider: optional(kubernetesProvider) });

function kubernetesProvider(value: unknown): ProviderResource {
  const isOne = Resource.isInstance(value) && '__pulumiType' in value;
  if (isOne && value.__pulumiType === 'pulumi:providers:kubernetes') return value as Resource as ProviderResource;
  throw wrongType(value, "a provider, such as new k8s.Provider('staging')");
}

/** What is refused hangs on it, and is refused at once. */
function plain(platform: unknown): unknown {
  const { data, holes } = templateOf(platform);
  if (holes.length === 0) return data;
  throw new PolicyError({
    code: 'wrong-type',
    path: 'platform',
    problem: 'an Output decides what is refused',
    fix: 'give plain values',
  });
}

function tooLate(owner: string): PolicyError {
  return new PolicyError({
    code: 'conflict',
    path: 'cluster',
    problem: `${owner} is in it already, and was made without the platform`,
    fix: 'say it before components are made',
  });
}
