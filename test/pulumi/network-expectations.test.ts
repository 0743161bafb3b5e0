import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import {
  DefaultDeny,
  Direction,
  Expectation,
  NetworkExpectations,
  NetworkPolicy,
  Peer,
  Pods,
  Port,
} from '../../src/pulumi';
import { Run, run, unknown } from './program';

const WEB = Pods.labeled({ app: 'web' }).inNamespace('shop');

const API = Pods.labeled({ app: 'api' }).inNamespace('shop');

const closed = Expectation.deny({ from: Peer.anywhere(), to: WEB, because: 'it is not open yet' });

const expecting = (expect: Expectation, resources?: pulumi.Resource[]) =>
  new NetworkExpectations('promises', { expect: [expect], resources });

const opened = (port: pulumi.Input<number>) =>
  new NetworkPolicy('open', {
    namespace: 'shop',
    pods: WEB,
    ingress: [{ from: [API], ports: [Port.tcp(port)] }],
  });

const verdict = ({ errors, warnings }: Run) => [errors.length, warnings.length];

describe('NetworkExpectations of netpol/pulumi', () => {
  it('says nothing of what holds', async () => {
    const ran = await run(() => {
      expecting(closed);
      new DefaultDeny('deny', { namespace: 'shop', pods: WEB });
    });
    expect(verdict(ran)).toEqual([0, 0]);
  });

  it.each([false, true])('fails what is broken, with the explanation; a preview too (%s)', async isPreview => {
    const { errors } = await run(
      () => {
        expecting(closed);
        opened(8080);
      },
      { isPreview },
    );
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/^NetworkExpectations 'promises': it is not open yet: /);
    expect(errors[0]).toContain('shop/open');
  });

  it('waits for Outputs, in policies and in what is expected', async () => {
    const later = pulumi.output(8080);
    const ran = await run(() => {
      opened(later);
      expecting(Expectation.allow({ from: API, to: WEB, ports: [Port.tcp(later)] }));
    });
    expect(verdict(ran)).toEqual([0, 0]);
    const { errors } = await run(() => {
      opened(later);
      expecting(Expectation.allow({ from: API, to: WEB, ports: [Port.tcp(pulumi.output(8081))] }));
    });
    expect(errors).toHaveLength(1);
  });

  it.each([
    ['a rule', () => opened(unknown())],
    ['a selector', () => new DefaultDeny('deny', { namespace: 'shop', pods: Pods.labeled({ app: unknown() }) })],
    ['an expectation', () => expecting(Expectation.isolate(Pods.labeled({ app: unknown() })))],
  ])('warns of what rests on a value that a preview does not know: %s', async (_, make) => {
    const ran = await run(
      () => {
        new DefaultDeny('closed', { namespace: 'shop', pods: WEB });
        make();
        expecting(closed);
      },
      { isPreview: true },
    );
    expect(ran.errors).toEqual([]);
    expect(ran.warnings.join()).toContain('cannot be told before');
  });

  it('is sure of what an unknown rule cannot change', async () => {
    const ran = await run(
      () => {
        opened(unknown());
        expecting(Expectation.isolate(WEB, Direction.INGRESS));
      },
      { isPreview: true },
    );
    expect(verdict(ran)).toEqual([0, 0]);
  });

  it('counts workloads and policies that it is given, whatever else in them is unknown', async () => {
    const given = () => {
      const labels = { app: 'web' };
      const env = [{ name: 'HOST', value: unknown<string>() }];
      const workload = new k8s.apps.v1.Deployment('web', {
        metadata: { name: 'web', namespace: 'shop' },
        spec: {
          selector: { matchLabels: labels },
          template: { metadata: { labels }, spec: { containers: [{ name: 'web', image: 'web', env }] } },
        },
      });
      const policy = new k8s.networking.v1.NetworkPolicy('raw', {
        metadata: { name: 'raw', namespace: 'shop' },
        spec: { podSelector: { matchLabels: labels }, policyTypes: ['Ingress'], ingress: [{}] },
      });
      expecting(Expectation.deny({ from: Peer.anywhere(), to: 'shop/web' }), [workload, policy]);
    };
    expect(verdict(await run(given, { isPreview: true }))).toEqual([1, 0]);
  });

  it('says that nothing can be told with a policy that is not understood, unless its kind is left aside', async () => {
    const kind = 'NetworkPolicy.projectcalico.org';
    const given = (ignoreKinds?: string[]) =>
      run(() => {
        new DefaultDeny('deny', { namespace: 'shop', pods: WEB });
        const calico = new k8s.apiextensions.CustomResource('calico', {
          apiVersion: 'projectcalico.org/v3',
          kind: 'NetworkPolicy',
          metadata: { name: 'calico', namespace: 'shop' },
          spec: { selector: 'all()', ingress: [{ action: 'Allow' }] },
        });
        new NetworkExpectations('promises', { expect: [closed], resources: [calico], ignoreKinds });
      });
    expect((await given()).errors).toEqual([
      `NetworkExpectations 'promises': who reaches whom cannot be told: 1 ${kind} is not understood; leave it aside with ignoreKinds: ['${kind}']`,
    ]);
    expect(verdict(await given([kind]))).toEqual([0, 0]);
  });

  it('tells no secret', async () => {
    const { errors } = await run(() => {
      new NetworkPolicy('open', {
        namespace: 'shop',
        pods: WEB,
        ingress: [{ from: [Peer.cidr(pulumi.secret('203.0.113.0/24'))], ports: [Port.tcp(8080)] }],
      });
      expecting(closed);
    });
    expect(errors).toHaveLength(1);
    expect(errors[0]).not.toContain('203.0.113');
  });

  it('does not say that an expectation is broken where a secret hides that it cannot be judged', async () => {
    const { errors } = await run(() => {
      new DefaultDeny('deny', { namespace: pulumi.secret('shop'), pods: Pods.labeled({ app: 'web' }) });
      const calico = { apiVersion: 'projectcalico.org/v3', kind: 'NetworkPolicy', spec: { selector: 'all()' } };
      expecting(closed, [new k8s.apiextensions.CustomResource('calico', calico)]);
    });
    expect(errors).toEqual([expect.stringContaining('an expectation does not hold, or cannot be judged; ')]);
  });

  it('refuses what does not fit, at once', async () => {
    await run(() => {
      const making = (props: object) => () => new NetworkExpectations('promises', props as never);
      expect(making({ expect: [] })).toThrow("NetworkExpectations 'promises' > expect: the list is empty");
      expect(making({ expect: [closed], resources: [new k8s.core.v1.ConfigMap('config')] })).toThrow('resources[0]');
      const other = { apiVersion: 'serving.knative.dev/v1', kind: 'Service' };
      const resources = [new k8s.apiextensions.CustomResource('other', other)];
      expect(making({ expect: [closed], resources })).toThrow('resources[0]');
      expect(making({ expect: [closed], resource: [] })).toThrow('resource');
      expect(making({ expect: [closed], podCidrs: ['10.0.0.0/33'] })).toThrow("'promises' > podCidrs[0]: ");
      expect(making({ expect: [closed], engine: 'clium' })).toThrow(
        "NetworkExpectations 'promises' > engine: there is no engine 'clium'; did you mean cilium?",
      );
    });
  });
});
