/** What is for cdk8s and no construct. */
const NO_CONSTRUCTS = ['Expectation', 'NetworkExpectations', 'PlatformContext', 'ProvenGuarantees', 'Workloads'];

/** The constructs that the entry exports. */
export function constructsExported(entry: string): string[] {
  const names = [...entry.matchAll(/^export \{ (\w+) \} from '\.\/cdk8s\//gm)].map(([, name]) => name);
  return names.filter(name => !NO_CONSTRUCTS.includes(name)).sort();
}

/** The constructs that have a row in README's table, whose first word each is. */
export function constructsListed(readme: string): string[] {
  const [, table] = /\n\| construct .*\n\|[- |]*\n((?:\|.*\n)*)/.exec(readme) ?? [];
  return [...(table ?? '').matchAll(/^\| \[?`(\w+)`/gm)].map(([, name]) => name).sort();
}
