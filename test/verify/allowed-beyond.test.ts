import { API_ALONE } from '../../src/model/assumptions';
import { Cluster } from '../../src/model/cluster';
import { readTexts } from '../../src/read/read-texts';
import { allowedBeyond } from '../../src/verify/matrix/allowed-beyond';
import { diff, isNothing } from '../../src/verify/matrix/diff';

const DENY = 'podSelector: {}, policyTypes: [Ingress, Egress]';
const DNS = '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }';
const RESOLVE = `podSelector: {}, policyTypes: [Egress], egress: [{ to: [${DNS}], ports: [{ port: 53, protocol: UDP }] }]`;

const closed = cluster({ shop: [DENY] });
const resolving = cluster({ shop: [DENY, RESOLVE] });

describe('what one cluster allows beyond another, whoever is there', () => {
  it('is one connection that proves it', () => {
    const found = allowedBeyond(resolving, closed, API_ALONE);
    expect(found).toMatchObject({
      from: { workload: { namespace: 'shop' } },
      to: { workload: { namespace: 'kube-system' } },
    });
    expect(found).toMatchObject({ protocol: 'UDP', port: 53 });
  });

  it('is nothing where it allows less', () => expect(allowedBeyond(closed, resolving, API_ALONE)).toBeUndefined());

  it('is nothing where both say the same in other words and under other names', () => {
    const twice = cluster({ shop: [RESOLVE, DENY, RESOLVE] });
    expect(allowedBeyond(twice, resolving, API_ALONE)).toBeUndefined();
    expect(allowedBeyond(resolving, twice, API_ALONE)).toBeUndefined();
  });

  it('is not asked of policies of namespaces where none differs', () => {
    const others = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`n${index}`, [DENY, RESOLVE]]));
    const [one, other] = [cluster({ ...others, shop: [RESOLVE, DENY] }), cluster({ ...others, shop: [DENY] })];
    expect(allowedBeyond(one, other, API_ALONE)).toMatchObject({ port: 53 });
  });

  it('cannot be told where it would take too long', () => {
    const many = Array.from({ length: 51 }, (_, index) => RESOLVE.replace('53', String(index + 1)));
    expect(allowedBeyond(cluster({ shop: many }), closed, API_ALONE)).toEqual({
      reason: 'policies differ in namespaces that have more than 50 of them',
    });
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

function cluster(specs: Readonly<Record<string, readonly string[]>>): Cluster {
  const texts = Object.entries(specs).flatMap(([namespace, own]) =>
    own.map(
      (spec, index) =>
        `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: p${index}, namespace: ${namespace} }, spec: { ${spec} } }`,
    ),
  );
  return readTexts([{ name: 'policies.yaml', text: texts.join('\n---\n') }]).cluster;
}
