import { appendTo } from '../../model/append-to';
import { ConcreteRef, refInWords } from '../../model/endpoint-ref';
import { ContainerPort } from '../../model/pod-shape';
import { Port } from '../../model/port';
import { isItself } from '../ask/ask-concrete';
import { UnknownEndpoint } from '../ends/find-endpoint';
import { portsAt, Target, targetsOf, together } from '../ends/targets';
import { Reach } from '../reach/reach';
import { PortSetId, PortSets } from '../sets/port-sets';
import { explain, Explanation } from './explain';

/** A question about what was read. */
export interface ConcreteQuestion {
  readonly from: ConcreteRef;
  readonly to: ConcreteRef;
  readonly ports: readonly Port[];
}

/** Why ports have the verdict that they share. */
export interface PortsExplanation {
  /** All ports that were asked about and have this verdict. */
  readonly ports: PortSetId;
  /** Of the first of them. */
  readonly explanation: Explanation;
}

/**
 * Explains the answer to a question: for each verdict that occurs, the first two ends between which it does.
 *
 * Addresses with the same verdict on the same ports are one end.
 *
 * @throws UnknownEndpoint
 */
export function explainPorts(reach: Reach, question: ConcreteQuestion): PortsExplanation[] {
  const parts = partsOf(reach, question);
  if (parts.length === 0) throw hasNoPort(question, targetsOf(question.to, reach));
  return VERDICTS.flatMap(verdict => {
    const own = parts.filter(part => part.verdict === verdict);
    return alikeIn(own, question).map(alike => explainPart(reach, question, alike));
  });
}

const VERDICTS = ['allow', 'unknown', 'deny'] as const;

interface Part {
  readonly verdict: Explanation['verdict'];
  readonly from: Target;
  readonly to: Target;
  readonly ports: PortSetId;
}

function partsOf(reach: Reach, question: ConcreteQuestion): Part[] {
  const sources = targetsOf(question.from, reach);
  return targetsOf(question.to, reach).flatMap(to => {
    const ports = reach.rulePorts.exactly(portsAt(to, question.ports), to.workload?.ports);
    return ports === PortSets.NONE ? [] : sources.flatMap(from => partsBetween(reach, { from, to, ports }));
  });
}

function partsBetween(reach: Reach, { from, to, ports }: Omit<Part, 'verdict'>): Part[] {
  const { portSets } = reach;
  const { allowed, unknown } = isItself(from, to) ? EVERYTHING : reach.between(from.endpoint, to.endpoint);
  const sets = {
    allow: portSets.intersect(ports, allowed),
    unknown: portSets.intersect(ports, unknown),
    deny: portSets.subtract(portSets.subtract(ports, allowed), unknown),
  };
  return VERDICTS.map(verdict => ({ verdict, from, to, ports: sets[verdict] })).filter(
    part => part.ports !== PortSets.NONE,
  );
}

const EVERYTHING = { allowed: PortSets.ALL, unknown: PortSets.NONE };

/** Of one verdict: the first two ends that have names, with all addresses there are, by ports. */
function alikeIn(parts: readonly Part[], { from, to }: ConcreteQuestion): Part[][] {
  const isFirst = (part: Part) =>
    (from.kind === 'addresses' || part.from.endpoint === parts[0].from.endpoint) &&
    (to.kind === 'addresses' || part.to.endpoint === parts[0].to.endpoint);
  const byPorts = new Map<PortSetId, Part[]>();
  for (const part of parts.filter(isFirst)) appendTo(byPorts, part.ports, part);
  return [...byPorts.values()];
}

function explainPart(reach: Reach, question: ConcreteQuestion, alike: readonly Part[]): PortsExplanation {
  const [{ ports }] = alike;
  const ends = {
    from: together(
      question.from,
      reach,
      alike.map(part => part.from),
    ),
    to: together(
      question.to,
      reach,
      alike.map(part => part.to),
    ),
  };
  const [first] = reach.portSets.ranges(ports);
  const isOpen = ends.to.service === undefined && question.ports.some(each => each.isWhole);
  const declared = isOpen ? ends.to.workload?.ports : undefined;
  const shown = declared?.find(({ protocol, port }) => reach.portSets.has(ports, protocol, port));
  const { protocol, port } = shown ?? { protocol: first.protocol, port: first.first };
  const added = isOpen && shown === undefined ? question.ports[0] : undefined;
  return { ports, explanation: explain(reach, { ...ends, protocol, port }, added) };
}

function hasNoPort({ to, ports }: ConcreteQuestion, targets: readonly Target[]): UnknownEndpoint {
  const known = targets.flatMap(({ service, workload }) => service?.ports ?? workload?.ports ?? []);
  const words = [...new Set(known.map(portInWords))];
  const others = words.length === 0 ? 'none is declared' : `it has ${words.join(', ')}`;
  return new UnknownEndpoint(refInWords(to), `has no port ${ports.join(', ')}; ${others}`);
}

/** `TCP 8080 (http)`. */
function portInWords({ protocol, port, name }: ContainerPort): string {
  return `${protocol} ${port}${name === undefined ? '' : ` (${name})`}`;
}
