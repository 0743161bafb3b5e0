import { Bearing, countKinds } from '../read/not-understood';
import type { Reading } from '../read/reading';
import { kindsInWords } from '../report/names';
import { Paint } from '../report/paint';

/** The kinds that are left out. */
export function skippedLines({ skipped }: Reading): string[] {
  return skipped.size === 0 ? [] : [`skipped: ${kindsInWords(skipped)}`];
}

const MEANING: Readonly<Record<Bearing, string>> = {
  policy: 'what they allow or deny is not in the answer',
  pods: 'their pods are not in the answer',
};

/** The kinds that are left out although they bear on the answer, and what that means for it. */
export function notUnderstoodLines({ notUnderstood }: Reading, paint: Paint): string[] {
  return (['policy', 'pods'] as const).flatMap(bearing => {
    const objects = notUnderstood[bearing];
    const head = `${paint('doubt', 'warning:')} not understood: ${kindsInWords(countKinds(objects))}`;
    return objects.length === 0 ? [] : [`${head}; ${MEANING[bearing]}`];
  });
}
