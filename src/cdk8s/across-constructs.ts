import { IConstruct } from 'constructs';
import { Engine } from '../facts/engine-families';
import { PolicyError } from '../model/policy-error';
import { contradictionInWords, contradictionsIn, opensWorld } from '../patterns/contradictions';
import { blocksOfGuarantee, mergedIn, mergedRefusal, mergesBlocks, NamedBlock } from '../patterns/merged-blocks';
import { Intent } from '../patterns/pattern';
import { Guaranteed, outermostGuaranteed } from './guaranteed';
import { PlatformContext } from './platform-context';

/** Type of the metadata that both constructs get, for tools and tests. */
const WARNING = 'netpol/warning';

const WATCHED = new WeakSet<IConstruct>();

/** Whether a construct may not go together with others of its tree, as far as its plan says by now. */
export function isWorthWatching({ plan, place: { platform } }: Intent): boolean {
  return opensWorld(plan) || (platform?._cluster.engine !== undefined && mergesBlocks(platform._cluster.engine));
}

/**
 * Looks at the constructs of a tree together, whenever it is synthesized. This takes a while for thousands of them.
 *
 * Which contradict each other is said, of each two once. What an engine would put together is refused.
 */
export function watch(root: IConstruct): void {
  if (WATCHED.has(root)) return;
  WATCHED.add(root);
  const said = new Set<string>();
  root.node.addValidation({
    validate: () => {
      const refusal = ifReadable(() => {
        const constructs = outermostGuaranteed(root);
        warn(constructs, said);
        return mergedBlocksOf(constructs);
      });
      if (refusal !== undefined) throw refusal;
      return [];
    },
  });
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
  const stated = constructs.map(({ node, guarantee }) => ({ path: node.path, guarantee }));
  for (const contradiction of contradictionsIn(stated)) {
    const warning = contradictionInWords(contradiction);
    if (said.has(warning)) continue;
    said.add(warning);
    const { isolates, opens } = contradiction;
    for (const { node } of constructs.filter(each => [isolates, opens].includes(each.node.path))) {
      node.addMetadata(WARNING, warning);
    }
    console.warn(`netpol: ${warning}`);
  }
}

function mergedBlocksOf(constructs: readonly Guaranteed[]): PolicyError | undefined {
  const engines = new Map<Engine, NamedBlock[]>();
  for (const construct of constructs) {
    const engine = PlatformContext.of(construct)?._cluster.engine;
    if (engine === undefined || !mergesBlocks(engine)) continue;
    const blocks = blocksOfGuarantee(construct.node.path, construct.guarantee);
    engines.set(engine, [...(engines.get(engine) ?? []), ...blocks]);
  }
  for (const [engine, blocks] of engines) {
    const merged = mergedIn(blocks);
    if (merged !== undefined) return mergedRefusal(merged, engine);
  }
  return undefined;
}
