import { ContainerPort } from '../../model/cluster';
import { EngineTraits, traitInWords } from '../../model/engine';
import { Port } from '../../model/port';
import { PortSetId, PortSets } from '../sets/port-sets';
import { Endpoints } from './endpoints';
import { NamedPorts, OpenPorts, PortScope } from './named-ports';

/** What the ports of rules are in numbers, for the API or for the engine that is asked about. */
export class RulePorts {
  private readonly named: NamedPorts;

  constructor(
    private readonly portSets: PortSets,
    endpoints: Endpoints,
    private readonly engine?: EngineTraits,
  ) {
    this.named = new NamedPorts(portSets, endpoints, engine);
  }

  /** Whether these ports differ from destination to destination. */
  differ(ports: readonly Port[]): boolean {
    return ports.some(isNamed);
  }

  /** The ports that are opened. What has no names for its ports, such as an address, has numbers only. */
  at(ports: readonly Port[], scope: PortScope): OpenPorts {
    if (!this.differ(ports)) return this.numbered(ports);
    const names = ports.filter(isNamed);
    const numbered = this.numbered(ports.filter(port => !isNamed(port)));
    const { sure, maybe, reason } = this.named.open(names, scope, names.length === ports.length);
    return {
      sure: this.portSets.union(numbered.sure, sure),
      maybe: this.portSets.union(numbered.maybe, maybe),
      reason: numbered.reason ?? reason,
    };
  }

  /** The ports that people mean, whatever an engine makes of them. @param declared by the pods at the destination */
  exactly(ports: readonly Port[], declared: readonly ContainerPort[] = []): PortSetId {
    const numbers = this.portSets.of(ports.filter(port => !isNamed(port)));
    return this.portSets.union(numbers, this.named.among(declared, ports.filter(isNamed)));
  }

  private numbered(ports: readonly Port[]): OpenPorts {
    const whole = this.portSets.of(ports);
    const { engine } = this;
    if (engine === undefined || engine.endPort === 'range') return { sure: whole, maybe: PortSets.NONE };
    const sure = this.portSets.of(ports.map(withoutEndPort));
    const maybe = this.portSets.subtract(whole, sure);
    if (engine.endPort === 'first-port' || maybe === PortSets.NONE) return { sure, maybe: PortSets.NONE };
    return { sure, maybe, reason: `${engine.name} ${traitInWords(engine, 'endPort')}` };
  }
}

function isNamed({ name }: Port): boolean {
  return name !== undefined;
}

/** The first port of a range, as an engine reads it that knows no `endPort`. */
export function withoutEndPort(port: Port): Port {
  const { protocol, first, _isRange } = port;
  return _isRange && protocol !== undefined && first !== undefined ? Port._range(protocol, first) : port;
}
