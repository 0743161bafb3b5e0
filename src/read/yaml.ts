import { loadAll, YAMLException } from 'js-yaml';
import { MOST_LEVELS, MOST_MERGED_KEYS } from './limits';
import { KUBERNETES_YAML } from './yaml-schema';

/** What is wrong with a text that is no YAML, and where. */
export interface BrokenYaml {
  /** From the text's beginning. */
  readonly offset: number;
  readonly problem: string;
  readonly fix: string;
}

export const YAML_OPTIONS = {
  schema: KUBERNETES_YAML,
  maxDepth: MOST_LEVELS,
  maxTotalMergeKeys: MOST_MERGED_KEYS,
};

/** The documents of a text, or why there are none. */
export function parseYaml(text: string): readonly unknown[] | BrokenYaml {
  try {
    return loadAll(text, null, YAML_OPTIONS);
  } catch (error) {
    return error instanceof YAMLException ? inOurWords(error, text) : unreadable(error);
  }
}

/** js-yaml's words, ours, and the fix. */
const EXPLANATIONS: readonly (readonly [RegExp, string | undefined, string])[] = [
  [/^duplicated mapping key/, 'the same key stands twice in one map', 'keep one of the two'],
  [/^tab characters/, 'a tab is used for indentation', 'indent with spaces'],
  [/^nesting exceeded/, `lists and maps are nested more than ${MOST_LEVELS} deep`, 'nest less deeply'],
  [/^merge keys exceeded/, `merges (<<) copy more than ${MOST_MERGED_KEYS} keys`, 'write out what is meant'],
  [/^abnormal merge sequence/, 'a merge (<<) names more than 100 maps', 'write out what is meant'],
  [/^null byte|non-printable|valid JSON character/, 'there is a character that no text has', 'save the file as text'],
  [/within a (single|double) quoted scalar/, 'a quoted text is not closed', 'close the quote'],
  [/within a flow collection/, 'a list [ or map { is not closed', 'close the bracket'],
  [/^bad indentation/, 'the indentation does not fit what stands before', 'align it with its neighbours'],
  [/^missed comma/, 'a comma is missing between two entries', 'put it there, or close the bracket'],
  [/^unidentified alias/, undefined, 'define the anchor (&) before its alias (*)'],
];

const UNRENDERED = /\{\{[-\s.]/;

function inOurWords({ reason, mark }: YAMLException, text: string): BrokenYaml {
  const [, problem, fix] = EXPLANATIONS.find(([pattern]) => pattern.test(reason)) ?? [
    /./,
    undefined,
    'write valid YAML',
  ];
  return {
    offset: Math.min(mark?.position ?? 0, text.length),
    problem: problem ?? reason,
    fix: UNRENDERED.test(text) ? 'render the template first, for example with helm template' : fix,
  };
}

/** Only reached where the stack is short, or by an error of js-yaml's own. */
function unreadable(error: unknown): BrokenYaml {
  const reason = error instanceof Error ? error.message : String(error);
  return { offset: 0, problem: `the document cannot be read: ${reason}`, fix: 'write it in simpler YAML' };
}
