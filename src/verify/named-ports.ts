import { ContainerPort } from '../model/cluster';
import { EngineTraits, traitInWords } from '../model/engine';
import { PeerTerm } from '../model/peer';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { Endpoints } from './endpoints';
import { PortSetId, PortSets } from './port-sets';

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

/** What names of ports are in numbers, for the API or for the engine that is asked about. */
export class NamedPorts {
  private numbers?: ReadonlyMap<string, ReadonlySet<number>>;

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
        return isPods && names.every(name => this.meansOneAt(name, destination))
          ? surely(own)
          : this.perhaps(this.portSets.ofRanges(names.flatMap(name => this.ofSomePod(name))));
      default:
        return surely(own);
    }
  }

  /** The ports that a destination has by these names. */
  at(names: readonly Port[], destination: number): PortSetId {
    const found = this.declaredAt(destination).filter(({ name, protocol }) =>
      names.some(port => port.name === name && port.protocol === protocol),
    );
    return this.portSets.ofRanges(found.map(({ protocol, port }) => ({ protocol, first: port, last: port })));
  }

  private unlessAmbiguous(names: readonly Port[], destination = -1): OpenPorts {
    const isAmbiguous = (name: Port) => this.numbersOf(name).size > 1;
    const clear = names.filter(name => !isAmbiguous(name));
    return { ...this.perhaps(this.at(names.filter(isAmbiguous), destination)), sure: this.at(clear, destination) };
  }

  /** Whether a name has one number wherever it is one, and has it here. */
  private meansOneAt(name: Port, destination = -1): boolean {
    const numbers = this.numbersOf(name).size;
    return numbers === 0 || (numbers === 1 && this.at([name], destination) !== PortSets.NONE);
  }

  private ofSomePod(name: Port) {
    const { protocol } = name;
    return protocol === undefined
      ? []
      : [...this.numbersOf(name)].map(number => ({ protocol, first: number, last: number }));
  }

  /** The numbers that pods have for a name. */
  private numbersOf({ name = '', protocol }: Port): ReadonlySet<number> {
    this.numbers ??= numbersByName(this.endpoints);
    return this.numbers.get(`${protocol} ${name}`) ?? new Set();
  }

  private perhaps(maybe: PortSetId): OpenPorts {
    const { engine } = this;
    return { sure: PortSets.NONE, maybe, reason: engine && `${engine.name} ${traitInWords(engine, 'namedPorts')}` };
  }

  private declaredAt(destination: number): readonly ContainerPort[] {
    return this.endpoints.pods.classes[destination]?.[0].ports ?? [];
  }
}

function numbersByName({ pods }: Endpoints): Map<string, Set<number>> {
  const numbers = new Map<string, Set<number>>();
  for (const { name, protocol, port } of pods.classes.flatMap(([{ ports }]) => ports)) {
    const key = `${protocol} ${name}`;
    numbers.set(key, (numbers.get(key) ?? new Set()).add(port));
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
