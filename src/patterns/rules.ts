import { Check, listOf, shape } from '../model/check';
import { IPeer } from '../model/peer';
import { Port } from '../model/port';
import { peers, ports } from './fields';
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

/** From a group to whom its rules say. @param path where the rules stand in the props */
export function outside(from: Group, rules: readonly EgressRule[] = [], path: string): Connection[] {
  return rules.map(({ to, ports: open }, index) => ({ from, to, ports: open, path: `${path}[${index}].to` }));
}

/** From whom a rule says to a group; none where there is no rule. */
export function admitting(to: Group, rule?: IngressRule): Connection[] {
  return rule === undefined ? [] : [{ from: rule.from, to, ports: rule.ports }];
}
