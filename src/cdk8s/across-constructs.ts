import { IConstruct } from 'constructs';
import { Engine } from '../facts/engine-families';
import { PolicyError } from '../model/policy-error';
import { contradictionInWords, contradictionsIn } from '../patterns/contradictions';
import { blocksOfGuarantee, mergedIn, mergedRefusal, mergesBlocks, NamedBlock } from '../patterns/merged-blocks';
import { Intent } from '../patterns/pattern';
import { opensWorld } from '../patterns/world-openings';
import { Guaranteed, outermostGuaranteed } from './guaranteed';
import { PlatformContext } from './platform-context';
import { isPolicyObject } from './policy-object';
import { readingOnce } from './tree-pods';

/** Type of the metadata that both constructs get, for tools and tests. */
const WARNING = 'netpol/warning';

const WATCHED = new WeakSet<IConstruct>();

/** Whether a construct may not go together with others of its tree, as far as its plan says by now. */
export function isWorthWatching({ plan, place: { platform } }: Intent): boolean {
  return opensWorld(plan) || (platform?._cluster.engine !== undefined && mergesBlocks(platform._cluster.engine));
}

/**
 * Looks at the constructs of a tree together, whenever it is synthesized.
 *
 * Which contradict each other is said, of each two once. What an engine would put together is refused.
 */
export function watch(root: IConstruct): void {
  if (WATCHED.has(root)) return;
  WATCHED.add(root);
  const said = new Set<string>();
  root.node.addValidation({
    validate: () => {
      readingOnce(root, () => {
        const refusal = ifReadable(() => {
          const constructs = outermostGuaranteed(root);
          warn(constructs, said);
          return mergedBlocksOf(constructs);
        });
        if (refusal !== undefined) throw refusal;
        writeTold(root);
      });
      return [];
    },
  });
}

/** Writes what workloads were told, and refuses what cannot be written before anything of whichever chart is. */
function writeTold(root: IConstruct): void {
  for (const node of root.node.findAll()) if (isPolicyObject(node) && node._isTold) node.toJson();
}

/** What cannot be read, such as labels that are missing, is refused where its policy is written, with its name. */
function ifReadable<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (error instanceof PolicyError) return undefined;
    throw error;
  }
}

function warn(constructs: readonly Guaranteed[], said: Set<string>): void {
  const stated = constructs.map(({ construct, guarantee }) => ({ path: construct.node.path, guarantee }));
  const byPath = new Map(constructs.map(({ construct: { node } }) => [node.path, node]));
  for (const contradiction of contradictionsIn(stated)) {
    const warning = contradictionInWords(contradiction);
    if (said.has(warning)) continue;
    said.add(warning);
    const { isolates, opens } = contradiction;
    for (const path of [isolates, opens]) byPath.get(path)?.addMetadata(WARNING, warning);
    console.warn(`netpol: ${warning}`);
  }
}

function mergedBlocksOf(constructs: readonly Guaranteed[]): PolicyError | undefined {
  const engines = new Map<Engine, NamedBlock[]>();
  for (const { construct, guarantee } of constructs) {
    const engine = PlatformContext.of(construct)?._cluster.engine;
    if (engine === undefined || !mergesBlocks(engine)) continue;
    const blocks = engines.get(engine) ?? [];
    blocks.push(...blocksOfGuarantee(construct.node.path, guarantee));
    engines.set(engine, blocks);
  }
  for (const [engine, blocks] of engines) {
    const merged = mergedIn(blocks);
    if (merged !== undefined) return mergedRefusal(merged, engine);
  }
  return undefined;
}
