import { byLocation, locationInWords } from '../model/origin';
import { Paint, Style } from './paint';

/** What is wrong with what was read. */
export interface FindingJson {
  /** `invalid-object`: the API server would refuse it; `written-twice`: it would not; others are ids of lint rules. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  /** Such as `NetworkPolicy/shop/web`; left out for a document that is no object. */
  readonly object?: string;
  /** The field as the API server names it; left out where no single one is to blame. */
  readonly path?: string;
  readonly file?: string;
  /** From 1. */
  readonly line?: number;
  /** From 1. */
  readonly column?: number;
  readonly message: string;
  readonly fix: string;
}

/** What `netpol check --json` prints. */
export interface CheckJson {
  /** Sorted by file, line and column. */
  readonly findings: readonly FindingJson[];
}

/** Findings place by place. */
export function findingsJson(findings: readonly FindingJson[]): CheckJson {
  const ordered = findings.map(({ rule, severity, object, path, file, line, column, message, fix }) => {
    return { rule, severity, object, path: path || undefined, file, line, column, message, fix };
  });
  return { findings: ordered.sort(byLocation) };
}

const STYLE = { error: 'bad', warning: 'doubt', info: 'quiet' } as const satisfies Record<string, Style>;

/** Findings as compilers write them: place, severity, what is wrong, then the field and the fix. */
export function* findingLines(findings: readonly FindingJson[], paint: Paint): Generator<string> {
  for (const { rule, severity, object, path, message, fix, file = '', ...place } of findingsJson(findings).findings) {
    const where = locationInWords({ file, ...place });
    yield `${where && `${where}: `}${paint(STYLE[severity], severity)}: ${message} ${paint('quiet', `[${rule}]`)}`;
    const field = [object, path].filter(part => part !== undefined).join(' ');
    if (field !== '') yield `    in ${field}`;
    yield `    fix: ${fix}`;
  }
}

/** `2 errors, 1 warning`; `no findings`. */
export function countFindings(findings: readonly FindingJson[]): string {
  const counts = (['error', 'warning', 'info'] as const).flatMap(severity => {
    const count = findings.filter(each => each.severity === severity).length;
    if (count === 0) return [];
    return [`${count} ${severity === 'info' || count === 1 ? severity : `${severity}s`}`];
  });
  return counts.length === 0 ? 'no findings' : counts.join(', ');
}
