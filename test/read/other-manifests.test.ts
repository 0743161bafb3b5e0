import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readPaths } from '../../src/read/files';
import { readObjects } from '../../src/read/read-objects';
import { readTexts } from '../../src/read/read-texts';
import { Reading } from '../../src/read/reading';
import { conformanceCases, describeShared } from '../shared';

interface Expected {
  readonly workloads: number;
  readonly services: number;
  readonly policies: number;
}

/** How many there are: counted in ../shared/real/INDEX.md, without other kinds' policies and without names that come twice. */
const DATASETS: Readonly<Record<string, Expected>> = {
  'argo-cd': { workloads: 7, services: 8, policies: 7 },
  'calico-stars': { workloads: 4, services: 4, policies: 5 },
  'calico-yaobank': { workloads: 3, services: 3, policies: 0 },
  'cert-manager-openshift': { workloads: 5, services: 7, policies: 9 },
  'cilium-star-wars': { workloads: 4, services: 1, policies: 0 },
  // Two of the Deployments have one name; the file of CoreDNS is called .sed.
  dns: { workloads: 3, services: 4, policies: 4 },
  flux: { workloads: 0, services: 0, policies: 3 },
  'ingress-nginx': { workloads: 3, services: 2, policies: 0 },
  'kube-prometheus': { workloads: 6, services: 8, policies: 8 },
  'metrics-server': { workloads: 1, services: 1, policies: 0 },
  'online-boutique': { workloads: 12, services: 12, policies: 13 },
  'opentelemetry-demo': { workloads: 25, services: 26, policies: 0 },
};

describeShared('manifests of other projects', folder => {
  const real = join(folder, 'real');
  const datasets = readdirSync(real, { withFileTypes: true }).filter(entry => entry.isDirectory());

  it('are all known here', () => expect(datasets.map(({ name }) => name).sort()).toEqual(Object.keys(DATASETS).sort()));

  it.each(datasets.map(({ name }) => name))('%s is read, and nothing is lost', name => {
    const { cluster, findings } = readTexts(readPaths([join(real, name)]));
    expect(findings.filter(({ lenient }) => !lenient)).toEqual([]);
    const { workloads, services, policies } = cluster;
    expect({ workloads: workloads.length, services: services.length, policies: policies.length }).toEqual(
      DATASETS[name],
    );
  });
});

describeShared("objects of other people's test suites", folder => {
  const hard = ({ findings }: Reading) => findings.filter(({ lenient }) => !lenient);

  it('of Kubernetes are read; a block with host bits is read as Kubernetes read it', () => {
    const cases = conformanceCases<{ cluster: { namespaces: unknown[]; pods: unknown[] }; policies: unknown[] }>(
      folder,
      'k8s-e2e',
    );
    for (const { cluster, policies } of cases) {
      const objects = [...cluster.namespaces, ...cluster.pods, ...policies];
      const reading = readObjects(objects.map(object => ({ object, origin: 'k8s-e2e' })));
      expect(hard(reading)).toEqual([]);
      expect(reading.cluster.workloads).toHaveLength(cluster.pods.length);
      expect(reading.cluster.policies).toHaveLength(policies.length);
    }
  });

  it('of ClusterNetworkPolicy are read without a finding', () => {
    const cases = conformanceCases<{ namespaces: unknown[]; policies: unknown[] }>(
      folder,
      'network-policy-api-conformance',
    );
    for (const { namespaces, policies } of cases) {
      const reading = readObjects(
        [...namespaces, ...policies].map(object => ({ object, origin: 'network-policy-api' })),
      );
      expect(reading.findings).toEqual([]);
      expect(reading.cluster.policies.length + reading.cluster.adminPolicies.length).toBe(policies.length);
    }
  });

  it('that are minimal, of every kind that there is a schema of, are read without a finding', () => {
    const text = readFileSync(join(folder, 'crds', 'minimal-objects.yaml'));
    const { findings, cluster, skipped } = readTexts([{ name: 'minimal-objects.yaml', text }]);
    expect(findings).toEqual([]);
    expect(cluster.adminPolicies.length + [...skipped.values()].reduce((a, b) => a + b, 0)).toBeGreaterThan(20);
  });
});
