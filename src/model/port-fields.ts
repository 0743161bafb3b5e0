import { Check, isRecord, oneOf, text, wrongType } from './check';
import { PolicyError } from './policy-error';
import { Protocol, PROTOCOLS } from './protocol';
import { portNameProblem } from './syntax';

/** The lowest port. */
export const MIN_PORT = 1;

/** The highest port. */
export const MAX_PORT = 65535;

/** What a port is made of: a name, or the ends of a range; every protocol where none is said. */
export interface PortFields {
  readonly protocol?: Protocol;
  readonly first?: number;
  readonly last?: number;
  readonly name?: string;
}

const aProtocol = oneOf(PROTOCOLS);

/** JavaScript can call the constructor, and what it leaves out must not become every port. */
export const portFields: Check<PortFields> = value => {
  if (!isRecord(value)) throw wrongType(value, 'a port by name, such as Port.tcp(80)');
  const { protocol, first, last, name } = value;
  if (name !== undefined) return { protocol: aProtocol(protocol), name: portName(name) };
  if (!isPort(first) || !isPort(last) || last < first) throw notARange(first, last);
  const isEvery = protocol === undefined && first === MIN_PORT && last === MAX_PORT;
  return { protocol: isEvery ? undefined : aProtocol(protocol), first, last };
};

/** A port's number, or the refusal of what is none. */
export const portNumber: Check<number> = value => {
  if (isPort(value)) return value;
  throw notARange(value, value);
};

function portName(value: unknown): string {
  const name = text(value);
  const problem = portNameProblem(name);
  if (problem === undefined) return name;
  throw new PolicyError({
    code: 'port-name',
    value: name,
    problem: `port name '${name}' ${problem}`,
    fix: 'use the name of a container port, such as http',
  });
}

function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && MIN_PORT <= value && value <= MAX_PORT;
}

function notARange(first: unknown, last: unknown): PolicyError {
  const stranger = [first, last].find(end => typeof end !== 'number');
  if (typeof first !== 'number' || typeof last !== 'number') {
    return wrongType(stranger, `a whole number from ${MIN_PORT} to ${MAX_PORT}`);
  }
  const isSingle = Object.is(first, last);
  return new PolicyError({
    code: 'port-range',
    value: isSingle ? first : [first, last],
    problem: isSingle ? `port ${first} does not exist` : `port range ${first}-${last} does not exist`,
    fix: `use whole numbers, ${MIN_PORT} <= first <= last <= ${MAX_PORT}`,
  });
}
