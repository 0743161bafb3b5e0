import { readEndpoint } from '../../src/read/questions/endpoint';
import { readPort } from '../../src/read/questions/port';
import { readTexts } from '../../src/read/read-texts';
import { explainPorts } from '../../src/verify/explain/explain-ports';
import { Reach } from '../../src/verify/reach/reach';

const SHOP = `
${pod('web', 8080)}
---
{ apiVersion: v1, kind: Pod, metadata: { name: bare, namespace: shop, labels: { app: shop } }, spec: { containers: [] } }
---
{ apiVersion: v1, kind: Service, metadata: { name: shop, namespace: shop }, spec: { selector: { app: shop }, ports: [{ port: 80, targetPort: http }] } }
---
{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: web, namespace: shop },
  spec: { podSelector: { matchLabels: { name: web } }, ingress: [{ ports: [{ port: 8000, endPort: 8099 }] }] } }
`;

describe('why ports have their verdict', () => {
  it('is explained once for each verdict, with all of its ports', () => {
    const reach = Reach.of(readTexts([{ name: 'shop.yaml', text: SHOP }]).cluster);
    const parts = explainPorts(reach, question('8.8.8.8', 'shop/web', '8090-8100'));
    expect(parts.map(({ ports, explanation: { verdict } }) => [verdict, reach.portSets.ranges(ports)])).toEqual([
      ['allow', [{ protocol: 'TCP', first: 8090, last: 8099 }]],
      ['deny', [{ protocol: 'TCP', first: 8100, last: 8100 }]],
    ]);
  });

  it('is that of the pods behind a Service which have the port', () => {
    expect(verdicts('shop/Service/shop', '80')).toEqual([['shop/web', 8080, 'allow']]);
  });

  it('cannot be said of a port that nobody has, and the error names those there are', () => {
    expect(() => verdicts('shop/web', 'metrics')).toThrow(/^shop\/web: has no port TCP metrics; it has TCP 8080/);
    expect(() => verdicts('shop/Service/shop', '81')).toThrow(/has no port TCP 81; it has TCP 80$/);
    expect(() => verdicts('shop/bare', 'http')).toThrow(/has no port TCP http; none is declared$/);
  });

  it('is that a pod always reaches itself', () => {
    const reach = Reach.of(readTexts([{ name: 'shop.yaml', text: SHOP }]).cluster);
    const parts = explainPorts(reach, question('shop/web', 'shop/web', '1'));
    expect(parts.map(({ explanation: { verdict } }) => verdict)).toEqual(['allow']);
  });
});

function verdicts(to: string, port: string): unknown[] {
  const reach = Reach.of(readTexts([{ name: 'shop.yaml', text: SHOP }]).cluster);
  return explainPorts(reach, question('8.8.8.8', to, port)).map(({ explanation: { connection, verdict } }) => {
    return [connection.to.name, connection.port, verdict];
  });
}

function question(from: string, to: string, port: string) {
  return { from: readEndpoint(from), to: readEndpoint(to), ports: [readPort(port)] };
}

function pod(name: string, port: number): string {
  return `{ apiVersion: v1, kind: Pod, metadata: { name: ${name}, namespace: shop, labels: { app: shop, name: ${name} } },
  spec: { containers: [{ name: app, ports: [{ name: http, containerPort: ${port} }] }] } }`;
}
