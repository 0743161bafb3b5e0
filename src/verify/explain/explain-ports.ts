import { ConcreteRef, refInWords } from '../../model/endpoint-ref';
import { Port } from '../../model/port';
import { isItself } from '../ask/ask-concrete';
import { UnknownEndpoint } from '../ends/find-endpoint';
import { portsAt, Target, targetsOf } from '../ends/targets';
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

/** Explains the answer to a question: for each verdict that occurs, the first two ends between which it does. @throws UnknownEndpoint */
export function explainPorts(reach: Reach, question: ConcreteQuestion): PortsExplanation[] {
  const { allow, unknown, deny } = firstOfEach(reach, question);
  if ((allow ?? unknown ?? deny) === undefined) throw hasNoPort(question);
  return [allow, unknown, deny].flatMap(part => {
    if (part === undefined) return [];
    const [{ protocol, first: port }] = reach.portSets.ranges(part.ports);
    return [{ ports: part.ports, explanation: explain(reach, { from: part.from, to: part.to, protocol, port }) }];
  });
}

interface Part {
  readonly from: Target;
  readonly to: Target;
  readonly ports: PortSetId;
}

type Parts = Partial<Record<Explanation['verdict'], Part>>;

function firstOfEach(reach: Reach, question: ConcreteQuestion): Parts {
  const sources = targetsOf(question.from, reach);
  let found: Parts = {};
  for (const to of targetsOf(question.to, reach)) {
    const asked = reach.rulePorts.exactly(portsAt(to, question.ports), to.endpoint);
    if (asked === PortSets.NONE) continue;
    for (const from of sources) found = { ...partsOf(reach, { from, to, ports: asked }), ...found };
  }
  return found;
}

function partsOf(reach: Reach, { from, to, ports }: Part): Parts {
  const { portSets } = reach;
  const { allowed, unknown } = isItself(from, to) ? EVERYTHING : reach.between(from.endpoint, to.endpoint);
  const sets = {
    allow: portSets.intersect(ports, allowed),
    unknown: portSets.intersect(ports, unknown),
    deny: portSets.subtract(portSets.subtract(ports, allowed), unknown),
  };
  const parts = Object.entries(sets).filter(([, set]) => set !== PortSets.NONE);
  return Object.fromEntries(parts.map(([verdict, set]) => [verdict, { from, to, ports: set }]));
}

const EVERYTHING = { allowed: PortSets.ALL, unknown: PortSets.NONE };

function hasNoPort({ to, ports }: ConcreteQuestion): UnknownEndpoint {
  return new UnknownEndpoint(refInWords(to), `has no port ${ports.join(', ')}`);
}
