import { Check, listOf, shape } from '../model/check';
import { IPeer } from '../model/peer';
import { Port } from '../model/port';
import { peers, ports } from './fields';
import { refuseMetadata } from './metadata-refusal';
import { Connection, Group } from './plan';

/** Who may reach the selected pods, and on which of their ports. */
export interface IngressRule {
  /** Everyone is `Peer.anywhere()`. */
  readonly from: IPeer[];
  /** Every port is `Port.all()`. */
  readonly ports: Port[];
}

/** Whom the selected pods may reach, and on which ports. */
export interface EgressRule {
  /** Everyone is `Peer.anywhere()`. */
  readonly to: IPeer[];
  /** Every port is `Port.all()`. */
  readonly ports: Port[];
}

export const ingressRule: Check<IngressRule> = shape<IngressRule>({ from: peers, ports });

export const egressRule: Check<EgressRule> = shape<EgressRule>({ to: peers, ports });

/** Where a construct may do without any. */
export const egressRules = listOf(egressRule, 'leave it out');

/** Where rules stand in the props. */
interface RulesField {
  readonly path: string;
  /** Metadata addresses that blocks may cover; undefined where the construct has no field to name them. */
  readonly allowMetadata?: readonly string[];
}

/** From a group to whom its rules say; blocks that cover a metadata address are refused. */
export function outside(
  from: Group,
  rules: readonly EgressRule[] = [],
  { path, allowMetadata }: RulesField,
): Connection[] {
  return rules.map(({ to, ports: open }, index) => {
    refuseMetadata(to, `${path}[${index}].to`, allowMetadata);
    return { from, to, ports: open };
  });
}

/** From whom a rule says to a group; none where there is no rule. */
export function admitting(to: Group, rule?: IngressRule): Connection[] {
  return rule === undefined ? [] : [{ from: rule.from, to, ports: rule.ports }];
}
