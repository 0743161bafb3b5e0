import { Cluster } from '../../src/model/cluster';
import { readTexts } from '../../src/read/read-texts';
import { PlannedCluster } from './sketches';
import { yamlOf } from './yaml-of';

/** What is read of a cluster's YAML: the same cluster, with nothing to find fault with. @param more documents */
export function readAsYaml(sketch: PlannedCluster, more: readonly object[] = []): Cluster {
  const text = yamlOf(sketch, more);
  const { cluster, findings, notUnderstood } = readTexts([{ name: 'cluster.yaml', text }]);
  expect({ findings, ...notUnderstood }).toEqual({ findings: [], policy: [], pods: [] });
  expect(cluster.workloads).toHaveLength(sketch.pods.length);
  return cluster;
}
