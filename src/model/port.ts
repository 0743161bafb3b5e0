import { text } from './check';
import { naming } from './policy-error';
import { MAX_PORT, MIN_PORT, PortFields, portFields } from './port-fields';
import { Protocol, PROTOCOLS } from './protocol';

/**
 * The destination ports that a rule allows: one protocol and one closed interval within 1-65535, a port's name, or all.
 *
 * Ports are those that the pod listens on (`containerPort`), not those of a Service in front of it.
 */
export class Port {
  /** One TCP port, or the range `first`-`last`, both ends included. */
  static tcp(first: number, last?: number): Port {
    return naming('Port.tcp', () => Port._range(Protocol.TCP, first, last));
  }

  /** One UDP port, or the range `first`-`last`, both ends included. */
  static udp(first: number, last?: number): Port {
    return naming('Port.udp', () => Port._range(Protocol.UDP, first, last));
  }

  /** One SCTP port, or the range `first`-`last`, both ends included. */
  static sctp(first: number, last?: number): Port {
    return naming('Port.sctp', () => Port._range(Protocol.SCTP, first, last));
  }

  /**
   * The port that each destination pod calls by this name.
   *
   * Prefer the number. OVN-Kubernetes and OpenShift open every port to the rule's peers where a name stands; so do
   * kube-router and k3s where the name resolves to nothing. Written as the number where the containers of `Pods.of` say it.
   *
   * @param name at most 15 characters, such as `http`
   * @param protocol of the port that has the name; TCP when left out
   */
  static named(name: string, protocol: Protocol = Protocol.TCP): Port {
    return naming('Port.named', () => Port._named(name, protocol));
  }

  /** Every TCP port. */
  static allTcp(): Port {
    return new Port({ protocol: Protocol.TCP, first: MIN_PORT, last: MAX_PORT });
  }

  /** Every UDP port. */
  static allUdp(): Port {
    return new Port({ protocol: Protocol.UDP, first: MIN_PORT, last: MAX_PORT });
  }

  /** Every SCTP port. */
  static allSctp(): Port {
    return new Port({ protocol: Protocol.SCTP, first: MIN_PORT, last: MAX_PORT });
  }

  /** Every port of every protocol. */
  static all(): Port {
    return new Port({ first: MIN_PORT, last: MAX_PORT });
  }

  /** DNS is two ports, hence a list: UDP and TCP 53. Answers that do not fit into a datagram come over TCP. */
  static dns(): Port[] {
    return [Port.udp(53), Port.tcp(53)];
  }

  /** TCP 80. */
  static http(): Port {
    return Port.tcp(80);
  }

  /** TCP 443. */
  static https(): Port {
    return Port.tcp(443);
  }

  /** TCP 5432. */
  static postgres(): Port {
    return Port.tcp(5432);
  }

  /** TCP 3306, MariaDB too. */
  static mysql(): Port {
    return Port.tcp(3306);
  }

  /** TCP 27017. */
  static mongodb(): Port {
    return Port.tcp(27017);
  }

  /** TCP 6379, Valkey too. */
  static redis(): Port {
    return Port.tcp(6379);
  }

  /** TCP 9092. */
  static kafka(): Port {
    return Port.tcp(9092);
  }

  /** TCP 9200, OpenSearch too. */
  static elasticsearch(): Port {
    return Port.tcp(9200);
  }

  /** @internal */
  static _range(protocol: Protocol, first: number, last: number = first): Port {
    return first === last ? Port.single(protocol, first) : new Port({ protocol, first, last });
  }

  /**
   * What a policy says in `port` and `endPort`: 1-65535 so written is every port to most engines, and one to some.
   *
   * @internal
   */
  static _written(protocol: Protocol, first: number, last: number = first): Port {
    return first === last ? Port.single(protocol, first) : new Port({ protocol, first, last }, true);
  }

  /** @internal */
  static _named(name: string, protocol: Protocol): Port {
    return new Port({ protocol, name: text(name) });
  }

  private static readonly SINGLES: ReadonlyMap<Protocol, Map<number, Port>> = new Map(
    PROTOCOLS.map(protocol => [protocol, new Map<number, Port>()]),
  );

  /** Most policies of a program name the same few ports: equal ones are one object. */
  private static single(protocol: Protocol, port: number): Port {
    const singles = Port.SINGLES.get(protocol);
    const known = singles?.get(port);
    if (known !== undefined) return known;
    const made = new Port({ protocol, first: port, last: port });
    singles?.set(port, made);
    return made;
  }

  /** Undefined: every protocol. */
  readonly protocol?: Protocol;
  /** First port, 1-65535; undefined for a named port. */
  readonly first?: number;
  /** Last port, 1-65535, not below `first`; undefined for a named port. */
  readonly last?: number;
  /** Name of the destination pod's port; undefined for numbers. */
  readonly name?: string;

  /** Whether the range is written as one though it is every port. */
  readonly #hasEndPort: boolean;

  private constructor(fields: PortFields, hasEndPort = false) {
    const { protocol, first, last, name } = portFields(fields);
    this.#hasEndPort = hasEndPort;
    this.protocol = protocol;
    this.first = first;
    this.last = last;
    this.name = name;
  }

  /** Whether this stands for every port of its protocol. */
  get isWhole(): boolean {
    return this.first === MIN_PORT && this.last === MAX_PORT;
  }

  /**
   * Whether a policy says this with `endPort`, which some engines ignore; every port of a protocol needs none.
   *
   * @internal
   */
  get _isRange(): boolean {
    return this.first !== this.last && (!this.isWhole || this.#hasEndPort);
  }

  /** As people write it: `TCP 8080`, `TCP 8000-8100`, `UDP dns`, `TCP`, `all ports`. */
  toString(): string {
    if (this.protocol === undefined) return 'all ports';
    if (this.isWhole && !this._isRange) return this.protocol;
    return `${this.protocol} ${this.name ?? (this.first === this.last ? this.first : `${this.first}-${this.last}`)}`;
  }
}
