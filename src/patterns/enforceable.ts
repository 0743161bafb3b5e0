import { Engine } from '../facts/engine-families';
import { Platform } from '../facts/platform';
import { Cidr } from '../model/cidr';
import { EngineTrait, traitInWords } from '../model/engine';
import { IpBlock } from '../model/ip-block';
import { PeerTerm } from '../model/peer';
import { PolicyError } from '../model/policy-error';
import { Port } from '../model/port';
import { blocksOfPlan, mergedIn, mergedRefusal, mergesBlocks } from './merged-blocks';
import { Connection, isGroup, portsOf, SettledPlan, termsAt } from './plan';

/** What an engine does with a port's name that lets more pass than is written, or nothing at all. */
const NAMES_MISREAD = ['every-port', 'every-port-if-unresolved', 'policy-not-applied'];

/**
 * Refuses what the platform's engine would enforce otherwise than it is written.
 *
 * @throws PolicyError `engine`
 */
export function refuseUnenforceable({ connections }: SettledPlan, platform: Platform): void {
  const { engine } = platform._cluster;
  if (engine === undefined) return;
  if (engine.networkPolicies === 'ignored') {
    throw misread(engine, 'networkPolicies', { value: 'this policy', fix: 'use an engine that does' });
  }
  for (const connection of connections) {
    for (const port of portsOf(connection)) refusePort(port, engine);
    if (engine.blocksCoverPods === 'never') {
      refuseInside(termsOfOthers(connection), { engine, inside: platform._inside });
    }
  }
  const merged = mergesBlocks(engine) ? mergedIn(connections.flatMap(blocksOfPlan)) : undefined;
  if (merged !== undefined) throw mergedRefusal(merged, engine);
}

function refusePort(port: Port, engine: Engine): void {
  if (port.name !== undefined && NAMES_MISREAD.includes(engine.namedPorts)) {
    throw misread(engine, 'namedPorts', { value: String(port), fix: 'give the number, such as Port.tcp(8080)' });
  }
  if (port._isRange && engine.endPort === 'first-port') {
    throw misread(engine, 'endPort', { value: String(port), fix: 'list the ports one by one' });
  }
}

/** Blocks with addresses of pods or nodes. */
function refuseInside(
  terms: readonly PeerTerm[],
  { engine, inside }: { readonly engine: Engine; readonly inside: readonly Cidr[] },
): void {
  for (const block of terms) {
    const met = block instanceof IpBlock ? inside.find(cidr => meets(block, cidr)) : undefined;
    if (met === undefined) continue;
    throw misread(engine, 'blocksCoverPods', {
      value: String(block),
      fix: `leave out ${met.block} with except, and name the pods there with Pods`,
    });
  }
}

function meets({ cidr, except }: IpBlock, inside: Cidr): boolean {
  const overlaps = cidr.contains(inside) || inside.contains(cidr);
  return overlaps && !except.some(left => left.contains(inside));
}

function termsOfOthers({ from, to }: Connection): PeerTerm[] {
  return [from, to].filter(end => !isGroup(end)).flatMap(termsAt);
}

interface Misread {
  readonly value: string;
  readonly fix: string;
}

function misread(engine: Engine, trait: EngineTrait, { value, fix }: Misread): PolicyError {
  const problem = `${engine.name} ${traitInWords(engine, trait)}, so ${value} would not be what it says`;
  return new PolicyError({ code: 'engine', value, problem, fix });
}
