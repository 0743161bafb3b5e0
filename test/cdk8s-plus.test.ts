import { App, Chart, Testing } from 'cdk8s';
import * as kplus from 'cdk8s-plus-34';
import { Peer, Pods, Port } from '../src';
import { Network } from '../src/testing';
import '../src/testing/jest';

// What README and docs/from-cdk8s-plus.md say of cdk8s-plus, of the version that is a development dependency.

const web = Pods.labeled({ app: 'web' }).inNamespace('shop');

const DENIED = { default: kplus.NetworkPolicyTrafficDefault.DENY };

interface Manifest {
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly namespace: string };
  readonly spec: { readonly selector?: object };
}

function manifestsOf(write: (chart: Chart) => void): Manifest[] {
  const chart = new Chart(new App(), 'shop', { namespace: 'shop' });
  write(chart);
  return Testing.synth(chart) as Manifest[];
}

const policiesOf = (write: (chart: Chart) => void) => manifestsOf(write).filter(({ kind }) => kind === 'NetworkPolicy');

const select = (chart: Chart, app: string) => kplus.Pods.select(chart, app, { labels: { app } });

const deployment = (chart: Chart, id: string, portNumber?: number) =>
  new kplus.Deployment(chart, id, { containers: [{ image: `registry.example/${id}`, portNumber }] });

const policy = (chart: Chart, props: Partial<kplus.NetworkPolicyProps> = {}) =>
  new kplus.NetworkPolicy(chart, 'policy', { selector: select(chart, 'web'), ...props });

describe('cdk8s-plus', () => {
  it('lets everyone in where a list of namespaces is empty', () => {
    const manifests = policiesOf(chart => {
      const nobody = kplus.Pods.select(chart, 'nobody', {
        namespaces: kplus.Namespaces.select(chart, 'none', { names: [] }),
      });
      policy(chart, { ingress: DENIED }).addIngressRule(nobody, [kplus.NetworkPolicyPort.tcp(80)]);
    });
    expect(Network.of(manifests)).toAllow(Peer.anywhere(), web, Port.http());
  });

  it('opens every port where a list of ports is empty', () => {
    const manifests = policiesOf(chart => policy(chart).addIngressRule(select(chart, 'api'), []));
    expect(Network.of(manifests)).toAllow(Pods.labeled({ app: 'api' }).inNamespace('shop'), web);
  });

  it('isolates the DNS of everyone where a workload is allowed to reach it', () => {
    const namespaces = policiesOf(chart => {
      const kubeDns = kplus.Pods.select(chart, 'kube-dns', {
        labels: { 'k8s-app': 'kube-dns' },
        namespaces: kplus.Namespaces.select(chart, 'system', { names: ['kube-system'] }),
      });
      deployment(chart, 'web', 8080).connections.allowTo(kubeDns);
    }).map(({ metadata }) => metadata.namespace);
    expect(namespaces.sort()).toEqual(['kube-system', 'shop']);
  });

  it('leaves egress as it is in a policy without rules', () => {
    const network = Network.of(policiesOf(chart => policy(chart)));
    expect(network).toDeny(Peer.anywhere(), web);
    expect(network).toAllow(web, Peer.cidr('203.0.113.0/24'));
  });

  it('writes ports and blocks that the API server refuses', () => {
    const manifests = policiesOf(chart => {
      const block = kplus.NetworkPolicyIpBlock.ipv4(chart, 'block', '10.0.0.0/33');
      policy(chart).addEgressRule(block, [kplus.NetworkPolicyPort.tcp(70000)]);
    });
    const read = () => expect(Network.of(manifests)).toDeny(web, Peer.anywhere());
    expect(read).toThrow(/10\.0\.0\.0\/33/);
    expect(read).toThrow(/70000/);
  });

  it('writes two policies a connection, and names them by hashes', () => {
    const names = policiesOf(chart => {
      deployment(chart, 'web').connections.allowTo(deployment(chart, 'api', 8080));
    }).map(({ metadata }) => metadata.name);
    expect(names).toHaveLength(2);
    for (const name of names) expect(name).toMatch(/c8[0-9a-f]{6}/);
  });

  it('selects pods by a label that changes with the id of the construct', () => {
    const selectorFor = (id: string) => manifestsOf(chart => void deployment(chart, id))[0].spec.selector;
    expect(JSON.stringify(selectorFor('web'))).toContain('cdk8s.io/metadata.addr');
    expect(selectorFor('front')).not.toEqual(selectorFor('web'));
  });

  it('writes two policies of one name, of which a cluster keeps the last', () => {
    const names = policiesOf(chart => {
      for (const id of ['one', 'two']) {
        new kplus.NetworkPolicy(chart, id, { metadata: { name: 'web' }, selector: select(chart, `pods-${id}`) });
      }
    }).map(({ metadata }) => metadata.name);
    expect(names).toEqual(['web', 'web']);
  });
});
