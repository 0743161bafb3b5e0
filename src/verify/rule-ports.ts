import { ContainerPort } from '../model/cluster';
import { EngineTraits } from '../model/engine';
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

/** What the ports of rules are in numbers, for the API or for the engine that is asked about. */
export class RulePorts {
  constructor(
    private readonly portSets: PortSets,
    private readonly endpoints: Endpoints,
    private readonly engine?: EngineTraits,
  ) {}

  /** Whether these ports differ from destination to destination. */
  differ(ports: readonly Port[]): boolean {
    return ports.some(isNamed);
  }

  /** The ports at a destination. What has no names for its ports, such as an address, has numbers only. */
  at(ports: readonly Port[], destination?: number): OpenPorts {
    const numbered = this.numbered(ports.filter(port => !isNamed(port)));
    const named = ports.filter(isNamed);
    if (named.length === 0) return numbered;
    const { sure, maybe, reason } = this.named(named, destination);
    return {
      sure: this.portSets.union(numbered.sure, sure),
      maybe: this.portSets.union(numbered.maybe, maybe),
      reason: numbered.reason ?? reason,
    };
  }

  /** The ports that people mean, whatever an engine makes of them. */
  exactly(ports: readonly Port[], destination: number): PortSetId {
    const numbers = this.portSets.of(ports.filter(port => !isNamed(port)));
    return this.portSets.union(numbers, this.namesAt(ports.filter(isNamed), destination));
  }

  private namesAt(ports: readonly Port[], destination: number): PortSetId {
    const declared = this.declaredAt(destination);
    const found = declared.filter(({ name, protocol }) =>
      ports.some(port => port.name === name && port.protocol === protocol),
    );
    return this.portSets.ofRanges(found.map(({ protocol, port }) => ({ protocol, first: port, last: port })));
  }

  private numbered(ports: readonly Port[]): OpenPorts {
    const whole = this.portSets.of(ports);
    if (this.engine === undefined || this.engine.endPort === 'range') return { sure: whole, maybe: PortSets.NONE };
    const sure = this.portSets.of(ports.map(withoutEndPort));
    const maybe = this.portSets.subtract(whole, sure);
    if (this.engine.endPort === 'first-port' || maybe === PortSets.NONE) return { sure, maybe: PortSets.NONE };
    return { sure, maybe, reason: `it depends on the version whether ${this.engine.name} honours endPort` };
  }

  private named(ports: readonly Port[], destination?: number): OpenPorts {
    if (this.engine?.namedPorts === 'every-port') {
      return { sure: this.portSets.of(ports.map(everyPort)), maybe: PortSets.NONE };
    }
    const sure = destination === undefined ? PortSets.NONE : this.namesAt(ports, destination);
    if (this.engine === undefined || this.engine.namedPorts === 'of-each-pod') return { sure, maybe: PortSets.NONE };
    if (this.engine.namedPorts === 'every-port-if-unresolved' && sure !== PortSets.NONE) {
      return { sure, maybe: PortSets.NONE };
    }
    return { sure, maybe: PortSets.ALL, reason: `${this.engine.name} may open every port where a port's name stands` };
  }

  private declaredAt(destination: number): readonly ContainerPort[] {
    return destination < this.endpoints.podCount ? this.endpoints.pods.classes[destination][0].ports : [];
  }
}

function isNamed({ name }: Port): boolean {
  return name !== undefined;
}

function withoutEndPort(port: Port): Port {
  if (port.protocol === undefined || port.first === undefined || port.isWhole) return port;
  return Port._range(port.protocol, port.first);
}

function everyPort({ protocol }: Port): Port {
  return protocol === undefined ? Port.all() : Port._range(protocol, 1, 65535);
}
