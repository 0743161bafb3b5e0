/** The constructs that the entry exports. */
export function constructsExported(entry: string): string[] {
  return [...entry.matchAll(/^export \{ (\w+) \} from '\.\/cdk8s\//gm)].map(([, name]) => name).sort();
}

/** The constructs that have a row in README's table, whose first word each is. */
export function constructsListed(readme: string): string[] {
  const [, table] = /\n\| construct .*\n\|[- |]*\n((?:\|.*\n)*)/.exec(readme) ?? [];
  return [...(table ?? '').matchAll(/^\| \[?`(\w+)`/gm)].map(([, name]) => name).sort();
}
