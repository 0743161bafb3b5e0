import { Direction } from '../model/direction';
import { Change } from '../verify/explain/changes';
import { EndExplanation } from '../verify/explain/explain-end';
import { PortsExplanation } from '../verify/explain/explain-ports';
import { PortSets } from '../verify/sets/port-sets';
import { placeOfRule, policyName, rulePath, RuleRef } from './names';
import { portsByProtocol, PortsJson } from './ports';

/** Why ports have the verdict that they share, as `--json` prints it. */
export interface ExplanationJson {
  readonly from: string;
  readonly to: string;
  readonly ports: readonly PortsJson[];
  readonly verdict: 'allow' | 'deny' | 'unknown';
  /** What the source may send. */
  readonly egress: EndJson;
  /** What the destination accepts. */
  readonly ingress: EndJson;
  /** The smallest changes after which the verdict is the other one; empty where none is sure to be enough. */
  readonly changes: readonly ChangeJson[];
  /** Where the engine departs from the API, in words. */
  readonly differences: readonly string[];
}

/** What decides at one end. */
export interface EndJson {
  readonly verdict: 'allow' | 'deny' | 'unknown';
  /** Names of the policies that isolate it. */
  readonly isolatedBy: readonly string[];
  /** Their rules that name the other end. */
  readonly rules: readonly (RuleJson & { readonly allows: 'yes' | 'no' | 'maybe' })[];
  /** Rules of administrators that match, in the order in which they are asked. */
  readonly admin: readonly (RuleJson & {
    readonly action: 'Accept' | 'Deny' | 'Pass';
    readonly applies: 'yes' | 'maybe';
  })[];
  /** Why it cannot be told. */
  readonly reasons: readonly string[];
}

/** A rule of a policy. */
export interface RuleJson {
  readonly policy: string;
  /** Such as `spec.ingress[0]`. */
  readonly path: string;
  /** Where the rule stands, if that is known. */
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
}

/** A change to policies; peers, pods and ports in words. */
export type ChangeJson =
  | ({ readonly change: 'remove-rule' } & RuleJson)
  | {
      readonly change: 'add-rule';
      readonly policy: string;
      readonly direction: Direction;
      readonly peer: string;
      readonly port: string;
    }
  | { readonly change: 'isolate'; readonly pods: string; readonly direction: Direction };

/** What `netpol explain --json` prints. */
export interface ExplainJson {
  /** One for each verdict that occurs, of addresses for each set of ports: allow, unknown, deny. */
  readonly explanations: readonly ExplanationJson[];
}

/** Explanations of all ports that were asked about, part by part. */
export function explanationsJson(parts: readonly PortsExplanation[], portSets: PortSets): ExplainJson {
  const explanations = parts.map(({ ports, explanation: { connection, verdict, ends, flip, differences } }) => ({
    from: connection.from.name,
    to: connection.to.name,
    ports: portsByProtocol(portSets, ports),
    verdict,
    egress: endJson(ends[0]),
    ingress: endJson(ends[1]),
    changes: flip.map(changeJson),
    differences,
  }));
  return { explanations };
}

function endJson({ direction, verdict, isolatedBy, rules, admin, reasons }: EndExplanation): EndJson {
  const naming = rules.filter(({ peer }) => peer !== 'no');
  return {
    verdict,
    isolatedBy: isolatedBy.map(policyName),
    rules: naming.map(({ allows, ...rule }) => ({ ...ruleJson(rule), allows })),
    admin: admin.map(({ action, applies, ...rule }) => ({ ...ruleJson({ ...rule, direction }), action, applies })),
    reasons,
  };
}

function ruleJson(rule: RuleRef): RuleJson {
  const { file, line, column } = placeOfRule(rule) ?? {};
  return { policy: policyName(rule.policy), path: rulePath(rule), file, line, column };
}

function changeJson(change: Change): ChangeJson {
  switch (change.kind) {
    case 'remove-rule':
      return { change: change.kind, ...ruleJson(change) };
    case 'add-rule': {
      const { policy, direction, peer, port } = change;
      return { change: change.kind, policy: policyName(policy), direction, peer: String(peer), port: String(port) };
    }
    case 'isolate':
      return { change: change.kind, pods: String(change.pods), direction: change.direction };
  }
}
