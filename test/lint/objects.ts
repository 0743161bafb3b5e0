import { findEngine } from '../../src/facts/engines';
import { lint } from '../../src/lint/lint';
import { LintFinding } from '../../src/lint/lint-rule';
import { DEFAULT_POD_CIDRS } from '../../src/model/assumptions';
import { Cidr } from '../../src/model/cidr';
import { Cluster } from '../../src/model/cluster';
import { readObjects } from '../../src/read/read-objects';

/** A pod of namespace `shop`, unless said otherwise. */
export function pod(
  name: string,
  labels: object,
  more: { namespace?: string; ports?: object[]; ip?: string } = {},
): object {
  const { namespace: where = 'shop', ports = [], ip } = more;
  const status = ip === undefined ? undefined : { podIP: ip, podIPs: [{ ip }] };
  const spec = { containers: [{ name: 'app', image: 'example.com/app', ports }] };
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name, namespace: where, labels }, spec, status };
}

/** A policy of namespace `shop`, for all pods unless its spec says otherwise. */
export function policy(name: string, spec: object): object {
  const apiVersion = 'networking.k8s.io/v1';
  const metadata = { name, namespace: 'shop' };
  return { apiVersion, kind: 'NetworkPolicy', metadata, spec: { podSelector: {}, ...spec } };
}

export function namespace(name: string, labels: object = {}): object {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name, labels } };
}

export function labeled(labels: object): object {
  return { matchLabels: labels };
}

/** Namespaces by the label that the API server gives them. */
export function named(name: string): object {
  return labeled({ 'kubernetes.io/metadata.name': name });
}

export const EVERY_POD = { podSelector: {} };

export const DNS = { ports: [port('UDP', 53), port('TCP', 53)] };

export function port(protocol: string, number: number | string, endPort?: number): object {
  return { protocol, port: number, endPort };
}

export interface Asked {
  readonly engine?: string;
  readonly podCidrs?: readonly string[];
}

/** What a rule finds, as `severity object path: message`. */
export function found(rule: string, objects: readonly object[], asked: Asked = {}): string[] {
  return findings(objects, asked)
    .filter(finding => finding.rule === rule)
    .map(({ severity, object, path, message }) => `${severity} ${object} ${path ?? ''}: ${message}`);
}

export function findings(objects: readonly object[], { engine, podCidrs }: Asked = {}): LintFinding[] {
  return lint(clusterOf(objects), {
    podCidrs: podCidrs?.map(block => Cidr.of(block)) ?? DEFAULT_POD_CIDRS,
    engine: engine === undefined ? undefined : findEngine(engine),
  });
}

export function clusterOf(objects: readonly object[]): Cluster {
  const reading = readObjects(objects.map(object => ({ object, origin: 'app' })));
  expect(reading.findings).toEqual([]);
  return reading.cluster;
}
