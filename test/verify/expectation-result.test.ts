import { Cluster } from '../../src/model/cluster';
import { readExpectations } from '../../src/read/questions/expectations';
import { readTexts } from '../../src/read/read-texts';
import { ExpectationResult, resultOf } from '../../src/verify/explain/expectation-result';
import { Reach } from '../../src/verify/reach/reach';

const SHOP = `
${workload('frontend')}
---
${workload('backend')}
---
${workload('database')}
---
{ apiVersion: v1, kind: Service, metadata: { name: api, namespace: shop },
  spec: { selector: { tier: backend }, ports: [{ name: web, port: 80, targetPort: 8080 }] } }
---
{ apiVersion: v1, kind: Service, metadata: { name: nobody, namespace: shop }, spec: { selector: { tier: none }, ports: [{ port: 80 }] } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: backend, namespace: shop },
  spec: { podSelector: { matchLabels: { tier: backend } }, policyTypes: [Ingress],
    ingress: [{ from: [{ podSelector: { matchLabels: { tier: frontend } } }], ports: [{ port: 8080 }] }] } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: closed, namespace: shop },
  spec: { podSelector: { matchLabels: { tier: database } }, policyTypes: [Ingress] } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: oops, namespace: shop },
  spec: { podSelector: { matchLabels: { tier: database } },
    ingress: [{ from: [{ podSelector: { matchLabels: { tier: backend } } }, { namespaceSelector: {} }], ports: [{ port: 5432 }] }] } }
`;

describe('an expectation', () => {
  it('holds when all of it is allowed', () =>
    expect(result('from: shop/frontend, to: shop/backend, port: 8080, expect: allow')).toEqual({
      verdict: 'allow',
      pass: true,
      policies: [],
    }));

  it('holds when none of it is allowed', () =>
    expect(result('from: shop/database, to: shop/backend, expect: deny')).toEqual({
      verdict: 'deny',
      pass: true,
      policies: [],
    }));

  it('does not hold for a part: the witness is denied where allow is expected, by the policies that isolate', () =>
    expect(result('from: shop/frontend, to: shop/backend, expect: allow')).toEqual({
      verdict: 'some',
      pass: false,
      witness: 'shop/frontend -> shop/backend TCP 1',
      policies: ['backend'],
    }));

  it('does not hold for a part: the witness is allowed where deny is expected, by the policies that allow it', () =>
    expect(result('from: shop/frontend, to: shop/database, expect: deny')).toEqual({
      verdict: 'some',
      pass: false,
      witness: 'shop/frontend -> shop/database TCP 5432',
      policies: ['oops'],
    }));

  it('has no policy to blame where none is about the connection', () =>
    expect(result('from: shop/backend, to: shop/frontend, port: 80, expect: deny')).toEqual({
      verdict: 'allow',
      pass: false,
      witness: 'shop/backend -> shop/frontend TCP 80',
      policies: [],
    }));

  it('is about the ports of a Service where one is named', () => {
    expect(result('from: shop/frontend, to: shop/Service/api, port: 80, expect: allow').pass).toBe(true);
    expect(result('from: shop/frontend, to: shop/Service/api, port: web, expect: allow').pass).toBe(true);
  });

  it("is about the destination's own port where one is named, though no policy tells the pods apart", () => {
    const pods = ['a', 'b'].map(
      (name, index) => `{ apiVersion: v1, kind: Pod, metadata: { name: ${name}, namespace: shop },
        spec: { containers: [{ name: c, ports: [{ name: ${name}, containerPort: ${index + 1} }] }] } }`,
    );
    const { cluster } = readTexts([{ name: 'pods.yaml', text: pods.join('\n---\n') }]);
    const ask = (port: string) => resultIn(cluster, `from: shop/a, to: shop/b, port: ${port}`);
    expect(ask('b')).toMatchObject({ verdict: 'allow', witness: 'shop/a -> shop/b TCP 2' });
    expect(ask('a')).toMatchObject({ verdict: 'unknown', reason: 'shop/b has no port TCP a' });
  });

  it('is about every pod that could exist where pods are selected', () =>
    expect(result('from: { namespace: shop, pods: { tier: batch } }, to: shop/database, expect: deny')).toEqual({
      verdict: 'some',
      pass: false,
      witness: 'a pod tier=batch in namespace shop -> shop/database TCP 5432',
      policies: ['oops'],
    }));

  it('that expects nothing is only asked', () => {
    const { pass, verdict } = result('from: shop/frontend, to: shop/database');
    expect([pass, verdict]).toEqual([undefined, 'some']);
  });
});

describe('an expectation whose ends select nothing does not hold', () => {
  it.each([
    [
      'from: shop/fronted, to: shop/database, expect: deny',
      'shop/fronted: no such workload was read; did you mean shop/frontend?',
    ],
    [
      'from: shop/frontend, to: shop/Service/nobody, expect: deny',
      'shop/Service/nobody: selects none of the pods that were read',
    ],
    ['from: shop/frontend, to: shop/database, port: http, expect: deny', 'shop/database has no port TCP http'],
    ['from: shop/frontend, to: shop/Service/api, port: 8080, expect: deny', 'shop/Service/api has no port TCP 8080'],
  ])('%s', (fields, reason) => expect(result(fields)).toMatchObject({ verdict: 'unknown', pass: false, reason }));

  it.each([
    [
      'from: { namespace: shp, pods: { tier: backend } }, to: shop/backend, expect: deny',
      'no object that was read is in namespace shp, and no policy names it',
    ],
    [
      'from: { namespace: shop, pods: { teir: frontend } }, to: shop/database, port: 80, expect: deny',
      'no workload has teir=frontend there, and no policy asks for it',
    ],
    [
      'from: shop/database, to: { namespace: pay }, expect: allow',
      'no object that was read is in namespace pay, and no policy names it',
    ],
  ])('though every pod that could exist would keep it: %s', (fields, reason) => {
    expect(result(fields)).toMatchObject({ verdict: 'unknown', pass: false, reason: expect.stringContaining(reason) });
    expect(result(fields.replace(/, expect: .*/, '')).verdict).not.toBe('unknown');
  });

  it('nor is anything known of connections from outside to outside', () =>
    expect(result('from: 192.0.2.1, to: 203.0.113.0/24, expect: allow')).toMatchObject({
      verdict: 'unknown',
      pass: false,
      reason: 'both ends are outside of the cluster',
    }));

  it('nor fails where nothing is expected', () =>
    expect(result('from: shop/nobody, to: shop/database')).toMatchObject({ verdict: 'unknown', pass: undefined }));
});

function result(fields: string): ReturnType<typeof inWords> {
  return resultIn(readTexts([{ name: 'shop.yaml', text: SHOP }]).cluster, fields);
}

function resultIn(cluster: Cluster, fields: string): ReturnType<typeof inWords> {
  const [expectation] = readExpectations({ name: 'e.yaml', text: `expectations: [{ ${fields} }]` }).expectations;
  return inWords(resultOf(Reach.of(cluster), expectation));
}

function inWords({ verdict, pass, witness, policies, reason }: ExpectationResult) {
  return {
    verdict,
    pass,
    witness: witness && `${witness.from.name} -> ${witness.to.name} ${witness.protocol} ${witness.port}`,
    policies: policies.map(({ name }) => name),
    reason,
  };
}

function workload(name: string): string {
  const labels = `{ tier: ${name} }`;
  return `{ apiVersion: apps/v1, kind: Deployment, metadata: { name: ${name}, namespace: shop }, spec: {
    selector: { matchLabels: ${labels} }, template: { metadata: { labels: ${labels} }, spec: { containers: [] } } } }`;
}
