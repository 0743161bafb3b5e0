import { Dns } from '../facts/dns';
import { instance, listOf } from '../model/check';
import { Direction } from '../model/direction';
import { IPeer, PeerTerm } from '../model/peer';
import { naming } from '../model/policy-error';
import { Port } from '../model/port';
import { allowDns, allowFromInternet, allowInternally, allowToInternet, connect, isolate } from './connect';
import { Party } from './party';
import { Workload } from './workload';

const members = listOf(instance(Workload, 'a Workload'), 'name the workloads');

/**
 * Several workloads that are told the same.
 *
 * @example
 * const api = new Workload(chart, 'api', { pods: Pods.labeled({ app: 'api' }), ports: [Port.tcp(8080)] });
 * const jobs = new Workload(chart, 'jobs', { pods: Pods.labeled({ app: 'jobs' }) });
 * Workloads.of(api, jobs).allowDns();
 */
export class Workloads implements IPeer {
  /** These workloads together, at least one. */
  static of(...workloads: Workload[]): Workloads {
    return naming('Workloads.of', () => new Workloads(workloads));
  }

  /** @internal */
  readonly _parties: readonly Party[];

  private constructor(workloads: Workload[]) {
    this._parties = members(workloads).flatMap(({ _parties }) => _parties);
  }

  /** The pods of each: as a peer of any construct they are those, and only the other construct's end is written. */
  toPeers(): PeerTerm[] {
    return this._parties.map(({ pods }) => pods);
  }

  /** As people write them, joined by `or`. */
  toString(): string {
    return this.toPeers().join(' or ');
  }

  /** Lets the pods of each reach a peer; see `Workload.allowTo`. */
  allowTo(peer: IPeer, ports?: Port | Port[]): void {
    connect(this._parties, { method: 'allowTo', direction: Direction.EGRESS, peer, ports });
  }

  /** Lets a peer reach the pods of each; see `Workload.allowFrom`. */
  allowFrom(peer: IPeer, ports?: Port | Port[]): void {
    connect(this._parties, { method: 'allowFrom', direction: Direction.INGRESS, peer, ports });
  }

  /** Lets all of their pods reach each other. @param ports those at which each serves when left out */
  allowInternally(ports?: Port | Port[]): void {
    allowInternally(this._parties, ports);
  }

  /** Lets the public internet reach the pods of each. @param ports those at which each serves when left out */
  allowFromInternet(ports?: Port | Port[]): void {
    allowFromInternet(this._parties, ports);
  }

  /** Lets the pods of each reach the public internet. @param ports one or several */
  allowToInternet(ports: Port | Port[]): void {
    allowToInternet(this._parties, ports);
  }

  /** Lets the pods of each resolve names. @param dns where the cluster answers; as the platform does when left out */
  allowDns(dns?: Dns[]): void {
    allowDns(this._parties, dns);
  }

  /** Isolates the pods of each. @param directions both when left out */
  isolate(directions?: Direction[]): void {
    isolate(this._parties, directions);
  }
}
