import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import * as twins from '../../src/pulumi';
import { DefaultDeny, NetworkPolicy, Peer, Pods, Port, ProvenGuarantees } from '../../src/pulumi';
import { SPECIMENS } from '../arbitraries/usages';
import { Run, run, unknown } from './program';
import { TOLD_BY_CALLS } from './told-by-calls';

type Twin = new (name: string, props: object) => pulumi.ComponentResource;

const WEB = Pods.labeled({ app: 'web' });

const metrics = (from: twins.Peer, opts?: pulumi.ComponentResourceOptions) =>
  new NetworkPolicy(
    'metrics',
    { namespace: 'shop', pods: WEB, ingress: [{ from: [from], ports: [Port.tcp(9090)] }] },
    opts,
  );

/** Registers policies with other fields in their `spec` than the component says. */
const patching = (patch: object): pulumi.ComponentResourceOptions => ({
  transformations: [
    ({ type, props, opts }) => {
      if (!type.startsWith('kubernetes:')) return undefined;
      const { spec } = props as { readonly spec: pulumi.Input<object> };
      return { props: { ...props, spec: pulumi.output(spec).apply(said => ({ ...said, ...patch })) }, opts };
    },
  ],
});

const OPENED = patching({ ingress: [{ ports: [{ port: 9090, protocol: 'TCP' }] }] });

const verdict = ({ errors, warnings }: Run) => [errors.length, warnings.length];

describe('ProvenGuarantees of netpol/pulumi', () => {
  it.each(SPECIMENS.filter(([name]) => !TOLD_BY_CALLS.includes(name)))(
    'proves that %s keeps its guarantee in what it registers',
    async (name, { full }) => {
      const ran = await run(() => {
        new ProvenGuarantees('proven');
        new (twins as unknown as Readonly<Record<string, Twin>>)[name]('a', { namespace: 'shop', ...(full as object) });
      });
      expect([ran.errors, ran.warnings]).toEqual([[], []]);
    },
  );

  it('has nothing against what the provider fills in: the namespace of a component that says none', async () => {
    const placed: pulumi.ResourceTransformation = ({ type, props, opts }) => {
      const { metadata } = props as { readonly metadata?: object };
      if (!type.startsWith('kubernetes:')) return undefined;
      return { props: { ...props, metadata: { ...metadata, namespace: 'default' } }, opts };
    };
    const ran = await run(() => {
      new DefaultDeny('deny', { namespaceAgnostic: true, pods: WEB }, { transformations: [placed] });
      new ProvenGuarantees('proven');
    });
    expect(ran.policies).toMatchObject([{ inputs: { metadata: { namespace: 'default' } } }]);
    expect(verdict(ran)).toEqual([0, 0]);
  });

  it.each([false, true])(
    'names the component, the claim, and a connection that breaks it; a preview too (%s)',
    async isPreview => {
      const { errors } = await run(
        () => {
          metrics(Peer.prometheus(), OPENED);
          new ProvenGuarantees('proven');
        },
        { isPreview },
      );
      expect(errors).toHaveLength(1);
      expect(errors[0]).toMatch(
        /^ProvenGuarantees 'proven': NetworkPolicy 'metrics' guarantees that isolated pods have no ingress beyond the guarantee; that is not so:\n/,
      );
      expect(errors[0]).toContain(
        "allowed by ingress rule 1 of shop/metrics (NetworkPolicy 'metrics' spec.ingress[0])",
      );
    },
  );

  it('finds that other pods are isolated than those that the component was given', async () => {
    const { errors } = await run(() => {
      metrics(Peer.prometheus(), patching({ podSelector: {} }));
      new ProvenGuarantees('proven');
    });
    expect(errors).toEqual([expect.stringContaining('guarantees that no other pods are isolated for ingress')]);
  });

  it('judges components with Outputs too, once these are there', async () => {
    const ran = (opts?: pulumi.ComponentResourceOptions) =>
      run(() => {
        metrics(Peer.cidr(pulumi.output('203.0.113.0/24')), opts);
        new ProvenGuarantees('proven');
      });
    expect(verdict(await ran())).toEqual([0, 0]);
    expect(verdict(await ran(OPENED))).toEqual([1, 0]);
  });

  it('warns of a component whose values a preview does not know, and judges the others', async () => {
    const ran = await run(
      () => {
        metrics(Peer.cidr(unknown()));
        new DefaultDeny('deny', { namespace: 'shop', pods: WEB }, patching({ podSelector: {} }));
        new ProvenGuarantees('proven');
      },
      { isPreview: true },
    );
    expect(ran.warnings).toEqual([
      "ProvenGuarantees 'proven': whether NetworkPolicy 'metrics' keeps its guarantee cannot be told before more values are known",
    ]);
    expect(ran.errors).toEqual([expect.stringContaining("DefaultDeny 'deny' guarantees that")]);
  });

  it('tells no secret', async () => {
    const { errors } = await run(() => {
      metrics(Peer.cidr(pulumi.secret('203.0.113.0/24')), OPENED);
      new ProvenGuarantees('proven');
    });
    expect(errors).toEqual([
      "ProvenGuarantees 'proven': NetworkPolicy 'metrics' does not keep its guarantee; the explanation is left out, as there are secrets in its policies",
    ]);
  });

  it('counts the components with its provider alone', async () => {
    const ran = await run(() => {
      const provider = new k8s.Provider('staging');
      metrics(Peer.prometheus(), OPENED);
      new ProvenGuarantees('proven', { provider });
    });
    expect(verdict(ran)).toEqual([0, 0]);
  });

  it('leaves a component that failed to its own error', async () => {
    const ran = await run(() => {
      metrics(Peer.cidr(pulumi.output('everywhere')));
      new ProvenGuarantees('proven');
    });
    expect(verdict(ran)).toEqual([1, 0]);
    expect(ran.errors[0]).toMatch(/^NetworkPolicy 'metrics' > ingress\[0\]/);
  });
});
