import { EventType, loadAll, State, YAMLException } from 'js-yaml';
import { BIG_TEXT, MOST_LEVELS, MOST_MERGED_KEYS, MOST_VALUES } from '../limits';
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
    // Counting costs time, and a small text cannot have many values.
    const options = text.length > BIG_TEXT ? { ...YAML_OPTIONS, listener: countValues() } : YAML_OPTIONS;
    return loadAll(text, null, options);
  } catch (error) {
    if (error instanceof TooMuch) return error.broken;
    return error instanceof YAMLException ? inOurWords(error, text) : unreadable(error);
  }
}

class TooMuch extends Error {
  constructor(readonly broken: BrokenYaml) {
    super(broken.problem);
  }
}

function countValues(): (event: EventType, state: State) => void {
  let count = 0;
  return (event, { position }) => {
    if (event === 'close' || ++count <= MOST_VALUES) return;
    const problem = `there are more than ${MOST_VALUES} keys and values in one document`;
    throw new TooMuch({ offset: position, problem, fix: 'split it' });
  };
}

/** What js-yaml says, in our words where those are clearer, and the fix. */
const EXPLANATIONS: readonly (readonly [RegExp, string | undefined, string])[] = [
  [/^duplicated mapping key/, 'the same key stands twice in one map', 'keep one of the two'],
  [/^tab characters/, 'a tab is used for indentation', 'indent with spaces'],
  [/^nesting exceeded/, `lists and maps are nested more than ${MOST_LEVELS} deep`, 'nest less deeply'],
  [/^merge keys exceeded/, `merges (<<) copy more than ${MOST_MERGED_KEYS} keys`, 'write out what is meant'],
  [/^abnormal merge sequence/, 'a merge (<<) names more than 100 maps', 'write out what is meant'],
  [/^null byte|non-printable|valid JSON character/, 'there is a character that no text has', 'save the file as text'],
  [/within a (?:single|double) quoted scalar/, 'a quoted text is not closed', 'close the quote'],
  [/within a flow collection/, 'a list [ or map { is not closed', 'close the bracket'],
  [/^bad indentation/, 'the indentation does not fit what stands before', 'align it with its neighbours'],
  [/^missed comma/, 'a comma is missing between two entries', 'put it there, or close the bracket'],
  [/^unidentified alias/, undefined, 'define the anchor (&) before its alias (*)'],
];

/** Where files are put together one after the other. */
const NEXT_OBJECT = /^(?:apiVersion|kind)\s*:/;

const UNRENDERED = /\{\{[-\s.]/;

function inOurWords({ reason, mark }: YAMLException, text: string): BrokenYaml {
  const known = EXPLANATIONS.find(([pattern]) => pattern.test(reason));
  const [, problem = reason, fix = 'write valid YAML'] = known ?? [];
  const isUnclosed = /^unexpected end of the (?:document|stream)/.test(reason);
  const offset = isUnclosed ? lastOpened(text) : Math.min(mark?.position ?? 0, text.length);
  return { offset, problem, fix: fixOfText(text, offset) ?? fix };
}

/** What to do about it as a whole rather than where it breaks. */
function fixOfText(text: string, offset: number): string | undefined {
  if (UNRENDERED.test(text)) return 'render the template first, for example with helm template';
  const beginsObject = text[offset - 1] === '\n' && NEXT_OBJECT.test(text.slice(offset, offset + 20));
  return beginsObject ? 'if another object begins here, put a line --- before it' : undefined;
}

/** Where the value begins that is being read when reading fails. */
function lastOpened(text: string): number {
  const open: number[] = [];
  const listener = (event: EventType, { position }: State) => {
    if (event === 'open') open.push(position);
    else open.pop();
  };
  try {
    loadAll(text, null, { ...YAML_OPTIONS, listener });
  } catch {
    // It is known to fail.
  }
  const at = open.at(-1) ?? 0;
  return at + text.slice(at).search(/\S|$/);
}

/** Only reached where the stack is short, or by an error of js-yaml's own. */
function unreadable(error: unknown): BrokenYaml {
  const reason = error instanceof Error ? error.message : String(error);
  return { offset: 0, problem: `the document cannot be read: ${reason}`, fix: 'write it in simpler YAML' };
}
