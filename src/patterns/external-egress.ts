import { IpBlock } from '../model/ip-block';
import { IPeer, termsOf } from '../model/peer';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { peers, pods, ports } from './fields';
import { metadataAddresses } from './metadata-hosts';
import { reaching } from './one-sided';
import { pattern } from './pattern';
import { PolicyProps } from './policy-props';

/** What {@link externalEgress} takes. */
export interface ExternalEgressProps extends PolicyProps {
  /** The pods that may reach out. */
  readonly pods: Pods;
  /** Addresses outside the cluster: `Peer.internet()`, `Peer.cidr('203.0.113.0/24')`. */
  readonly to: IPeer[];
  /** Destination ports; every port is `Port.all()`. */
  readonly ports: Port[];
  /**
   * Metadata addresses that `to` is meant to cover, such as `169.254.169.254`: whoever reaches one may get the node's credentials.
   *
   * @default - none, and a block that covers one is refused
   */
  readonly allowMetadata?: string[];
}

/**
 * Lets pods reach addresses outside the cluster.
 *
 * Isolates the pods for egress.
 */
export const externalEgress = pattern<ExternalEgressProps>(
  'ExternalEgress',
  { pods, to: peers, ports, allowMetadata: metadataAddresses },
  props => {
    refuseInside(props.to, 'to');
    return { ...reaching(props.to, props), allowMetadata: props.allowMetadata ?? [] };
  },
);

function refuseInside(to: readonly IPeer[], path: string): void {
  const inside = termsOf(to).find(term => !(term instanceof IpBlock));
  if (inside !== undefined) {
    throw new PolicyError({
      code: 'peer',
      path,
      value: String(inside),
      problem: `not outside the cluster: ${inside}`,
      fix: 'use Peer.internet() or Peer.cidr(...); for pods use AllowTo',
    });
  }
}
