import { Resource } from '@pulumi/pulumi';
import { NetworkExpectationsProps } from '../../patterns/network-expectations';
import { synthesisChecks } from '../../testing/late-synthesis-checks';
import { workIn } from '../clusters';
import { isSecretSight, sightOf, valueAt } from '../drafts/settled';
import { Hole } from '../outputs/deferred';
import { hiding, Refusing } from '../refusal';
import { boundsOf } from './bounds';
import { Judgement } from './judge-at-end';
import { SightedObject, sightedObject } from './sighted-object';

/** What is expected of a network, and of which. */
export interface NetworkCheck {
  /** Beside the policies of components. */
  readonly resources?: readonly Resource[];
  /** In what is expected. */
  readonly holes: readonly Hole[];
  /** What is expected, with values in the holes. */
  readonly asked: (values: readonly unknown[]) => NetworkExpectationsProps;
}

const NOT_KNOWN = 'whether all expectations hold cannot be told before more values are known';
const NOT_SURE = 'cannot be told before more values are known; without them';
const HIDDEN =
  'an expectation does not hold, or cannot be judged; the explanation is left out, as there are secrets in the policies';

/** Judges what the program has made. */
export async function judge(check: NetworkCheck, component: Resource, refusing: Refusing): Promise<Judgement[]> {
  const judged = (texts: readonly string[], isSure: boolean) => texts.map(text => ({ text, isSure, component }));
  const written = (await Promise.all(workIn(component).written.map(({ policies }) => policies))).flat();
  const found = await Promise.all([...written, ...(check.resources ?? [])].map(sightedObject)).catch(() => undefined);
  // A resource that failed has failed the program.
  if (found === undefined) return [];
  const sights = await Promise.all(check.holes.map(sightOf));
  const values = sights.map((sight, index) => refusing(() => valueAt(check.holes[index], sight)));
  const bounds = boundsOf(found.map(({ object }) => object));
  if (bounds === undefined || sights.some(({ value }) => value === undefined)) return judged([NOT_KNOWN], false);
  const asked = refusing(() => hiding(sights.some(isSecretSight), () => check.asked(values)));
  const isHidden = [...found, ...sights].some(({ isSecret }: Pick<SightedObject, 'isSecret'>) => isSecret);
  const [least, most] = [bounds.least, bounds.most].map(objects => brokenIn(objects, asked));
  const isSure = JSON.stringify(bounds.least) === JSON.stringify(bounds.most);
  const broken = isSure ? least : [...new Set([...least, ...most])].map(text => `${NOT_SURE}: ${text}`);
  return judged(isHidden && broken.length > 0 ? [isSure ? HIDDEN : NOT_KNOWN] : broken, isSure);
}

function brokenIn(objects: readonly object[], { expect, ...options }: NetworkExpectationsProps): string[] {
  const expected = expect.map(({ _claim: claim, _because: because }) => ({ claim, because }));
  return synthesisChecks().brokenExpectations(objects, expected, options);
}
