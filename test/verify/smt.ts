import { ClusterNetworkPolicy, PodsOrNamespaces, TierPeer, TierProtocol } from '../oracle/cluster-network-policy';
import { NetworkPolicy, Peer } from '../oracle/manifest';
import { QuestionSketch } from './sketch-questions';
import { and, not, or, Side, SmtConnection } from './smt-connection';
import { PolicySketch } from './universe';

// Policies in SMT-LIB, from the text of the API: it shares nothing with how the verifier says them.

type Direction = 'Egress' | 'Ingress';

const ACTIONS = { Accept: 1, Deny: 2, Pass: 3 } as const;

/** Says what policies allow of one connection, about which everything else is left to the solver. */
export class Smt {
  constructor(private readonly connection: SmtConnection) {}

  /** That a connection is allowed. */
  allowed(policies: Pick<PolicySketch, 'clusterPolicies' | 'policies'>): string {
    return and(this.allowedAt('Egress', policies), this.allowedAt('Ingress', policies));
  }

  /** That a connection is one of those that are asked about. */
  asked({ from, to, ports }: QuestionSketch): string {
    const peers = (all: readonly Peer[], side: Side) =>
      all.length === 0 ? 'true' : or(...all.map(peer => this.connection.peer(peer, side, '')));
    return and(peers(from, 'from'), peers(to, 'to'), this.connection.ports(ports));
  }

  private allowedAt(direction: Direction, policies: Pick<PolicySketch, 'clusterPolicies' | 'policies'>): string {
    const side = direction === 'Egress' ? 'from' : 'to';
    const own = policies.policies.filter(policy => typesOf(policy).includes(direction));
    const isolated = or(...own.map(policy => this.subject(policy, side)));
    const granted = or(...own.map(policy => this.granted(policy, direction)));
    const [admin, baseline] = (['Admin', 'Baseline'] as const).map(tier =>
      this.tier(
        policies.clusterPolicies.filter(({ spec }) => spec.tier === tier),
        direction,
      ),
    );
    const last = `(ite ${isolated} ${granted} ${not(`(= ${baseline} ${ACTIONS.Deny})`)})`;
    const decided = `(ite (= ${admin} ${ACTIONS.Accept}) true (ite (= ${admin} ${ACTIONS.Deny}) false ${last}))`;
    return or(not(`${side}-pod`), decided);
  }

  private subject({ metadata, spec }: NetworkPolicy, side: Side): string {
    return this.connection.peer({ podSelector: spec?.podSelector ?? {} }, side, metadata?.namespace ?? 'default');
  }

  private granted(policy: NetworkPolicy, direction: Direction): string {
    const { ingress, egress } = policy.spec ?? {};
    const namespace = policy.metadata?.namespace ?? 'default';
    const rules =
      direction === 'Ingress'
        ? (ingress ?? []).map(rule => ({ peers: rule?.from ?? [], ports: rule?.ports ?? [] }))
        : (egress ?? []).map(rule => ({ peers: rule?.to ?? [], ports: rule?.ports ?? [] }));
    const other = direction === 'Ingress' ? 'from' : 'to';
    const matches = rules.map(({ peers, ports }) =>
      and(
        peers.length === 0 ? 'true' : or(...peers.map(peer => this.connection.peer(peer ?? {}, other, namespace))),
        this.connection.ports(ports.map(port => port ?? {})),
      ),
    );
    return and(this.subject(policy, direction === 'Ingress' ? 'to' : 'from'), or(...matches));
  }

  /** 0 where no rule matches, or the number of the action. */
  private tier(policies: readonly ClusterNetworkPolicy[], direction: Direction): string {
    const priorities = [...new Set(policies.map(({ spec }) => spec.priority))].sort((a, b) => b - a);
    return priorities.reduce((next, priority) => {
      const same = policies.filter(({ spec }) => spec.priority === priority);
      const decided = same.map(policy => ({ name: policy.metadata.name, action: this.firstMatch(policy, direction) }));
      const any = anyOf(decided, name => this.connection.doubt(`${direction} is up to ${name}`));
      return `(let ((any ${any})) (ite (= any 0) ${next} any))`;
    }, '0');
  }

  private firstMatch({ spec }: ClusterNetworkPolicy, direction: Direction): string {
    const [own, other]: readonly Side[] = direction === 'Ingress' ? ['to', 'from'] : ['from', 'to'];
    const rules =
      direction === 'Ingress'
        ? (spec.ingress ?? []).map(({ from, ...rule }) => ({ ...rule, peers: from }))
        : (spec.egress ?? []).map(({ to, ...rule }) => ({ ...rule, peers: to }));
    const first = rules.reduceRight((next, { action, peers, protocols }) => {
      const matches = and(
        or(...peers.map(peer => this.tierPeer(peer, other))),
        protocols === undefined ? 'true' : or(...protocols.map(each => this.tierProtocol(each))),
      );
      return `(ite ${matches} ${ACTIONS[action]} ${next})`;
    }, '0');
    return `(ite ${this.podsOrNamespaces(spec.subject, own)} ${first} 0)`;
  }

  private tierPeer(peer: TierPeer, side: Side): string {
    if (peer.networks) return or(...peer.networks.map(cidr => this.connection.block({ cidr }, side)));
    if (peer.nodes || peer.domainNames) {
      return and(not(`${side}-pod`), this.connection.doubt(`${JSON.stringify(peer)} is ${side}`));
    }
    return this.podsOrNamespaces(peer, side);
  }

  private podsOrNamespaces({ namespaces, pods }: PodsOrNamespaces, side: Side): string {
    const [namespaceSelector, podSelector] = namespaces
      ? [namespaces, {}]
      : [pods?.namespaceSelector, pods?.podSelector];
    return this.connection.peer(
      { namespaceSelector: namespaceSelector ?? {}, podSelector: podSelector ?? {} },
      side,
      '',
    );
  }

  private tierProtocol({ tcp, udp, sctp, destinationNamedPort: name }: TierProtocol): string {
    if (name !== undefined) return this.connection.named(name);
    const [number, match] =
      [tcp, udp, sctp].map((each, index) => [index, each] as const).find(([, each]) => each) ?? [];
    const { number: port, range } = match?.destinationPort ?? {};
    const { start, end } = range ?? { start: port ?? 1, end: port ?? 65535 };
    return and(`(= protocol ${number})`, `(<= ${start} port)`, `(<= port ${end})`);
  }
}

/** Of policies that decide differently, each may be the one that counts. */
function anyOf(
  decided: readonly { readonly name: string; readonly action: string }[],
  choose: (name: string) => string,
): string {
  const [first, ...others] = decided;
  if (first === undefined) return '0';
  const settled = and(...others.map(({ action }) => or(`(= ${action} 0)`, `(= ${action} ${first.action})`)));
  const rest = anyOf(others, choose);
  return `(ite (= ${first.action} 0) ${rest} (ite ${or(settled, choose(first.name))} ${first.action} ${rest}))`;
}

function typesOf({ spec }: NetworkPolicy): readonly string[] {
  if (spec?.policyTypes?.length) return spec.policyTypes;
  return spec?.egress?.length ? ['Ingress', 'Egress'] : ['Ingress'];
}
