import { Cluster } from '../../src/model/cluster';
import { readTexts } from '../../src/read/read-texts';
import * as matrix from '../../src/verify/matrix/allowed-beyond';
import { diff, isNothing } from '../../src/verify/matrix/diff';
import { Reach } from '../../src/verify/reach/reach';

const DENY = 'podSelector: {}, policyTypes: [Ingress, Egress]';
const DENY_IN = 'podSelector: {}';
const DNS = '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }';
const RESOLVE = `podSelector: {}, policyTypes: [Egress], egress: [{ to: [${DNS}], ports: [{ port: 53, protocol: UDP }] }]`;

const closed = cluster({ shop: [DENY] });
const resolving = cluster({ shop: [DENY, RESOLVE] });

describe('what one cluster allows beyond another, whoever is there', () => {
  it('is one connection that proves it', () => {
    const found = allowedBeyond(resolving, closed);
    expect(found).toMatchObject({
      from: { workload: { namespace: 'shop' } },
      to: { workload: { namespace: 'kube-system' } },
    });
    expect(found).toMatchObject({ protocol: 'UDP', port: 53 });
  });

  it('is nothing where it allows less', () => expect(allowedBeyond(closed, resolving)).toBeUndefined());

  it('is nothing where both say the same in other words and under other names', () => {
    const twice = cluster({ shop: [RESOLVE, DENY, RESOLVE] });
    expect(allowedBeyond(twice, resolving)).toBeUndefined();
    expect(allowedBeyond(resolving, twice)).toBeUndefined();
  });

  it('is not asked of policies of namespaces where none differs', () => {
    const others = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`n${index}`, [DENY, RESOLVE]]));
    const [one, other] = [cluster({ ...others, shop: [RESOLVE, DENY] }), cluster({ ...others, shop: [DENY] })];
    expect(allowedBeyond(one, other)).toMatchObject({ port: 53 });
  });

  it("is found among administrators' policies alone, however many others there are", () => {
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`n${index}`, [DENY]]));
    const denying = (port: number) => `{ apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy,
      metadata: { name: admin }, spec: { tier: Admin, priority: 1, subject: { namespaces: {} },
        ingress: [{ action: Deny, from: [{ namespaces: {} }], protocols: [{ tcp: { destinationPort: { number: ${port} } } }] }] } }`;
    const [one, other] = [1, 2].map(port => cluster(many, denying(port)));
    expect(allowedBeyond(one, other)).toMatchObject({ protocol: 'TCP', port: 2 });
    expect(allowedBeyond(other, one)).toMatchObject({ protocol: 'TCP', port: 1 });
  });

  it("is looked for behind everyone's policies where administrators no longer decide before them", () => {
    const accepting = (
      namespaces: string,
    ) => `{ apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy,
      metadata: { name: admin }, spec: { tier: Admin, priority: 1, subject: { namespaces: ${namespaces} },
        ingress: [{ action: Accept, from: [{ namespaces: {} }] }] } }`;
    const [one, other] = ['{}', '{ matchLabels: { open: "yes" } }'].map(each =>
      cluster({ shop: [DENY_IN] }, accepting(each)),
    );
    expect(allowedBeyond(one, other)).toMatchObject({ to: { workload: { namespace: 'shop' } }, protocol: 'TCP' });
    expect(allowedBeyond(other, one)).toBeUndefined();
  });

  it('cannot be told where it would take too long', () => {
    const many = Array.from({ length: 51 }, (_, index) => RESOLVE.replace('53', String(index + 1)));
    expect(allowedBeyond(cluster({ shop: many }), closed)).toEqual({
      reason: 'more than 50 policies would have to be asked',
    });
  });
});

describe('where the labels of a namespace differ', () => {
  const ADMITTING = 'podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { role: trusted } } }] }]';
  const namespace = (name: string, role: string) =>
    `{ apiVersion: v1, kind: Namespace, metadata: { name: ${name}, labels: { role: ${role} } } }`;
  const [trusted, untrusted] = ['trusted', 'other'].map(role =>
    cluster({ data: [ADMITTING] }, namespace('team', role)),
  );

  it('less is allowed to whoever is in it', () => {
    expect(allowedBeyond(trusted, untrusted)).toMatchObject({
      from: { workload: { namespace: 'team' } },
      to: { workload: { namespace: 'data' } },
    });
    expect(allowedBeyond(untrusted, trusted)).toBeUndefined();
    expect(isNothing(diff(trusted, untrusted))).toBe(false);
  });

  it('nothing changes where they were read in one of both only: the other may have the same', () => {
    const own = ADMITTING.replace('podSelector: {}', 'podSelector: { matchLabels: { app: own } }');
    const [read, named] = [[namespace('data', 'trusted')], []].map(objects => cluster({ data: [own] }, ...objects));
    expect(isNothing(diff(read, named))).toBe(true);
    expect(isNothing(diff(named, read))).toBe(true);
  });

  it('less is allowed where none of them is left', () => {
    const bare = '{ apiVersion: v1, kind: Namespace, metadata: { name: team } }';
    expect(allowedBeyond(trusted, cluster({ data: [ADMITTING] }, bare))).toMatchObject({
      from: { workload: { namespace: 'team' } },
    });
  });

  it('what policies change is confirmed with the labels that were read in one of both only', () => {
    const FROM_DATA = ADMITTING.replace('role: trusted', 'role: trusted, kubernetes.io/metadata.name: data');
    const [denying, admitting] = [
      cluster({ data: [DENY_IN] }, namespace('data', 'trusted')),
      cluster({ data: [FROM_DATA] }),
    ];
    expect(allowedBeyond(admitting, denying)).toMatchObject({ from: { workload: { namespace: 'data' } } });
  });

  it('nothing changes where no policy asks for them', () => {
    const [one, other] = ['trusted', 'other'].map(role => cluster({ data: [DENY] }, namespace('team', role)));
    expect(isNothing(diff(one, other))).toBe(true);
  });
});

describe('what policies of other namespaces deny', () => {
  const TO_DATA = DNS.replace('kube-system', 'data');
  const SENDING = `podSelector: {}, policyTypes: [Egress], egress: [{ to: [${TO_DATA}] }]`;
  const SILENT = 'podSelector: {}, policyTypes: [Egress]';
  const BASELINE = `{ apiVersion: policy.networking.k8s.io/v1alpha2, kind: ClusterNetworkPolicy, metadata: { name: all },
    spec: { tier: Baseline, priority: 1, subject: { namespaces: {} },
      ingress: [{ action: Deny, from: [{ namespaces: {} }] }] } }`;

  it('is denied', () => {
    const [sending, silent] = [SENDING, SILENT].map(spec => cluster({ app: [spec], data: [DENY] }));
    expect(allowedBeyond(sending, silent)).toBeUndefined();
  });

  it('is denied where they differ in what is allowed to one of two namespaces', () => {
    const BOTH = `podSelector: {}, policyTypes: [Egress], egress: [{ to: [${TO_DATA}, ${DNS}] }]`;
    const [sending, silent] = [BOTH, SILENT].map(spec => cluster({ app: [spec], data: [DENY] }));
    expect(allowedBeyond(sending, silent)).toMatchObject({ to: { workload: { namespace: 'kube-system' } } });
  });

  it('leaves what they allow, though a baseline denies everything else', () => {
    const OPEN = 'podSelector: {}, ingress: [{}]';
    const [sending, silent] = [SENDING, SILENT].map(spec => cluster({ app: [spec], data: [OPEN] }, BASELINE));
    expect(allowedBeyond(sending, silent)).toMatchObject({ to: { workload: { namespace: 'data' } } });
    const [alone, silence] = [SENDING, SILENT].map(spec => cluster({ app: [spec] }, BASELINE));
    expect(allowedBeyond(alone, silence)).toBeUndefined();
  });
});

describe('a difference', () => {
  it('is there where only pods that were not read reach more', () => {
    const difference = diff(closed, resolving);
    expect(difference).toMatchObject({ added: [], removed: [], unread: { added: { port: 53 }, removed: undefined } });
    expect(isNothing(difference)).toBe(false);
  });

  it('is not there between equals', () => expect(isNothing(diff(resolving, resolving))).toBe(true));
});

function allowedBeyond(one: Cluster, other: Cluster): matrix.Possible | undefined {
  return matrix.allowedBeyond(Reach.of(one), Reach.of(other));
}

function cluster(specs: Readonly<Record<string, readonly string[]>>, ...objects: readonly string[]): Cluster {
  const policies = Object.entries(specs).flatMap(([namespace, own]) =>
    own.map(
      (spec, index) =>
        `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: p${index}, namespace: ${namespace} }, spec: { ${spec} } }`,
    ),
  );
  return readTexts([{ name: 'policies.yaml', text: [...policies, ...objects].join('\n---\n') }]).cluster;
}
