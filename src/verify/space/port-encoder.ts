import { EngineTraits, traitInWords } from '../../model/engine';
import { PeerTerm } from '../../model/peer';
import { Pods } from '../../model/pods';
import { Port } from '../../model/port';
import { everyPort } from '../reach/named-ports';
import { withoutEndPort } from '../reach/rule-ports';
import { PortSets } from '../sets/port-sets';
import { Alternatives, isKind, Side, yes } from './atoms';
import { PortDomain } from './domain';
import { doubt } from './doubts';
import { Knowledge } from './knowledge';
import { Atom } from './solver';

/** The ports of a rule, and whose rule it is. */
export interface PortsOfRule {
  readonly ports: readonly Port[];
  readonly peer: PeerTerm;
  /** The end at which the rule stands. */
  readonly side: Side;
}

/** Says in atoms what ports match, at destinations that nobody has named yet. */
export class PortEncoder {
  private readonly portSets = new PortSets();

  constructor(
    private readonly destination: Knowledge,
    private readonly engine?: EngineTraits,
  ) {}

  /** That the port is one of these. What a name stands for is up to the destination. */
  exactly(ports: readonly Port[]): Alternatives {
    const numbers = ports.filter(({ name }) => name === undefined);
    const names = ports.filter(({ name }) => name !== undefined);
    return [...(numbers.length > 0 ? [[this.atom(numbers)]] : []), ...names.map(port => this.named(port))];
  }

  /** That the port is one of a rule's, as the engine reads them. */
  ofRule({ ports, peer, side }: PortsOfRule): Alternatives {
    const numbers = ports.filter(({ name }) => name === undefined);
    const names = ports.filter(({ name }) => name !== undefined);
    const mayOpenAll = numbers.length === 0 && peer instanceof Pods;
    return [...this.ruleNumbers(numbers), ...names.flatMap(name => this.ruleName(name, side, mayOpenAll))];
  }

  private ruleNumbers(ports: readonly Port[]): Alternatives {
    if (ports.length === 0) return [];
    const { engine } = this;
    if (engine === undefined || engine.endPort === 'range') return [[this.atom(ports)]];
    const first = this.atom(ports.map(withoutEndPort));
    if (engine.endPort === 'first-port') return [[first]];
    const ranges = ports.filter(port => port._isRange);
    if (ranges.length === 0) return [[first]];
    return [[first], [this.atom(ranges), yes(doubt('engine', `whether ${inWords(engine, 'endPort')}`))]];
  }

  /** Where it is in doubt which port a name opens, it may be any of the protocol. */
  private ruleName(port: Port, side: Side, mayOpenAll: boolean): Alternatives {
    const { engine } = this;
    if (engine === undefined) return [this.named(port)];
    const ofProtocol = this.atom([everyPort(port)]);
    const inDoubt = yes(doubt(side, `whether ${inWords(engine, 'namedPorts')} (${port.name})`));
    switch (engine.namedPorts) {
      case 'every-port':
        return [[ofProtocol]];
      case 'every-port-if-unresolved':
        return [this.named(port), ...(mayOpenAll ? [[isKind('to', 'pod'), inDoubt]] : [])];
      case 'blocked-if-ambiguous':
        return [[...this.named(port), inDoubt]];
      case 'of-some-pod':
        return [[ofProtocol, inDoubt]];
      default:
        return [this.named(port)];
    }
  }

  private named({ protocol, name }: Port): readonly Atom[] {
    const declared = this.destination.ports;
    if (declared !== undefined) {
      const mine = declared.filter(port => port.name === name && port.protocol === protocol);
      return [this.atom(mine.map(port => Port._range(port.protocol, port.port)))];
    }
    return [isKind('to', 'pod'), this.atom([everyPort({ protocol })]), yes(`name ${protocol} ${name}`)];
  }

  private atom(ports: readonly Port[]): Atom {
    return { variable: 'ports', domain: new PortDomain(this.portSets, this.portSets.of(ports)) };
  }
}

function inWords(engine: EngineTraits, trait: 'endPort' | 'namedPorts'): string {
  return `${engine.name} ${traitInWords(engine, trait)}`;
}
