import { App, Chart, ChartProps, Testing, Yaml } from 'cdk8s';
import { loadAll } from 'js-yaml';
import { NetworkPolicy } from '../oracle/manifest';

// YAML in snapshots as it stands, without quotes around it.
expect.addSnapshotSerializer({ test: value => typeof value === 'string', print: String });

/** A chart of an app of its own; in namespace shop, unless another is said. */
export function testChart(props: ChartProps = { namespace: 'shop' }): Chart {
  return new Chart(new App(), 'chart', props);
}

/** What a chart writes, as YAML. */
export function yamlOf(chart: Chart): string {
  const objects: unknown = Testing.synth(chart);
  return Array.isArray(objects) && objects.length > 0 ? Yaml.stringify(...objects) : '';
}

/** The policies that a chart writes, read back from its YAML. */
export function policiesOf(chart: Chart): (NetworkPolicy & Named)[] {
  return (loadAll(yamlOf(chart)) as (NetworkPolicy & Named)[]).filter(({ kind }) => kind === 'NetworkPolicy');
}

interface Named {
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly annotations?: Record<string, string>;
  };
}

/** The names of the policies that a chart writes, with their namespaces. */
export function namesOf(chart: Chart): string[] {
  return policiesOf(chart).map(({ metadata: { namespace, name } }) =>
    namespace === undefined ? name : `${namespace}/${name}`,
  );
}
