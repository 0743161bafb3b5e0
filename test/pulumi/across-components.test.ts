import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { AllowAll, DefaultDeny, ExternalEgress, Peer, Platform, PlatformContext, Pods, Port } from '../../src/pulumi';
import { run, unknown } from './program';

const namespace = 'shop';
const database = Pods.labeled({ tier: 'database' });

/** Egress to what a block leaves. */
function egress(name: string, except: pulumi.Input<string>, opts?: pulumi.ComponentResourceOptions): void {
  const to = [Peer.cidr('203.0.113.0/24', except)];
  new ExternalEgress(name, { namespace, pods: database, to, ports: [Port.https()] }, opts);
}

describe('components that contradict each other', () => {
  const program = (pods: () => typeof database) => () => {
    new DefaultDeny('database', { namespace, pods: pods() });
    new AllowAll('everything', { namespace, pods: Pods.all() });
  };

  it('are a warning, on the one that opens', async () => {
    const { warnings, errors } = await run(program(() => database));
    expect(errors).toEqual([]);
    expect(warnings.filter(text => text.includes('ingress'))).toEqual([
      "netpol: DefaultDeny 'database' isolates pods tier=database in namespace shop for ingress, and AllowAll 'everything' lets anywhere reach them: policies add up",
    ]);
  });

  it('are told apart by type and parent, as Pulumi does', async () => {
    const { warnings } = await run(() => {
      const [a, b] = ['a', 'b'].map(name => new pulumi.ComponentResource('team', name));
      new DefaultDeny('net', { namespace, name: 'deny', pods: database }, { parent: a });
      new AllowAll('net', { namespace, name: 'all', pods: Pods.all() }, { parent: a });
      new AllowAll('net', { namespace, name: 'more', pods: Pods.all() }, { parent: b });
    });
    const openings = warnings.filter(text => text.includes('ingress')).map(text => / and (.*) lets/.exec(text)?.[1]);
    expect(openings).toEqual(["AllowAll 'net'", "AllowAll 'net' (2)"]);
  });

  it('are not named where that would show a secret, nor before they are known', async () => {
    const labeled = (tier: pulumi.Output<string>) => () => Pods.labeled({ tier }) as typeof database;
    expect((await run(program(labeled(pulumi.secret('database'))))).warnings).toEqual([]);
    expect((await run(program(labeled(unknown<string>())), { isPreview: true })).warnings).toEqual([]);
  });
});

describe('on an engine that puts rules of policies together', () => {
  it('components whose exceptions differ fail the program', async () => {
    const { errors } = await run(() => {
      PlatformContext.set(Platform.eks());
      egress('one', '203.0.113.0/28');
      egress('two', pulumi.output('203.0.113.128/28'));
    });
    expect(errors).toEqual([
      "netpol: aws-vpc-cni puts the rules of ExternalEgress 'one' and ExternalEgress 'two' for 203.0.113.0/24 together although their exceptions differ, and keeps neither; give both the same exceptions, or name the peers of one of them [engine]",
    ]);
  });

  it('and what is secret stays so', async () => {
    const { errors } = await run(() => {
      PlatformContext.set(Platform.eks());
      egress('one', '203.0.113.0/28');
      egress('two', pulumi.secret('203.0.113.128/28'));
    });
    expect(errors).toEqual([
      expect.stringMatching(
        /^netpol: ExternalEgress 'one' and ExternalEgress 'two' have rules that .* secrets in them$/,
      ),
    ]);
  });

  it('components with the same exceptions, and those of another cluster, do not', async () => {
    const { errors } = await run(() => {
      PlatformContext.set(Platform.eks());
      egress('one', '203.0.113.0/28');
      egress('two', '203.0.113.0/28');
      egress('three', '203.0.113.128/28', { provider: new k8s.Provider('elsewhere') });
    });
    expect(errors).toEqual([]);
  });
});
