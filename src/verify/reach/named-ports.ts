import { ContainerPort } from '../../model/cluster';
import { EngineTraits, traitInWords } from '../../model/engine';
import { PeerTerm } from '../../model/peer';
import { Pods } from '../../model/pods';
import { Port } from '../../model/port';
import { PortRange, PortSetId, PortSets } from '../sets/port-sets';
import { Endpoints } from './endpoints';

/** Ports that a rule opens, and those of which it cannot be told. */
export interface OpenPorts {
  readonly sure: PortSetId;
  readonly maybe: PortSetId;
  /** Why it cannot be told. */
  readonly reason?: string;
}

/** For whom the ports of a rule are opened. */
export interface PortScope {
  readonly peer: PeerTerm;
  /** Undefined where the ports are the same at every destination. */
  readonly destination?: number;
}

/** Stands for a destination that has no names for its ports. */
const NOBODY = -1;

/** What names of ports are in numbers, for the API or for the engine that is asked about. */
export class NamedPorts {
  private numbers?: ReadonlyMap<string, ReadonlyMap<number, PortRange>>;

  constructor(
    private readonly portSets: PortSets,
    private readonly endpoints: Endpoints,
    private readonly engine?: EngineTraits,
  ) {}

  /** What names open. @param isAlone whether the rule has no other ports */
  open(names: readonly Port[], { peer, destination }: PortScope, isAlone: boolean): OpenPorts {
    const own = destination === undefined ? PortSets.NONE : this.at(names, destination);
    const isPods = peer instanceof Pods;
    switch (this.engine?.namedPorts) {
      case 'every-port':
        return { sure: this.portSets.of(names.map(everyPort)), maybe: PortSets.NONE };
      case 'every-port-if-unresolved':
        return isAlone && isPods && own === PortSets.NONE ? this.perhaps(PortSets.ALL) : surely(own);
      case 'blocked-if-ambiguous':
        return this.unlessAmbiguous(names, destination);
      case 'of-some-pod':
        return this.ofSomePod(names, isPods ? destination : undefined);
      default:
        return surely(own);
    }
  }

  /** The ports that have these names, of those that pods declare. */
  among(declared: readonly ContainerPort[], names: readonly Port[]): PortSetId {
    const found = declared.filter(({ name, protocol }) =>
      names.some(port => port.name === name && port.protocol === protocol),
    );
    return this.portSets.ofRanges(found.map(({ protocol, port }) => ({ protocol, first: port, last: port })));
  }

  /** The ports that a destination has by these names: pods that a name of a rule tells apart are not in one class. */
  private at(names: readonly Port[], destination: number): PortSetId {
    return this.among(this.endpoints.pods.classes[destination]?.[0].ports ?? [], names);
  }

  private unlessAmbiguous(names: readonly Port[], destination = NOBODY): OpenPorts {
    const isClear = (name: Port) => this.numbersOf(name).length < 2;
    const others = names.filter(name => !isClear(name));
    return { ...this.perhaps(this.at(others, destination)), sure: this.at(names.filter(isClear), destination) };
  }

  private ofSomePod(names: readonly Port[], destination = NOBODY): OpenPorts {
    const isClear = (name: Port) => this.numbersOf(name).length === 1 && this.at([name], destination) !== PortSets.NONE;
    const others = names.filter(name => !isClear(name)).flatMap(name => this.numbersOf(name));
    return { ...this.perhaps(this.portSets.ofRanges(others)), sure: this.at(names.filter(isClear), destination) };
  }

  /** The numbers that pods have for a name. */
  private numbersOf({ name, protocol }: Port): readonly PortRange[] {
    this.numbers ??= numbersByName(this.endpoints);
    return [...(this.numbers.get(`${protocol} ${name}`)?.values() ?? [])];
  }

  private perhaps(maybe: PortSetId): OpenPorts {
    const { engine } = this;
    return { sure: PortSets.NONE, maybe, reason: engine && `${engine.name} ${traitInWords(engine, 'namedPorts')}` };
  }
}

/** What every pod calls by a protocol and name, number by number. */
function numbersByName({ pods }: Endpoints): Map<string, Map<number, PortRange>> {
  const numbers = new Map<string, Map<number, PortRange>>();
  for (const { name, protocol, port } of pods.classes.flatMap(([{ ports }]) => ports)) {
    const key = `${protocol} ${name}`;
    const known = numbers.get(key) ?? new Map<number, PortRange>();
    numbers.set(key, known.set(port, { protocol, first: port, last: port }));
  }
  return numbers;
}

function surely(sure: PortSetId): OpenPorts {
  return { sure, maybe: PortSets.NONE };
}

/** Every port of a port's protocol. */
export function everyPort({ protocol }: Pick<Port, 'protocol'>): Port {
  return protocol === undefined ? Port.all() : Port._range(protocol, 1, 65535);
}
