import { Port } from '../../model/port';
import { Answer, combine } from '../ends/connection';
import { serviceName } from '../ends/find-endpoint';
import { portsAt, Target } from '../ends/targets';
import { Reach } from '../reach/reach';
import { PortSets } from '../sets/port-sets';

/** Which ports of a question are nothing at a destination, in words. */
export function missingPorts(
  { rulePorts }: Reach,
  { name, service, workload }: Pick<Target, 'name' | 'service' | 'workload'>,
  ports: readonly Port[],
): string[] {
  return ports.flatMap(port => {
    const own = portsAt({ service }, [port]);
    if (service !== undefined && own.length === 0) return `${serviceName(service)} has no port ${port}`;
    return rulePorts.exactly(own, workload?.ports) === PortSets.NONE ? `${name} has no port ${own.join(', ')}` : [];
  });
}

/** The answer where ports are missing: what is said of a port that nobody has, such as a misspelt one, says nothing. */
export function withMissing(answer: Answer, missing: readonly string[]): Answer {
  const unknown: Answer = { verdict: 'unknown', reason: missing.join('; ') };
  return missing.length === 0 ? answer : combine([answer, unknown], each => each);
}
