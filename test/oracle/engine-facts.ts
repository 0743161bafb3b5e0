import { Connection, Endpoint, Pod } from './cluster';
import { Choose, PortOfRule } from './doubts';
import { IpBlock, Port } from './manifest';
import { OpenFacts } from './open-facts';

/** What an engine does, in the words of the table of engines. */
export interface EngineLike {
  readonly networkPolicies: string;
  readonly blocksCoverPods: string;
  readonly endPort: string;
  readonly namedPorts: string;
}

/** Judges rules as an engine does, and leaves open what is not known of it. */
export class EngineFacts extends OpenFacts {
  private readonly isOpen: Choose;

  /** @param pods all that there are; undefined: others could exist */
  constructor(
    { plan, choose }: { readonly plan: readonly string[]; readonly choose: Choose },
    private readonly engine: EngineLike,
    private readonly pods?: readonly Pod[],
  ) {
    super(plan, choose);
    this.isOpen = choose;
  }

  override covers(block: IpBlock, end: Endpoint): boolean {
    return (this.engine.blocksCoverPods !== 'never' || end.pod === undefined) && super.covers(block, end);
  }

  isInForce(ports: readonly (Port | null)[]): boolean {
    if (this.engine.networkPolicies === 'ignored') return false;
    return this.engine.namedPorts !== 'policy-not-applied' || !ports.some(port => typeof port?.port === 'string');
  }

  opens({ port, rule, peer }: PortOfRule, connection: Connection): boolean | undefined {
    if ((port.protocol ?? 'TCP') !== connection.protocol && this.engine.namedPorts !== 'every-port-if-unresolved') {
      return false;
    }
    if (typeof port.port === 'number') return port.endPort ? this.opensRange(port, connection) : undefined;
    if (typeof port.port !== 'string') return undefined;
    const isPods = !peer.ipBlock && Boolean(peer.podSelector ?? peer.namespaceSelector);
    const isAlone = rule.ports.every(each => typeof each?.port === 'string');
    return this.opensName(port, { isPods, isAlone, names: rule.ports }, connection);
  }

  private opensRange({ port, endPort }: Port, connection: Connection): boolean | undefined {
    if (this.engine.endPort === 'range' || connection.port === port || connection.port > (endPort ?? 0)) {
      return undefined;
    }
    return this.engine.endPort === 'unknown' && this.isOpen('endPort') ? undefined : false;
  }

  private opensName(
    port: Port,
    { isPods, isAlone, names }: { isPods: boolean; isAlone: boolean; names: readonly (Port | null)[] },
    { to, protocol, port: number }: Connection,
  ): boolean | undefined {
    const ofRule = (to.pod?.ports ?? []).filter(own =>
      names.some(each => each?.port === own.name && (each.protocol ?? 'TCP') === own.protocol),
    );
    const own = ofRule.filter(each => each.name === port.port && each.protocol === protocol);
    const isOwn = own.some(each => each.port === number);
    const question = `${port.port} at ${to.pod?.name ?? to.ip}`;
    switch (this.engine.namedPorts) {
      case 'every-port':
        return true;
      case 'every-port-if-unresolved':
        if (isOwn) return true;
        return this.pods !== undefined && ofRule.length > 0
          ? false
          : isAlone && isPods && to.pod !== undefined && this.isOpen(question);
      case 'blocked-if-ambiguous':
        return isOwn && (this.isClear(port) || this.isOpen(question));
      case 'of-some-pod':
        if (this.pods === undefined) return this.isOpen(question);
        if (isPods && this.isClear(port) && own.length > 0) return isOwn;
        return this.numbersOf(port).has(number) && this.isOpen(question);
      default:
        return undefined;
    }
  }

  private isClear(port: Port): boolean {
    return this.pods !== undefined && this.numbersOf(port).size < 2;
  }

  private numbersOf({ port: name, protocol = 'TCP' }: Port): Set<number> {
    const ports = (this.pods ?? []).flatMap(({ ports: all }) => all);
    return new Set(ports.filter(each => each.name === name && each.protocol === protocol).map(({ port }) => port));
  }
}
