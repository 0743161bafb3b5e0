import { Port } from '../model/port';
import { WellKnownPods } from './well-known-pods';

/** Pods that take telemetry, and the ports at which they do. */
interface WellKnownCollector {
  readonly pods: WellKnownPods;
  readonly ports: readonly Port[];
}

const OTLP = [Port.tcp(4317), Port.tcp(4318)];

const ZIPKIN = Port.tcp(9411);

/** Collectors by the labels of their charts and operators (checked 2026-11); all run where their release is. */
export const COLLECTORS = {
  openTelemetry: {
    pods: {
      labels: { 'app.kubernetes.io/name': 'opentelemetry-collector' },
      source:
        'https://github.com/open-telemetry/opentelemetry-helm-charts/tree/dd5665c0/charts/opentelemetry-collector',
    },
    ports: OTLP,
  },
  openTelemetryOperator: {
    pods: {
      labels: {
        'app.kubernetes.io/managed-by': 'opentelemetry-operator',
        'app.kubernetes.io/component': 'opentelemetry-collector',
      },
      source:
        'https://github.com/open-telemetry/opentelemetry-operator/blob/be894441/internal/manifests/manifestutils/labels.go',
    },
    ports: OTLP,
  },
  datadog: {
    pods: {
      labels: { 'agent.datadoghq.com/component': 'agent' },
      source: 'https://github.com/DataDog/helm-charts/tree/79f7c74f/charts/datadog',
    },
    ports: [Port.udp(8125), Port.tcp(8126), ...OTLP],
  },
  jaeger: {
    pods: {
      labels: { 'app.kubernetes.io/name': 'jaeger' },
      source: 'https://github.com/jaegertracing/helm-charts/tree/6c602b5/charts/jaeger',
    },
    ports: [...OTLP, ZIPKIN],
  },
  tempo: {
    pods: {
      labels: { 'app.kubernetes.io/name': 'tempo' },
      source: 'https://github.com/grafana-community/helm-charts/tree/3386a115/charts/tempo',
    },
    ports: [...OTLP, ZIPKIN],
  },
  loki: {
    pods: {
      labels: { 'app.kubernetes.io/name': 'loki' },
      source: 'https://github.com/grafana/loki/tree/65e30f84/production/helm/loki',
    },
    ports: [Port.tcp(3100)],
  },
  alloy: {
    pods: {
      labels: { 'app.kubernetes.io/name': 'alloy' },
      source: 'https://github.com/grafana/alloy/tree/66ebea85/operations/helm/charts/alloy',
    },
    ports: OTLP,
  },
  fluentd: {
    pods: {
      labels: { 'app.kubernetes.io/name': 'fluentd' },
      source: 'https://github.com/fluent/helm-charts/tree/5b81bf7/charts/fluentd',
    },
    ports: [Port.tcp(24224)],
  },
} satisfies Record<string, WellKnownCollector>;
