/** What is for cdk8s and no construct. */
const NO_CONSTRUCTS = ['Expectation', 'NetworkExpectations', 'PlatformContext', 'ProvenGuarantees', 'Workloads'];

/** The constructs that the entry exports. */
export function constructsExported(entry: string): string[] {
  const names = [...entry.matchAll(/^export \{ (\w+) \} from '\.\/cdk8s\//gm)].map(([, name]) => name);
  return names.filter(name => !NO_CONSTRUCTS.includes(name)).sort();
}

/** The constructs that have a row in README's table, whose first word each is. */
export function constructsListed(readme: string): string[] {
  return namesIn(readme, /^\| \[?`(\w+)`/gm);
}

/** Those of them whose row links to the usage that they are proven from. */
export function constructsProven(readme: string): string[] {
  return namesIn(readme, /^\| \[`(\w+)`.*\| \[usage\]\(test\/usages\/[\w-]+\.ts\) +\|$/gm);
}

function namesIn(readme: string, row: RegExp): string[] {
  const [, table] = /\n\| construct .*\n\|[- |]*\n((?:\|.*\n)*)/.exec(readme) ?? [];
  return [...(table ?? '').matchAll(row)].map(([, name]) => name).sort();
}
