import { Engine } from '../facts/engine-families';
import { ENGINES_THAT_MERGE_BLOCKS } from '../facts/platforms';
import { Direction, DIRECTIONS } from '../model/direction';
import { Guarantee } from '../model/guarantee';
import { IpBlock } from '../model/ip-block';
import { mayShare } from '../model/label-space';
import { Anywhere, PeerTerm, termsOf } from '../model/peer';
import { Pods } from '../model/pods';
import { PolicyError } from '../model/policy-error';
import { Connection, Group, isGroup, termsAt } from './plan';

/** A block that a rule names for pods, in one direction. */
export interface NamedBlock {
  readonly direction: Direction;
  readonly subject: Group | Pods;
  readonly block: string;
  readonly except: string;
  /** The construct that names it; undefined within one. */
  readonly path?: string;
}

/** Whether an engine puts rules together that name the same block with different exceptions. */
export function mergesBlocks({ name }: Engine): boolean {
  return ENGINES_THAT_MERGE_BLOCKS.engines.some(each => each === name);
}

/** The blocks that one connection of a plan names for the plan's own groups. */
export function blocksOfPlan({ from, to }: Connection): NamedBlock[] {
  return DIRECTIONS.flatMap(direction => {
    const [own, other] = direction === Direction.INGRESS ? [to, from] : [from, to];
    return isGroup(own) ? namedBy(termsAt(other), { direction, subject: own }) : [];
  });
}

/** The blocks that a construct names for its pods. */
export function blocksOfGuarantee(path: string, { opens }: Guarantee): NamedBlock[] {
  return opens.flatMap(({ from, to, ends }) =>
    ends.flatMap(direction => {
      const [own, other] = direction === Direction.INGRESS ? [to, from] : [from, to];
      const subjects = termsOf(own).filter(term => term instanceof Pods);
      return subjects.flatMap(subject => namedBy(termsOf(other), { direction, subject, path }));
    }),
  );
}

/** A block with different exceptions for pods that could be the same. */
export interface MergedBlock {
  readonly earlier: NamedBlock;
  readonly later: NamedBlock;
}

/** The first block that an engine would put together; undefined where there is none. */
export function mergedIn(blocks: readonly NamedBlock[]): MergedBlock | undefined {
  const byBlock = new Map<string, NamedBlock[]>();
  for (const each of blocks) {
    const key = `${each.direction} ${each.block}`;
    const known = byBlock.get(key) ?? [];
    const earlier = known.find(other => other.except !== each.except && areTogether(other.subject, each.subject));
    if (earlier !== undefined) return { earlier, later: each };
    known.push(each);
    byBlock.set(key, known);
  }
  return undefined;
}

/** Labels of a plan's groups may not be known yet: those of two constructs are compared when they are written. */
function areTogether(a: NamedBlock['subject'], b: NamedBlock['subject']): boolean {
  return a instanceof Pods && b instanceof Pods ? mayShare(a, b) : a === b;
}

/** A rule without peers is for every address. */
function namedBy(terms: readonly PeerTerm[], rest: Omit<NamedBlock, 'block' | 'except'>): NamedBlock[] {
  return terms.flatMap(term => {
    if (term instanceof Anywhere) return ['0.0.0.0/0', '::/0'].map(block => ({ ...rest, block, except: '' }));
    if (!(term instanceof IpBlock)) return [];
    return [{ ...rest, block: term.cidr.block, except: term.except.map(({ block }) => block).join() }];
  });
}

/** The refusal of such a block. @param named how a construct is called in a sentence, by its path */
export function mergedRefusal(
  { earlier, later }: MergedBlock,
  { name: engine }: Engine,
  named: (path?: string) => string = path => `'${path}'`,
): PolicyError {
  const { block, path } = later;
  const isOne = path === earlier.path;
  const rules = isOne ? `rules for ${block}` : `the rules of ${named(earlier.path)} and ${named(path)} for ${block}`;
  return new PolicyError({
    code: 'engine',
    value: block,
    problem: `${engine} puts ${rules} together although their exceptions differ, and keeps neither`,
    fix: 'give both the same exceptions, or name the peers of one of them',
  });
}
