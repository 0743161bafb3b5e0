import { Resource } from '@pulumi/pulumi';
import { Engine } from '../../facts/engine-families';
import { Guarantee } from '../../model/guarantee';
import { contradictionInWords, contradictionsIn } from '../../patterns/contradictions';
import { blocksOfGuarantee, mergedIn, mergedRefusal, mergesBlocks } from '../../patterns/merged-blocks';
import { ClusterWork, workIn, Written } from '../clusters';
import { sightOfGuarantee } from '../guarantee';
import { Judgement, judgeAtEnd } from './judge-at-end';

/** What a component does, as far as it is known when the program has made it. */
interface Stated extends Written {
  /** What it is called, as no other is. */
  readonly path: string;
  readonly guarantee: Guarantee;
  readonly isSecret: boolean;
}

/**
 * Looks at the components of a cluster together when the program has made them.
 *
 * Which contradict each other is a warning. What the engine of its platform would put together fails the program.
 */
export function watch(component: Resource): void {
  const work = workIn(component);
  if (work.isWatched === true) return;
  work.isWatched = true;
  judgeAtEnd('netpol', () => judgementsOf(work));
}

async function judgementsOf({ written, platform }: ClusterWork): Promise<Judgement[]> {
  const stated = calledApart((await Promise.all(written.map(statedBy))).flat());
  const engine = platform?._cluster.engine;
  return [...warningsOf(stated), ...(engine && mergesBlocks(engine) ? mergedBlocksOf(stated, engine) : [])];
}

async function statedBy(one: Written): Promise<Omit<Stated, 'path'>[]> {
  const { isSecret, value } = await sightOfGuarantee(one.guarantee);
  return value === undefined ? [] : [{ ...one, guarantee: value(), isSecret }];
}

/** Components of one type may have the same name when their parents differ. */
function calledApart(all: readonly Omit<Stated, 'path'>[]): Stated[] {
  const counts = new Map<string, number>();
  return all.map(one => {
    const count = (counts.get(one.owner) ?? 0) + 1;
    counts.set(one.owner, count);
    return { ...one, path: count === 1 ? one.owner : `${one.owner} (${count})` };
  });
}

/** A warning would show what is secret. */
function warningsOf(stated: readonly Stated[]): Judgement[] {
  return contradictionsIn(stated.filter(({ isSecret }) => !isSecret)).map(contradiction => ({
    text: contradictionInWords(contradiction, String),
    isSure: false,
    component: componentOf(stated, contradiction.opens),
  }));
}

/** The error is on the later of the two. */
function mergedBlocksOf(stated: readonly Stated[], engine: Engine): Judgement[] {
  const merged = mergedIn(stated.flatMap(({ path, guarantee }) => blocksOfGuarantee(path, guarantee)));
  if (merged === undefined) return [];
  const paths = [merged.earlier.path, merged.later.path];
  const isHidden = stated.some(({ path, isSecret }) => isSecret && paths.includes(path));
  const text = isHidden ? `${paths.join(' and ')} ${HIDDEN}` : mergedRefusal(merged, engine, String).message;
  return [{ text, isSure: true, component: componentOf(stated, merged.later.path) }];
}

const HIDDEN = 'have rules that the engine puts together; which they are is left out, as there are secrets in them';

function componentOf(stated: readonly Stated[], name: string | undefined): Resource {
  return (stated.find(({ path }) => path === name) ?? stated[0]).component;
}
