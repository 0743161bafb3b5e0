import { at } from '../model/check';
import { IPeer } from '../model/peer';
import { peerOf } from '../model/peer-of';
import { naming } from '../model/policy-error';
import { Port } from '../model/port';
import { ports as somePorts } from '../model/port-list';
import { COLLECTORS } from './collectors';
import { wellKnown } from './peer';

/** Who takes traces, logs or metrics that pods send, and at which ports. */
export class Collector {
  /** An OpenTelemetry Collector of the Helm chart: OTLP. @param namespace of the Helm release */
  static openTelemetry(namespace: string): Collector {
    return known('openTelemetry', namespace);
  }

  /** An OpenTelemetry Collector that the operator runs: OTLP. @param namespace of the custom resource */
  static openTelemetryOperator(namespace: string): Collector {
    return known('openTelemetryOperator', namespace);
  }

  /**
   * Datadog's agent: DogStatsD, traces and OTLP. Where pods send to the address of their node, engines still see the
   * agent's pod, unless it is on the host network.
   *
   * @param namespace of the Helm release or custom resource
   */
  static datadog(namespace: string): Collector {
    return known('datadog', namespace);
  }

  /** Jaeger: OTLP and Zipkin. @param namespace of the Helm release */
  static jaeger(namespace: string): Collector {
    return known('jaeger', namespace);
  }

  /** Grafana Tempo: OTLP and Zipkin. @param namespace of the Helm release */
  static tempo(namespace: string): Collector {
    return known('tempo', namespace);
  }

  /** Grafana Loki: its HTTP API. @param namespace of the Helm release */
  static loki(namespace: string): Collector {
    return known('loki', namespace);
  }

  /** Grafana Alloy: OTLP, which its chart opens through `extraPorts`. @param namespace of the Helm release */
  static alloy(namespace: string): Collector {
    return known('alloy', namespace);
  }

  /** Fluentd: its forward protocol. @param namespace of the Helm release */
  static fluentd(namespace: string): Collector {
    return known('fluentd', namespace);
  }

  /** A collector of your own. @param ports those that its pods listen on */
  static of(peer: IPeer, ports: Port[]): Collector {
    return naming('Collector.of', () => Collector._of(peer, ports));
  }

  /** @internal */
  static _of(peer: IPeer, ports: readonly Port[]): Collector {
    return new Collector(peer, ports);
  }

  /** Who takes them. */
  readonly peer: IPeer;
  /** At which ports. */
  readonly ports: Port[];

  private constructor(peer: IPeer, ports: readonly Port[]) {
    this.peer = at('peer', peerOf, peer);
    this.ports = at('ports', somePorts, ports);
    Object.freeze(this.ports);
  }
}

function known(name: keyof typeof COLLECTORS, namespace: string): Collector {
  const { pods, ports } = COLLECTORS[name];
  return naming(`Collector.${name}`, () => Collector._of(wellKnown(pods, namespace), ports));
}
