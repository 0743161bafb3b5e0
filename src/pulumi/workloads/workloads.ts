import { Dns } from '../../facts/dns';
import { instance, listOf } from '../../model/check';
import { Direction } from '../../model/direction';
import { IPeer } from '../../model/peer';
import { naming } from '../../model/policy-error';
import { Given } from '../outputs/given';
import {
  allowDns,
  allowFromInternet,
  allowInternally,
  allowToInternet,
  connect,
  GivenPorts,
  isolate,
  Talker,
} from './telling';
import { Told } from './told';
import { Workload } from './workload';

const members = listOf(instance(Workload, 'a Workload'), 'name the workloads');

/**
 * Several workloads that are told the same. To other components each one is its `pods`.
 *
 * @example
 * import { Pods, Port, Workload, Workloads } from 'netpol/pulumi';
 *
 * const namespace = 'shop';
 * const api = new Workload('api', { namespace, pods: Pods.labeled({ app: 'api' }), ports: [Port.tcp(8080)] });
 * const jobs = new Workload('jobs', { namespace, pods: Pods.labeled({ app: 'jobs' }) });
 * Workloads.of(api, jobs).allowDns();
 */
export class Workloads implements Talker {
  /** These workloads together, at least one. */
  static of(...workloads: Workload[]): Workloads {
    return naming('Workloads.of', () => new Workloads(workloads));
  }

  /** @internal */
  readonly _told: readonly Told[];

  private constructor(workloads: readonly Workload[]) {
    this._told = members(workloads).flatMap(({ _told }) => _told);
  }

  /** Lets the pods of each reach a peer; see `Workload.allowTo`. */
  allowTo(peer: Given<IPeer> | Talker, ports?: GivenPorts): void {
    connect(this._told, { method: 'allowTo', direction: Direction.EGRESS, peer, ports });
  }

  /** Lets a peer reach the pods of each; see `Workload.allowFrom`. */
  allowFrom(peer: Given<IPeer> | Talker, ports?: GivenPorts): void {
    connect(this._told, { method: 'allowFrom', direction: Direction.INGRESS, peer, ports });
  }

  /** Lets all of their pods reach each other. @param ports those at which each serves when left out */
  allowInternally(ports?: GivenPorts): void {
    allowInternally(this._told, ports);
  }

  /** Lets the public internet reach the pods of each. @param ports those at which each serves when left out */
  allowFromInternet(ports?: GivenPorts): void {
    allowFromInternet(this._told, ports);
  }

  /** Lets the pods of each reach the public internet. @param ports one or several */
  allowToInternet(ports: GivenPorts): void {
    allowToInternet(this._told, ports);
  }

  /** Lets the pods of each resolve names. @param dns where the cluster answers; as the platform does when left out */
  allowDns(dns?: readonly Given<Dns>[]): void {
    allowDns(this._told, dns);
  }

  /** Isolates the pods of each. @param directions both when left out */
  isolate(directions?: readonly Direction[]): void {
    isolate(this._told, directions);
  }
}
