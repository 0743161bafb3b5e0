import { at, Check, listOf, mapOf, optional, shape, text } from '../model/check';
import { DIRECTIONS } from '../model/direction';
import { nearest } from '../model/nearest';
import { IPeer } from '../model/peer';
import { PolicyError } from '../model/policy-error';
import { dnsLabelProblem } from '../model/syntax';
import { DNS_OPTIONS, DnsOptions, dnsOf } from './dns-options';
import { peers } from './fields';
import { pattern } from './pattern';
import { Connection, Group } from './plan';
import { PolicyProps } from './policy-props';
import { admitting, EgressRule, egressRules, IngressRule, ingressRule, outside } from './rules';
import { portsOf, Serving, SERVING } from './serving';

/** One service of an application; `port` or `ports` where somebody calls it. */
export interface Microservice extends Serving {
  /**
   * Names of the services that it calls, at their ports.
   *
   * @default - none
   */
  readonly calls?: string[];
  /**
   * Who calls it from outside the application: `Peer.ingressNginx()`.
   *
   * @default - nobody
   */
  readonly from?: IPeer[];
  /**
   * What it reaches outside the application.
   *
   * @default - nothing
   */
  readonly to?: EgressRule[];
}

/** What {@link microservices} takes. */
export interface MicroservicesProps extends PolicyProps, DnsOptions {
  /** The services by name; a name is the last part of its policy's. */
  readonly services: Record<string, Microservice>;
  /**
   * Who may scrape the services, and at which ports.
   *
   * @default - nobody
   */
  readonly monitoring?: IngressRule;
}

const microservice = shape<Microservice>({
  ...SERVING,
  calls: optional(listOf(text, 'leave it out')),
  from: optional(peers),
  to: optional(egressRules),
});

/** A service, and the group of its pods. */
interface Node extends Group {
  readonly service: Microservice;
}

/**
 * An application as the graph of its calls: each service reaches those that it calls, and is reached by those that call it.
 *
 * Isolates the pods of all services for ingress and egress; one policy a service, both ends of each call are written.
 */
export const microservices = pattern<MicroservicesProps>(
  'Microservices',
  {
    services: mapOf(microservice, 'name the services'),
    monitoring: optional(ingressRule),
    ...DNS_OPTIONS,
  },
  (props, place) => {
    const nodes = new Map(
      Object.entries(props.services)
        .sort(byName)
        .map(([name, each]) => [name, nodeOf(name, each)]),
    );
    const groups = [...nodes.values()];
    return {
      groups,
      connections: [
        ...groups.flatMap(node => callsOf(node, nodes)),
        ...groups.flatMap(node => entriesOf(node, props.monitoring)),
        ...groups.flatMap(node => outside(node, node.service.to, `${pathOf(node.part)}.to`)),
        ...dnsOf(groups, props, place),
      ],
    };
  },
);

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}

function pathOf(name: string): string {
  return `services.${name}`;
}

function nodeOf(name: string, service: Microservice): Node {
  at(pathOf(name), serviceName, name);
  return { part: name, path: `${pathOf(name)}.pods`, pods: service.pods, isolates: DIRECTIONS, service };
}

const serviceName: Check<string> = name => {
  const problem = dnsLabelProblem(text(name));
  if (problem === undefined) return name as string;
  const fix = 'the policy is named after it: use a name such as web';
  throw new PolicyError({ code: 'name', value: name, problem: `service name '${String(name)}' ${problem}`, fix });
};

function callsOf(from: Node, nodes: ReadonlyMap<string, Node>): Connection[] {
  return (from.service.calls ?? []).map((name, index) => {
    const to = nodes.get(name);
    if (to === undefined) throw unknownService(name, [...nodes.keys()]).inside(`${pathOf(from.part)}.calls[${index}]`);
    return { from, to, ports: portsOf(to.service, pathOf(name)) };
  });
}

function entriesOf(node: Node, monitoring: IngressRule | undefined): Connection[] {
  const { from } = node.service;
  return [
    ...(from === undefined ? [] : [{ from, to: node, ports: portsOf(node.service, pathOf(node.part)) }]),
    ...admitting(node, monitoring),
  ];
}

function unknownService(name: string, known: readonly string[]): PolicyError {
  const meant = nearest(name, known);
  return new PolicyError({
    code: 'unknown-service',
    value: name,
    problem: `there is no service '${name}'`,
    fix: meant === undefined ? `use one of ${known.join(', ')}` : `did you mean '${meant}'?`,
  });
}
