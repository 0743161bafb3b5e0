import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import { blocksOf } from './docs/markdown';
import { committedOutput, runExample } from './example';

const ROOT = join(__dirname, '..');

interface Deployment {
  readonly metadata: { readonly name: string };
  readonly spec: { readonly template: Template };
}

interface Template {
  readonly metadata: { readonly labels: Record<string, string> };
  readonly spec: { readonly containers: { readonly ports: { readonly containerPort: number }[] }[] };
}

interface Rule {
  readonly ports: { readonly port: number }[];
  readonly to?: { readonly podSelector?: Selector; readonly namespaceSelector?: Selector }[];
}

interface Policy {
  readonly metadata: { readonly name: string };
  readonly spec: {
    readonly podSelector: Selector;
    readonly policyTypes: string[];
    readonly ingress?: Rule[];
    readonly egress?: Rule[];
  };
}

interface Selector {
  readonly matchLabels?: Record<string, string>;
  readonly matchExpressions?: { readonly key: string; readonly values: string[] }[];
}

describe('examples/three-tier', () => {
  const { files, said } = runExample('three-tier');
  const deployments = (loadAll(files.get('workloads.k8s.yaml') ?? '') as { kind: string }[]).filter(
    ({ kind }) => kind === 'Deployment',
  ) as unknown as Deployment[];
  const policies = loadAll(files.get('policies.k8s.yaml') ?? '') as Policy[];

  it('synthesizes what is committed under dist', () => expect(files).toEqual(committedOutput('three-tier')));

  it('reaches as far as README shows', () => {
    const shown = blocksOf('README.md', readFileSync(join(ROOT, 'README.md'), 'utf8')).find(
      ({ remark }) => remark === 'npm run example',
    );
    expect(shown?.text.split('\n')).toEqual(expect.arrayContaining(said.split('\n')));
  });

  it('has workloads and policies', () => expect([deployments.length, policies.length]).toEqual([3, 8]));

  it.each(policies.map(policy => [policy.metadata.name, policy] as const))('%s selects pods of the shop', (_, policy) =>
    expect(selected(policy.spec.podSelector)).not.toEqual([]),
  );

  it('allows only ports that the pods behind them listen on', () => {
    const stray = policies.flatMap(({ metadata, spec }) => [
      ...strayPorts(spec.podSelector, spec.ingress).map(port => `${metadata.name}: ${port}`),
      ...(spec.egress ?? []).flatMap(rule =>
        (rule.to ?? [])
          .filter(({ podSelector, namespaceSelector }) => podSelector !== undefined && namespaceSelector === undefined)
          .flatMap(({ podSelector }) => strayPorts(podSelector, [rule]).map(port => `${metadata.name}: ${port}`)),
      ),
    ]);
    expect(stray).toEqual([]);
  });

  it('allows each port that a container listens on to somebody', () => {
    const closed = deployments.flatMap(deployment => {
      const open = policies
        .filter(({ spec }) => selected(spec.podSelector).includes(deployment))
        .flatMap(({ spec }) => portsOf(spec.ingress));
      return containerPorts(deployment).filter(port => !open.includes(port));
    });
    expect(closed).toEqual([]);
  });

  it('says no rule twice', () => {
    const rules = policies.flatMap(({ spec }) =>
      deployments
        .filter(deployment => selected(spec.podSelector).includes(deployment))
        .flatMap(({ metadata }) => [
          ...(spec.ingress ?? []).map(rule => `${metadata.name} from ${JSON.stringify(rule)}`),
          ...(spec.egress ?? []).map(rule => `${metadata.name} to ${JSON.stringify(rule)}`),
        ]),
    );
    expect(new Set(rules).size).toBe(rules.length);
  });

  function selected({ matchLabels = {}, matchExpressions = [] }: Selector): Deployment[] {
    return deployments.filter(({ spec }) => {
      const { labels } = spec.template.metadata;
      const isEqual = Object.entries(matchLabels).every(([key, value]) => labels[key] === value);
      return isEqual && matchExpressions.every(({ key, values }) => values.includes(labels[key]));
    });
  }

  function strayPorts(selector: Selector | undefined, rules: Rule[] = []): number[] {
    const open = selected(selector ?? {}).map(containerPorts);
    return portsOf(rules).filter(port => !open.some(ports => ports.includes(port)));
  }
});

function portsOf(rules: Rule[] = []): number[] {
  return rules.flatMap(({ ports }) => ports.map(({ port }) => port));
}

function containerPorts({ spec }: Deployment): number[] {
  return spec.template.spec.containers.flatMap(({ ports }) => ports.map(({ containerPort }) => containerPort));
}
