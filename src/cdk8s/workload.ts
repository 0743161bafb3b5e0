import { Construct } from 'constructs';
import { Dns } from '../facts/dns';
import { Direction } from '../model/direction';
import { Guarantee } from '../model/guarantee';
import { IPeer, PeerTerm } from '../model/peer';
import { Pods } from '../model/pods';
import { Port } from '../model/port';
import { workload, WorkloadProps } from '../patterns/workload';
import { allowDns, allowInternally, allowFromInternet, allowToInternet, connect, isolate } from './connect';
import { planned } from './intent';
import { Party } from './party';

/**
 * Pods that are told, one call after the other, with whom they may talk. One policy says it all.
 *
 * Isolates nobody until it is told something; then for the direction that it was told about. Each thing counts once,
 * and the order of calls does not count. Where the other end is a Workload too, it is told its part.
 *
 * @example
 * const api = new Workload(chart, 'api', { pods: Pods.labeled({ app: 'api' }), ports: [Port.tcp(8080)] });
 * const shop = new Workload(chart, 'web', { pods: web, ports: [Port.tcp(3000)] });
 * shop.allowFrom(Peer.ingressNginx());
 * shop.allowTo(api);
 * shop.allowDns();
 */
export class Workload extends Construct implements IPeer {
  /** The pods, where they are. */
  readonly pods: Pods;
  /** @internal */
  readonly _parties: readonly Party[];

  constructor(scope: Construct, id: string, props: WorkloadProps) {
    const intent = planned({ scope, id }, workload, props);
    super(scope, id);
    const party = new Party(this, intent, props.ports && [...props.ports]);
    this.pods = party.pods;
    this._parties = [party];
  }

  /** What its policy does by now, as data, and nothing else. */
  get guarantee(): Guarantee {
    return this._parties[0].guarantee;
  }

  /** Its pods: as a peer of any construct it is those, and only the other construct's end is written. */
  toPeers(): PeerTerm[] {
    return [this.pods];
  }

  /** As people write it, such as `pods app=web in namespace shop`. */
  toString(): string {
    return String(this.pods);
  }

  /**
   * Lets its pods reach a peer.
   *
   * @param peer a `Workload` or `Workloads` of this app, which are told their part, or somebody else's, such as `Pods`
   * @param ports one or several, of the peer's pods; those at which the peer serves when left out
   */
  allowTo(peer: IPeer, ports?: Port | Port[]): void {
    connect(this._parties, { method: 'allowTo', direction: Direction.EGRESS, peer, ports });
  }

  /**
   * Lets a peer reach its pods.
   *
   * @param peer a `Workload` or `Workloads` of this app, which are told their part, or somebody else's, such as `Pods`
   * @param ports one or several, of its own pods; those at which it serves when left out
   */
  allowFrom(peer: IPeer, ports?: Port | Port[]): void {
    connect(this._parties, { method: 'allowFrom', direction: Direction.INGRESS, peer, ports });
  }

  /** Lets its pods reach each other, as those of a database do. @param ports at which it serves when left out */
  allowInternally(ports?: Port | Port[]): void {
    allowInternally(this._parties, ports);
  }

  /** Lets the public internet reach its pods: `Peer.internet()`. @param ports at which it serves when left out */
  allowFromInternet(ports?: Port | Port[]): void {
    allowFromInternet(this._parties, ports);
  }

  /** Lets its pods reach the public internet: `Peer.internet()`. @param ports one or several */
  allowToInternet(ports: Port | Port[]): void {
    allowToInternet(this._parties, ports);
  }

  /** Lets its pods resolve names. @param dns where the cluster answers; as the platform does when left out */
  allowDns(dns?: Dns[]): void {
    allowDns(this._parties, dns);
  }

  /** Isolates its pods, whether or not it is told more. @param directions both when left out */
  isolate(directions?: Direction[]): void {
    isolate(this._parties, directions);
  }
}
