import { isRecord } from './check';
import { LabelExpression, LabelOperator } from './label-expression';
import { LabelSelector } from './label-selector';
import { Labels } from './labels';
import { ContainerPort, PodShape } from './pod-shape';
import { Port } from './port';
import { Protocol } from './protocol';

/** The ways to a pod template, that of a CronJob first. */
const TEMPLATES = [
  ['spec', 'jobTemplate', 'spec', 'template'],
  ['spec', 'template'],
] as const;

/** The pods that an object makes, or is; undefined where it has none. */
export function podOf(manifest: unknown): PodShape | undefined {
  const pod = fieldOf(manifest, ['kind']) === 'Pod' ? manifest : templateOf(manifest);
  if (pod === undefined) return undefined;
  return {
    labels: (fieldOf(pod, ['metadata', 'labels']) ?? {}) as Labels,
    hostNetwork: fieldOf(pod, ['spec', 'hostNetwork']) === true,
    ports: containersOf(pod).flatMap(container => listAt(container, ['ports']).map(containerPort)),
  };
}

/** The selector of a workload or a Service; undefined where there is none, or an empty one. */
export function selectorOf(manifest: unknown): LabelSelector | undefined {
  const selector = fieldOf(manifest, ['spec', 'selector']);
  if (!isRecord(selector)) return undefined;
  const labels = (isNested(selector) ? (selector.matchLabels ?? {}) : selector) as Record<string, string>;
  const expressions = listAt(selector, ['matchExpressions']).map(expressionOf);
  if (Object.keys(labels).length > 0) return LabelSelector._labeled(labels, expressions);
  return expressions.length > 0 ? LabelSelector._matching(expressions) : undefined;
}

/** A Service's selector is labels alone, of which one may have such a name. */
function isNested({ matchLabels = '', matchExpressions = '' }: Record<string, unknown>): boolean {
  return typeof matchLabels !== 'string' || typeof matchExpressions !== 'string';
}

/** The ports that the pods of an object listen on: those of containers, or those that a Service sends to. */
export function portsOf(manifest: unknown): Port[] {
  const pod = podOf(manifest);
  if (pod !== undefined) return pod.ports.map(({ port, protocol }) => Port._range(protocol, port));
  return listAt(manifest, ['spec', 'ports']).map(targetPort);
}

/** A Service's target port is its own port unless it says another. */
function targetPort(entry: unknown): Port {
  const target = fieldOf(entry, ['targetPort']) ?? fieldOf(entry, ['port']);
  const protocol = protocolOf(entry);
  return typeof target === 'string' ? Port._named(target, protocol) : Port._range(protocol, target as number);
}

function containerPort(entry: unknown): ContainerPort {
  return {
    name: fieldOf(entry, ['name']) as string | undefined,
    port: fieldOf(entry, ['containerPort']) as number,
    protocol: protocolOf(entry),
  };
}

function protocolOf(entry: unknown): Protocol {
  return (fieldOf(entry, ['protocol']) ?? Protocol.TCP) as Protocol;
}

/** Those that run while the pod does: containers, and the init containers that are sidecars. */
function containersOf(pod: unknown): unknown[] {
  const sidecars = listAt(pod, ['spec', 'initContainers']).filter(
    container => fieldOf(container, ['restartPolicy']) === 'Always',
  );
  return [...listAt(pod, ['spec', 'containers']), ...sidecars];
}

function templateOf(manifest: unknown): unknown {
  return TEMPLATES.map(path => fieldOf(manifest, path)).find(isRecord);
}

function expressionOf(entry: unknown): LabelExpression {
  const [key, operator] = ['key', 'operator'].map(name => fieldOf(entry, [name]) as string);
  return LabelExpression._of(key, operator as LabelOperator, listAt(entry, ['values']) as string[]);
}

function listAt(value: unknown, path: readonly string[]): unknown[] {
  const found = fieldOf(value, path);
  return Array.isArray(found) ? found : [];
}

function fieldOf(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((outer, key) => (isRecord(outer) ? outer[key] : undefined), value);
}
