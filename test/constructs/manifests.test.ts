import { Testing, Yaml } from 'cdk8s';
import { SPECIMENS } from '../arbitraries/usages';
import { testChart } from './synth';

describe.each(SPECIMENS)('what %s writes with all its fields', (_, { construct, full }) => {
  const chart = testChart();
  new construct(chart, 'a', full);

  it.each((Testing.synth(chart) as Manifest[]).map(manifest => [manifest.metadata.name, manifest] as const))(
    'is, byte by byte, the policy %s as it was reviewed',
    (__, manifest) => expect(Yaml.stringify(manifest)).toMatchSnapshot(),
  );
});

interface Manifest {
  readonly metadata: { readonly name: string };
}
