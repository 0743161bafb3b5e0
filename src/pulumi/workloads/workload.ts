import { ComponentResourceOptions, output, unknown } from '@pulumi/pulumi';
import { Dns } from '../../facts/dns';
import { optional, text } from '../../model/check';
import { Direction } from '../../model/direction';
import { Guarantee } from '../../model/guarantee';
import { IPeer } from '../../model/peer';
import { Pods as PlainPods } from '../../model/pods';
import { pods as somePods } from '../../patterns/fields';
import { toldWorkload, workload, WorkloadProps } from '../../patterns/workload';
import { Draft } from '../drafts/draft';
import { checkPlan, draftOf, Wanted } from '../drafts/drafting';
import { copied } from '../outputs/data';
import { Deferred } from '../outputs/deferred';
import { Given } from '../outputs/given';
import { Pods } from '../outputs/vocabulary';
import { PolicyComponent } from '../policy-component';
import { refusingOn } from '../refusal';
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

/**
 * Pods that are told, one call after the other, with whom they may talk. One policy says it all.
 *
 * Isolates nobody until it is told something; then for the direction that it was told about. Where the other end is a
 * Workload too, it is told its part. The policy is registered as soon as the program awaits something, or has run
 * through: later calls are refused.
 *
 * @example
 * import { Peer, Pods, Port, Workload } from 'netpol/pulumi';
 *
 * const namespace = 'shop';
 * const api = new Workload('api', { namespace, pods: Pods.labeled({ app: 'api' }), ports: [Port.tcp(8080)] });
 * const web = new Workload('web', { namespace, pods: Pods.labeled({ app: 'web' }), ports: [Port.tcp(3000)] });
 * web.allowFrom(Peer.ingressNginx());
 * web.allowTo(api);
 * web.allowDns();
 */
export class Workload extends PolicyComponent implements Talker {
  /** @internal */
  readonly _told: readonly Told[];

  constructor(name: string, props: Given<WorkloadProps>, opts?: ComponentResourceOptions) {
    const told: Told[] = [];
    const drafted = (wanted: Wanted) => {
      const own = copied(props);
      const pods = refusingOn(
        wanted.component,
        wanted.owner,
      )(() => {
        checkPlan(wanted, own);
        return podsIn(own);
      });
      told.push(new Told(wanted, own, pods));
      return lateDraft(told[0]);
    };
    super(name, { pattern: workload, props, opts, drafted });
    this._told = told;
  }

  /** The pods, where they are: to name them in other components. */
  get pods(): Pods {
    return this._told[0].pods as Pods;
  }

  /**
   * Lets its pods reach a peer.
   *
   * @param peer a `Workload` or `Workloads`, which are told their part, or somebody else's pods or addresses
   * @param ports one or several, of the peer's pods; those at which the peer serves when left out
   */
  allowTo(peer: Given<IPeer> | Talker, ports?: GivenPorts): void {
    connect(this._told, { method: 'allowTo', direction: Direction.EGRESS, peer, ports });
  }

  /**
   * Lets a peer reach its pods.
   *
   * @param peer a `Workload` or `Workloads`, which are told their part, or somebody else's pods or addresses
   * @param ports one or several, of its own pods; those at which it serves when left out
   */
  allowFrom(peer: Given<IPeer> | Talker, ports?: GivenPorts): void {
    connect(this._told, { method: 'allowFrom', direction: Direction.INGRESS, peer, ports });
  }

  /** Lets its pods reach each other, as those of a database do. @param ports at which it serves when left out */
  allowInternally(ports?: GivenPorts): void {
    allowInternally(this._told, ports);
  }

  /** Lets the public internet reach its pods: `Peer.internet()`. @param ports at which it serves when left out */
  allowFromInternet(ports?: GivenPorts): void {
    allowFromInternet(this._told, ports);
  }

  /** Lets its pods reach the public internet: `Peer.internet()`. @param ports one or several */
  allowToInternet(ports: GivenPorts): void {
    allowToInternet(this._told, ports);
  }

  /** Lets its pods resolve names. @param dns where the cluster answers; as the platform does when left out */
  allowDns(dns?: readonly Given<Dns>[]): void {
    allowDns(this._told, dns);
  }

  /** Isolates its pods, whether or not it is told more. @param directions both when left out */
  isolate(directions?: readonly Direction[]): void {
    isolate(this._told, directions);
  }
}

function podsIn({ pods, namespace }: Given<WorkloadProps>): Deferred<PlainPods> {
  return Deferred.of([pods, namespace], given => {
    const [found, name] = given as readonly unknown[];
    const [checked, own] = [somePods(found), optional(text)(name)];
    return own !== undefined && checked._isOpen ? checked.inNamespace(own) : checked;
  });
}

/** Drafted when the code that runs now has run through: nobody tells it more then. */
function lateDraft(told: Told): Draft {
  const drafting = Promise.resolve().then(() => draftOf({ ...told.wanted, pattern: toldWorkload }, told.finish()));
  const guarantee = drafting.then(
    draft => draft.guarantee,
    () => unknown,
  ) as Promise<Guarantee>;
  return {
    policies: drafting.then(({ policies }) => policies),
    parts: [''],
    guarantee: output(undefined).apply(() => guarantee),
    podsOf: () => told.pods,
  };
}
