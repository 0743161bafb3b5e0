import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describeShared } from '../shared';
import { netpol } from './netpol';

interface Connection {
  readonly from: string;
  readonly to: string;
  readonly protocol: string;
  readonly ports: string;
  readonly verdict: string;
}

describeShared("other projects' manifests", folder => {
  const datasets = readdirSync(join(folder, 'real'), { withFileTypes: true }).filter(entry => entry.isDirectory());

  it.each(datasets.map(({ name }) => name))('are listed: %s', async name => {
    const { code, stdout, stderr } = await netpol('list', join(folder, 'real', name));
    expect(code).toBe(0);
    expect(stdout === '').toBe(stderr.includes('no workload was read'));
    expect(stderr).not.toContain('error:');
  });

  it.each(datasets.map(({ name }) => name))('are as they are: %s', async name => {
    const { code, stdout } = await netpol(
      'diff',
      '--exit-code',
      join(folder, 'real', name),
      join(folder, 'real', name),
    );
    expect([code, stdout]).toEqual([0, 'nothing changes\n']);
  });
});

/** Who calls whom, as the README of Online Boutique draws it; ports are those of the containers. */
const CALLS = [
  'cartservice -> redis-cart TCP 6379',
  'checkoutservice -> cartservice TCP 7070',
  'checkoutservice -> currencyservice TCP 7000',
  'checkoutservice -> emailservice TCP 8080',
  'checkoutservice -> paymentservice TCP 50051',
  'checkoutservice -> productcatalogservice TCP 3550',
  'checkoutservice -> shippingservice TCP 50051',
  'frontend -> adservice TCP 9555',
  'frontend -> cartservice TCP 7070',
  'frontend -> checkoutservice TCP 5050',
  'frontend -> currencyservice TCP 7000',
  'frontend -> productcatalogservice TCP 3550',
  'frontend -> recommendationservice TCP 8080',
  'frontend -> shippingservice TCP 50051',
  'recommendationservice -> productcatalogservice TCP 3550',
];

describeShared('Online Boutique', folder => {
  const dataset = join(folder, 'real', 'online-boutique');
  const listed = netpol('list', '--json', dataset).then(({ stdout }) => {
    const { connections } = JSON.parse(stdout) as { connections: Connection[] };
    return connections.map(each => ({ ...each, from: shortName(each.from), to: shortName(each.to) }));
  });

  it('has its documented calls, and nothing else between services but to the frontend', async () => {
    const between = (await listed).filter(({ from, to }) => !isBlock(from) && !isBlock(to) && to !== 'frontend');
    expect(between.map(({ from, to, protocol, ports }) => `${from} -> ${to} ${protocol} ${ports}`)).toEqual(CALLS);
  });

  it('lets everybody reach the frontend, and every service reach everything outside', async () => {
    const open = (await listed).filter(({ from, to }) => isBlock(from) || isBlock(to) || to === 'frontend');
    const names = new Set((await listed).map(({ from }) => from));
    const services = [...names].filter(name => !isBlock(name));
    expect(services).toHaveLength(12);
    expect(new Set(open.map(({ ports, verdict }) => `${ports} ${verdict}`))).toEqual(new Set(['all allow']));
    // Three protocols: from each service to two blocks and to the frontend, from two blocks to the frontend.
    expect(open).toHaveLength(3 * (12 * 3 + 2));
  });

  it.each(CALLS)('explains by whose rules it is allowed: %s', async call => {
    const [from, , to, , port] = call.split(' ');
    const { stdout } = await netpol('explain', `default/${from}`, `default/${to}`, port, dataset);
    expect(stdout).toContain(`default/${from} -> default/${to}, TCP ${port}: allowed\n`);
    expect(stdout).toMatch(
      new RegExp(`allowed by ingress rule 1 of default/${to} \\(.*network-policy-${to.replace('-cart', '')}`),
    );
  });

  it.each([
    [
      'default/redis-cart',
      '203.0.113.7',
      /egress of default\/redis-cart: allowed\n +isolated by[^]*?allowed by egress rule 1 of default\/redis-cart/,
    ],
    [
      '203.0.113.7',
      'default/frontend',
      /ingress of default\/frontend: allowed\n +isolated by[^]*?allowed by ingress rule 1 of default\/frontend/,
    ],
    ['default/adservice', 'default/frontend', /allowed by ingress rule 1 of default\/frontend/],
  ])('explains what is open besides: %s -> %s', async (from, to, rule) => {
    const { stdout } = await netpol('explain', from, to, '443', dataset);
    expect(stdout).toContain(`${from} -> ${to}, TCP 443: allowed\n`);
    expect(stdout).toMatch(rule);
  });

  it('is closed otherwise, by the policy that denies everything', async () => {
    const { stdout } = await netpol('explain', 'default/adservice', 'default/redis-cart', '6379', dataset);
    expect(stdout).toContain('default/adservice -> default/redis-cart, TCP 6379: denied\n');
    expect(stdout).toMatch(/ingress of default\/redis-cart: denied\n +isolated by\n +default\/deny-all/);
  });
});

function isBlock(name: string): boolean {
  return name.includes('/');
}

function shortName(name: string): string {
  return name.replace(/^default\/Deployment\//, '');
}
