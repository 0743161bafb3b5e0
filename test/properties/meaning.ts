import { Guarantee, Opening } from '../../src/model/guarantee';
import { IpBlock } from '../../src/model/ip-block';
import { Anywhere, IPeer, PeerTerm } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { Port } from '../../src/model/port';
import { block, contains } from '../address/block';
import { Cluster, Connection, Endpoint, Pod } from '../oracle/cluster';
import { Doubts } from '../oracle/doubts';
import { Direction } from '../oracle/oracle';
import { selects } from '../oracle/selector';

/** Where a guarantee is read. */
export interface Around {
  readonly namespaces: Cluster['namespaces'];
  /** What pods without a namespace mean: that of a policy whose namespace is left open. */
  readonly openNamespace: string;
  /** Says which blocks cover pods whose address is not known; left out where all are. */
  readonly facts?: Doubts;
}

/** What a guarantee says about a cluster, read from its data alone. */
export class Meaning {
  constructor(
    private readonly guarantee: Guarantee,
    private readonly around: Around,
  ) {}

  isIsolated(pod: Pod, direction: Direction): boolean {
    return this.guarantee.isolates.some(
      ({ pods, directions }) => directions.map(String).includes(direction) && this.isOneOf(pods, pod),
    );
  }

  /** Whether an opening covers a connection at one of its ends. */
  isOpened(direction: Direction, connection: Connection): boolean {
    return this.guarantee.opens.some(
      opening => opening.ends.map(String).includes(direction) && this.covers(opening, connection),
    );
  }

  private covers({ from, to, ports }: Opening, connection: Connection): boolean {
    return (
      this.isAmong(from, connection.from) &&
      this.isAmong(to, connection.to) &&
      ports.some(port => isAtPort(port, connection))
    );
  }

  private isAmong(peers: readonly IPeer[], endpoint: Endpoint): boolean {
    return peers.flatMap(peer => peer.toPeers()).some(term => this.matches(term, endpoint));
  }

  private matches(term: PeerTerm, end: Endpoint): boolean {
    const { ip, pod } = end;
    if (term instanceof Anywhere) return true;
    if (term instanceof Pods) return pod !== undefined && this.isOneOf(term, pod);
    if (!(term instanceof IpBlock)) throw new Error(`there is no such peer as ${term}`);
    const { facts } = this.around;
    if (facts !== undefined) return facts.covers({ cidr: term.cidr.block, except: term.except.map(String) }, end);
    const has = ({ block: text }: { readonly block: string }) => contains(block(text), block(ip));
    return has(term.cidr) && !term.except.some(has);
  }

  private isOneOf({ podSelector, namespace, namespaceSelector }: Pods, pod: Pod): boolean {
    const isInNamespace =
      namespaceSelector === undefined
        ? pod.namespace === (namespace ?? this.around.openNamespace)
        : selects(namespaceSelector, this.around.namespaces[pod.namespace]);
    return isInNamespace && selects(podSelector, pod.labels);
  }
}

function isAtPort({ protocol, first, last, name }: Port, { to, ...connection }: Connection): boolean {
  if (protocol !== undefined && String(protocol) !== connection.protocol) return false;
  if (name === undefined) return Number(first) <= connection.port && connection.port <= Number(last);
  const namesakes = (to.pod?.ports ?? []).filter(port => port.name === name && port.protocol === connection.protocol);
  return namesakes.some(({ port }) => port === connection.port);
}
