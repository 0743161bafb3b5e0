import { Connection, Endpoint, Labels, Pod } from '../oracle/cluster';
import { ClusterOracle, Policies } from '../oracle/cluster-oracle';
import { Choose, outcomes } from '../oracle/doubts';
import { EngineFacts, EngineLike } from '../oracle/engine-facts';
import { LabelSelector } from '../oracle/manifest';
import { OpenFacts } from '../oracle/open-facts';
import { selects } from '../oracle/selector';
import { NAME_LABEL, NARROW } from './pools';

/** Policies, and what is known beside them. */
export interface PolicySketch extends Policies {
  /** Labels of the namespaces that were read; every other one may have any. */
  readonly namespaces: Readonly<Record<string, Labels>>;
  readonly plan: readonly string[];
  readonly engine?: EngineLike;
}

/** A connection, in a cluster of which as much is there as it takes to judge it. */
export interface Situation {
  readonly connection: Connection;
  readonly namespaces: Readonly<Record<string, Labels>>;
}

/** One way in which all that is open may turn out. */
export interface World {
  readonly facts: OpenFacts;
  /** What some policies say there. @param namespaces where they have other labels than in the situation */
  oracle(policies: Policies, namespaces?: Situation['namespaces']): ClusterOracle;
}

/** What is true of a connection; some of it may be open. */
export type Claim = (situation: Situation, world: World) => boolean;

/** Of what a claim is true whatever is open, and of what it can be. */
export interface Found {
  readonly certain?: Situation;
  readonly possible?: Situation;
}

/** Every situation that {@link NARROW} can tell apart, as far as some selectors do. */
export function situationsOf({ namespaces }: PolicySketch, asked: unknown): Situation[] {
  return [...situations(namespaces, podLabels([...selectorsIn(asked)]))];
}

/** Looks for a situation of which a claim is true. */
export function find(claim: Claim, among: Iterable<Situation>, sketch: PolicySketch): Found {
  let possible: Situation | undefined;
  for (const situation of among) {
    const truth = truthOf(claim, situation, sketch);
    if (truth.has(true)) possible = situation;
    if (!truth.has(false)) return { certain: situation, possible };
  }
  return { possible };
}

/** The truth of a claim: one or both, where something is open. */
export function truthOf(
  claim: Claim,
  situation: Situation,
  { plan, engine }: Pick<PolicySketch, 'plan' | 'engine'>,
): Set<boolean> {
  return outcomes((choose: Choose) => {
    const facts = engine ? new EngineFacts({ plan, choose }, engine) : new OpenFacts(plan, choose);
    const oracle: World['oracle'] = (policies, namespaces = situation.namespaces) =>
      new ClusterOracle({ ...situation, namespaces }, policies, { doubts: facts, choose });
    return claim(situation, { facts, oracle });
  });
}

/** Of labels: those that selectors name, and one that none does. */
const VALUES = ['x', 'unnamed', 'fresh'] as const;

/** One in each part into which the blocks cut the address space. */
const ADDRESSES = ['0.0.0.0', '10.0.0.1', '10.9.0.1', '203.0.113.1', '::'] as const;

/** One of each port that policies tell apart, where an engine opens the first of a range alone too. */
export const PORTS = ['TCP', 'UDP', 'SCTP'].flatMap(protocol => [1, 79, 80, 81].map(port => ({ protocol, port })));

function* situations(known: PolicySketch['namespaces'], labels: readonly Labels[]): Generator<Situation> {
  const spaces = (end: 'from' | 'to') => [...namespacesOf(end, known), undefined];
  for (const [from, to] of pairs(spaces('from'), spaces('to'))) {
    // One namespace has the same labels at both ends.
    if (from && to && from !== to && from[NAME_LABEL] === to[NAME_LABEL]) continue;
    const namespaces = Object.fromEntries([from, to].flatMap(each => (each ? [[each[NAME_LABEL], each]] : [])));
    for (const [source, destination] of pairs(endsIn(from, 'from', labels), endsIn(to, 'to', labels))) {
      for (const over of PORTS) {
        yield { connection: { from: source, to: destination, ...over }, namespaces };
        if (destination.pod === undefined) continue;
        const pod: Pod = { ...destination.pod, ports: [{ name: NARROW.portNames[0], ...over }] };
        yield { connection: { from: source, to: { ip: '', pod }, ...over }, namespaces };
      }
    }
  }
}

/** Labels of each namespace that policies name, and of one that is not at the other end; the same are one object. */
function namespacesOf(end: 'from' | 'to', known: PolicySketch['namespaces']): Labels[] {
  const isPossible = (labels: Labels, name: string) => known[name] === undefined || isSame(labels, known[name]);
  const named = NARROW.namespaces.flatMap(name => POSSIBLE[name].filter(labels => isPossible(labels, name)));
  return [...named, ...POSSIBLE[end]];
}

const POSSIBLE: Readonly<Record<string, readonly Labels[]>> = Object.fromEntries(
  [...NARROW.namespaces, 'from', 'to'].map(name => [name, combined(NARROW.namespaceKeys, { [NAME_LABEL]: name })]),
);

function endsIn(namespace: Labels | undefined, end: string, labels: readonly Labels[]): Endpoint[] {
  if (namespace === undefined) return ADDRESSES.map(ip => ({ ip }));
  return labels.map(each => ({
    ip: '',
    pod: { namespace: namespace[NAME_LABEL], name: end, labels: each, ips: [], ports: [] },
  }));
}

/** One of those that the selectors do not tell apart. */
function podLabels(selectors: readonly LabelSelector[]): Labels[] {
  const different = new Map<string, Labels>();
  for (const labels of combined(NARROW.keys, {})) {
    different.set(selectors.map(selector => selects(selector, labels)).join(), labels);
  }
  return [...different.values()];
}

function combined(keys: readonly string[], labels: Labels): Labels[] {
  return keys.reduce<Labels[]>(
    (all, key) => all.flatMap(each => [each, ...VALUES.map(value => ({ ...each, [key]: value }))]),
    [labels],
  );
}

/** Every podSelector in something, however deep it stands. */
function* selectorsIn(value: unknown): Generator<LabelSelector> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'podSelector') yield inner as LabelSelector;
    else yield* selectorsIn(inner);
  }
}

function* pairs<A, B>(these: readonly A[], those: readonly B[]): Generator<[A, B]> {
  for (const a of these) for (const b of those) yield [a, b];
}

function isSame(a: Labels, b: Labels): boolean {
  return JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort());
}
