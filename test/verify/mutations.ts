import fc from 'fast-check';
import { Cidr } from '../../src/model/cidr';
import { IpBlock } from '../../src/model/ip-block';
import { LabelSelector } from '../../src/model/label-selector';
import { Anywhere, PeerTerm } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { PlannedPolicy, Rule } from '../../src/model/policy';
import { Port } from '../../src/model/port';

/** Which of several things is meant: a number, taken modulo how many there are. */
export interface Mutation {
  readonly kind: (typeof KINDS)[number];
  readonly policy: number;
  readonly rule: number;
}

const KINDS = [
  'drop a policy',
  'drop a rule',
  'add a rule',
  'change a port',
  'change a selector',
  'change a peer',
  'stop isolating',
] as const;

export const mutation: fc.Arbitrary<Mutation> = fc.record({
  kind: fc.constantFrom(...KINDS),
  policy: fc.nat(),
  rule: fc.nat(),
});

/** Policies in which somebody has made a mistake. */
export function mutated(policies: readonly PlannedPolicy[], { kind, policy, rule }: Mutation): PlannedPolicy[] {
  const broken = policies[policy % policies.length];
  if (kind === 'drop a policy') return policies.filter(each => each !== broken);
  const changed = policies.map(each => (each === broken ? mutatedPolicy(each, kind, rule) : each));
  // None can be written that isolates in no direction.
  return changed.filter(({ ingress, egress }) => ingress !== undefined || egress !== undefined);
}

function mutatedPolicy(policy: PlannedPolicy, kind: Mutation['kind'], number: number): PlannedPolicy {
  const direction = number % 2 === 0 ? 'ingress' : 'egress';
  const rules = policy[direction];
  if (kind === 'change a selector') return { ...policy, podSelector: otherSelector(policy.podSelector) };
  if (kind === 'stop isolating') return { ...policy, [direction]: undefined };
  if (kind === 'add a rule') return { ...policy, [direction]: [...(rules ?? []), ADDED[number % ADDED.length]] };
  const index = rules === undefined ? 0 : (number >> 1) % rules.length;
  return { ...policy, [direction]: rules?.flatMap((each, at) => (at === index ? mutatedRule(each, kind) : [each])) };
}

const ADDED: readonly Rule[] = [
  new Rule([Pods.labeled({ app: 'web' }).inNamespace('shop')], [Port.http()]),
  new Rule([Pods.any()], [Port.udp(53)]),
  new Rule([IpBlock.of('203.0.113.0/24')], [Port.all()]),
  new Rule([Anywhere.INSTANCE], [Port.https()]),
];

function mutatedRule({ peers, ports }: Rule, kind: Mutation['kind']): Rule[] {
  if (kind === 'drop a rule') return [];
  return kind === 'change a port'
    ? [new Rule(peers, [...ports.slice(1), Port.tcp(81, 82)])]
    : [new Rule([...peers.slice(1), otherPeer(peers[0])], ports)];
}

/** A block becomes one that is twice as wide, other pods those of every namespace. */
function otherPeer(peer: PeerTerm): PeerTerm {
  if (peer instanceof IpBlock) return widened(peer);
  return peer instanceof Pods ? Pods._of(otherSelector(peer.podSelector), LabelSelector.everything()) : Pods.any();
}

function widened({ cidr, except }: IpBlock): IpBlock {
  const [address] = cidr.block.split('/');
  const isAligned = (block: string) => {
    try {
      return Cidr.of(block) !== undefined;
    } catch {
      return false;
    }
  };
  const wider = `${address}/${cidr.prefixLength - 1}`;
  return cidr.prefixLength > 0 && isAligned(wider)
    ? IpBlock.of(wider, ...except.map(String))
    : IpBlock.of(cidr.block, ...except.slice(1).map(String));
}

/** The selector without one of its demands; what selects everything selects less. */
function otherSelector({ matchLabels, expressions }: LabelSelector): LabelSelector {
  const [, ...rest] = expressions;
  if (Object.keys(matchLabels).length === 0 && expressions.length === 0) return LabelSelector.labeled({ app: 'web' });
  return rest.length === 0 ? LabelSelector.everything() : LabelSelector.matching(...rest);
}
