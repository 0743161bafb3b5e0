import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { core } from '@pulumi/kubernetes';
import { OpMap, Stack } from '@pulumi/pulumi/automation';
import { loadAll } from 'js-yaml';
import { DefaultDeny, Pods, Port, Workload } from '../../src/pulumi';
import { Manifest } from '../apiserver/api-client';
import { describeApiServer } from '../apiserver/api-server';
import { movedTo, ownNamespace } from '../apiserver/own-namespace';
import { emptyFolder } from '../clone';
import { describeWith } from '../describe-with';
import { newStack, pulumiCli } from './engine';
import { PROVIDER, writeProgram } from './plugins';
import { byName, renderedIn } from './rendered';
import { shopProgram } from './shop';

/** What cdk8s synthesizes of the same application. */
const POLICIES = loadAll(
  readFileSync(join(__dirname, '..', '..', 'examples', 'three-tier', 'dist', 'policies.k8s.yaml'), 'utf8'),
) as Manifest[];

describeWith(`the real Pulumi engine, with ${PROVIDER},`, pulumiCli(), cli => {
  describeApiServer('in a cluster,', server => {
    const namespace = ownNamespace(server);
    let stack: Stack;
    let first: Manifest[];

    const live = async () =>
      Promise.all(POLICIES.map(async each => (await server().client.get(movedTo(namespace, each))).body as Manifest));

    /** Brings another version of the program up, and says what the engine did to how many policies. */
    const up = async (program: () => void) =>
      changesOf((await stack.up({ program: inline(program) })).summary.resourceChanges);

    beforeAll(async () => {
      const source = inline(() => shopProgram({ namespace }));
      stack = await newStack(cli(), { name: 'cluster', source, target: { kubeconfig: server().kubeconfig } });
    });

    it('makes the policies that cdk8s writes', async () => {
      const { resourceChanges } = (await stack.up()).summary;
      expect(resourceChanges?.create).toBeGreaterThan(POLICIES.length);
      first = await live();
      expect(first.map(({ metadata, spec }) => ({ name: metadata.name, spec }))).toEqual(
        POLICIES.map(({ metadata, spec }) => ({ name: metadata.name, spec })),
      );
    });

    it('changes nothing the second time', async () => {
      expect(await up(() => shopProgram({ namespace }))).toEqual({});
      expect(versionsOf(await live())).toEqual(versionsOf(first));
    });

    it('finds nothing to refresh', async () =>
      expect(changesOf((await stack.refresh()).summary.resourceChanges)).toEqual({}));

    it('previews that the namespace is not known yet, and that the rules are', async () => {
      const program = inline(() => {
        const made = new core.v1.Namespace('made', { metadata: { name: namespace } });
        shopProgram({ namespace: made.status.apply(() => namespace) });
      });
      const { changeSummary, stdout } = await stack.preview({ program, diff: true, color: 'never' });
      expect(changeSummary.create).toBe(1);
      const unknown = stdout.split('\n').filter(line => line.includes('[unknown]'));
      expect(unknown.map(line => line.trim())).toEqual(
        POLICIES.map(() => expect.stringMatching(/^~ namespace *: "[^"]*" => \[unknown\]$/) as string),
      );
    });

    it('changes policies in place when a port is another', async () => {
      expect(await up(() => shopProgram({ namespace, port: 8443 }))).toEqual({ update: 2 });
      const edited = await live();
      expect(edited.map(({ metadata }) => metadata.uid)).toEqual(first.map(({ metadata }) => metadata.uid));
      expect(JSON.stringify(edited.map(({ spec }) => spec))).toContain('"port":8443');
    });

    it('replaces nothing when a component has another name, and an alias', async () => {
      const payments = { name: 'card-payments', opts: { aliases: [{ name: 'payments' }] } };
      expect(await up(() => shopProgram({ namespace, port: 8443, payments }))).toEqual({});
    });

    it('leaves nothing behind', async () => {
      await stack.destroy();
      const { body } = await server().client.send({
        method: 'GET',
        path: `/apis/networking.k8s.io/v1/namespaces/${namespace}/networkpolicies`,
      });
      expect((body as { items: unknown[] }).items).toEqual([]);
    });
  });

  it('renders the same YAML as cdk8s', async () => {
    const render = emptyFolder('pulumi-rendered');
    const source = inline(() => shopProgram({ namespace: 'shop' }));
    const stack = await newStack(cli(), { name: 'rendered', source, target: { render } });
    await stack.up();
    expect(renderedIn(render)).toEqual(byName(POLICIES));
  });

  it('registers what workloads were told, at both ends, and nothing for one that was told nothing', async () => {
    const render = emptyFolder('pulumi-workloads');
    const told = (name: string) =>
      new Workload(name, { namespace: 'shop', pods: Pods.labeled({ app: name }), ports: [Port.tcp(8080)] });
    const source = inline(() => {
      told('idle');
      told('web').allowTo(told('api'));
    });
    await (await newStack(cli(), { name: 'workloads', source, target: { render } })).up();
    expect(renderedIn(render)).toMatchObject([
      { metadata: { name: 'api' }, spec: { ingress: [{ ports: [{ port: 8080 }] }], policyTypes: ['Ingress'] } },
      { metadata: { name: 'web' }, spec: { egress: [{ ports: [{ port: 8080 }] }], policyTypes: ['Egress'] } },
    ]);
  });

  it('has its objects made by the plugin that PULUMI_KUBERNETES_PLUGIN names', async () => {
    const folder = emptyFolder('pulumi-plugin');
    const [own, plugin, render] = ['own', 'plugin', 'rendered'].map(name => join(folder, name));
    writeProgram(own, 'test-provider.ts');
    writeFileSync(plugin, `#!/bin/sh\necho "$0" > "${folder}/called"\nexec "${own}" "$@"\n`, { mode: 0o755 });
    const before = process.env.PULUMI_KUBERNETES_PLUGIN;
    process.env.PULUMI_KUBERNETES_PLUGIN = plugin;
    try {
      const source = inline(() => void new DefaultDeny('deny', { namespace: 'shop' }));
      await (await newStack(cli(), { name: 'plugin', source, target: { render } })).up();
    } finally {
      if (before === undefined) delete process.env.PULUMI_KUBERNETES_PLUGIN;
      else process.env.PULUMI_KUBERNETES_PLUGIN = before;
    }
    expect(readFileSync(join(folder, 'called'), 'utf8')).toContain('pulumi-resource-kubernetes');
    expect(renderedIn(render)).toMatchObject([{ metadata: { name: 'deny' } }]);
  });
});

function inline(program: () => void): () => Promise<void> {
  return async () => program();
}

/** What the engine did, but for what stayed as it was. */
function changesOf(changes: OpMap = {}): OpMap {
  const { same, ...others } = changes;
  expect(same ?? 0).toBeGreaterThan(0);
  return others;
}

function versionsOf(manifests: readonly Manifest[]): unknown[] {
  return manifests.map(({ metadata }) => metadata.resourceVersion);
}
