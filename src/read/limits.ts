/** Most bytes of one text: more than any folder of manifests, about a dump of 5,000 pods with their status. */
export const MOST_BYTES = 64 * 1024 * 1024;

/** Most keys and values of one document, some counted twice: about a dump of 10,000 pods with their status. */
export const MOST_VALUES = 10_000_000;

/** From this many characters on, keys and values are counted: fewer cannot have too many. */
export const BIG_TEXT = 8 * 1024 * 1024;

/** Most levels of lists and maps in one document; the API has about 30. */
export const MOST_LEVELS = 500;

/** Most values of a document once its aliases are written out. */
export const MOST_ALIASED_VALUES = 1_000_000;

/** Most keys that the merges (`<<`) of a document copy. */
export const MOST_MERGED_KEYS = 1_000_000;

/** Most findings in one text: after as many that keep something from being read, reading it stops. */
export const MOST_FINDINGS = 1_000;

/** Most characters of a text within a finding. */
export const LONGEST_WORDS = 800;
