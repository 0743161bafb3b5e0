import { IpBlock } from '../../model/ip-block';
import { LabelSelector } from '../../model/label-selector';
import { labelSpaceOf, namespaceSelectorOf } from '../../model/label-space';
import { Anywhere, PeerTerm } from '../../model/peer';
import { Pods } from '../../model/pods';
import { Port } from '../../model/port';
import { AddressSet } from '../address-set';
import { PortSets } from '../port-sets';
import { AddressDomain, Choice, PortDomain } from './domain';
import { Knowledge } from './knowledge';
import { Atom, Clause } from './solver';

/** An end of a connection. */
export type Side = 'from' | 'to';

/** Alternatives, in each of which everything has to hold. */
export type Alternatives = readonly (readonly Atom[])[];

/** Marks a variable of which manifests say nothing: whether a block covers a pod, whether an address is a node's. */
const IN_DOUBT = '?';

/** Says in atoms what selectors, blocks and ports match, for pods and addresses that nobody has named yet. */
export class Encoder {
  constructor(
    private readonly portSets: PortSets,
    private readonly known: Readonly<Record<Side, Knowledge>>,
  ) {}

  /** That a side is one of these pods. @param ownNamespace of the policy, for pods that say none */
  pods(side: Side, pods: Pods, ownNamespace?: string): Atom[] {
    const isOpen = pods.namespace === undefined && pods.namespaceSelector === undefined;
    const placed = isOpen && ownNamespace !== undefined ? pods.inNamespace(ownNamespace) : pods;
    return [
      isKind(side, 'pod'),
      ...labelAtoms(`${side} namespace`, namespaceSelectorOf(placed)),
      ...labelAtoms(`${side} label`, pods.podSelector),
    ];
  }

  /** That a side is what an entry of a rule names. */
  peer(side: Side, peer: PeerTerm, ownNamespace?: string): Alternatives {
    if (peer instanceof Pods) return [this.pods(side, peer, ownNamespace)];
    if (peer instanceof IpBlock) return this.block(side, peer);
    if (peer instanceof Anywhere) return [[]];
    return [[isKind(side, 'outside'), yes(`${side} ${IN_DOUBT}${peer}`)]];
  }

  /** That the port is one of these. What a name stands for is up to the destination. */
  ports(ports: readonly Port[]): Alternatives {
    const numbered = ports.filter(({ name }) => name === undefined);
    const named = ports.filter(({ name }) => name !== undefined);
    return [...(numbered.length > 0 ? [[this.portAtom(numbered)]] : []), ...named.map(port => this.namedPort(port))];
  }

  private namedPort({ protocol, name }: Port): readonly Atom[] {
    const declared = this.known.to.ports;
    if (declared !== undefined) {
      const mine = declared.filter(port => port.name === name && port.protocol === protocol);
      return [this.portAtom(mine.map(port => Port._range(port.protocol, port.port)))];
    }
    const ofProtocol = protocol === undefined ? Port.all() : Port._range(protocol, 1, 65535);
    return [this.portAtom([ofProtocol]), yes(`name ${protocol} ${name}`)];
  }

  private portAtom(ports: readonly Port[]): Atom {
    return { variable: 'ports', domain: new PortDomain(this.portSets, this.portSets.of(ports)) };
  }

  private block(side: Side, block: IpBlock): Alternatives {
    const addresses = { variable: `${side} address`, domain: AddressDomain.of(AddressSet.ofBlock(block)) };
    const outside = [isKind(side, 'outside'), addresses];
    const covers = this.known[side].covers(block);
    if (covers === 'no') return [outside];
    return [outside, [isKind(side, 'pod'), ...(covers === 'yes' ? [] : [yes(`${side} ${IN_DOUBT}${block}`)])]];
  }
}

/**
 *
 */
export function isKind(side: Side, kind: 'pod' | 'outside'): Atom {
  return { variable: `${side} kind`, domain: new Choice(['pod', 'outside'], [kind]) };
}

/** That none of the alternatives holds. */
export function negate(alternatives: Alternatives): Clause[] {
  return alternatives.map(atoms => atoms.map(({ variable, domain }) => ({ variable, domain: domain.complement() })));
}

/** That one alternative of each holds, together. */
export function product(...factors: readonly Alternatives[]): Alternatives {
  return factors.reduce<Alternatives>(
    (all, factor) => all.flatMap(atoms => factor.map(more => [...atoms, ...more])),
    [[]],
  );
}

/** Whether an atom is about something that manifests leave in doubt. */
export function isInDoubt({ variable }: Atom): boolean {
  return variable.includes(IN_DOUBT);
}

/** What is in doubt, in words. */
export function doubtIn({ variable }: Atom): string {
  const [side, what] = variable.split(` ${IN_DOUBT}`);
  return `whether ${what} covers the ${side === 'from' ? 'source' : 'destination'}`;
}

function yes(variable: string): Atom {
  return { variable, domain: new Choice(['yes', 'no'], ['yes']) };
}

function labelAtoms(prefix: string, selector: LabelSelector | undefined): Atom[] {
  if (selector === undefined) return [];
  return [...labelSpaceOf(selector)].map(([key, values]) => ({ variable: `${prefix} ${key}`, domain: values }));
}
