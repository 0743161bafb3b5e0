import { EndpointRef } from '../../src/model/endpoint-ref';
import { Pods } from '../../src/model/pods';
import { Port } from '../../src/model/port';
import { readEndpoint } from '../../src/read/questions/endpoint';
import { ask } from '../../src/verify/ask/ask';
import { Reach } from '../../src/verify/reach/reach';
import { clusterNetworkPolicy, networkPolicy, pod, read } from '../read/manifests';

const labels = { app: 'server' };

const DESTINATIONS: (readonly [string, EndpointRef])[] = [
  ['a pod that is there', readEndpoint('shop/server')],
  ['pods that could exist', { kind: 'pods', pods: Pods.labeled(labels).inNamespace('shop') }],
];

const DUAL = ['10.1.2.3', 'fd00::3'];

describe.each(DESTINATIONS)('a pod with an address of each family, let in by a block to %s,', (_, to) => {
  function answer(ips: readonly string[], cidr: string) {
    const rule = networkPolicy({ podSelector: { matchLabels: labels }, ingress: [{ from: [{ ipBlock: { cidr } }] }] });
    return asked({ from: readEndpoint('shop/client'), to }, [
      client(ips),
      pod('server', { metadata: { labels } }),
      rule,
    ]);
  }

  it('is in doubt where the block has its address of one family alone', () => {
    for (const cidr of ['0.0.0.0/0', '10.1.2.3/32']) expect(answer(DUAL, cidr)).toMatchObject(inDoubt(cidr, 'IPv4'));
    expect(answer(DUAL, 'fd00::/8')).toMatchObject(inDoubt('fd00::/8', 'IPv6'));
  });

  it('is not covered where the block has neither of its addresses', () => {
    for (const cidr of ['10.1.3.0/24', '2001:db8::/32']) expect(answer(DUAL, cidr).verdict).toBe('deny');
  });

  it('is unlike one with an address of one family alone', () => {
    expect(answer(['10.1.2.3'], '0.0.0.0/0').verdict).toBe('allow');
    expect(answer(['10.1.2.3'], '::/0').verdict).toBe('deny');
  });

  it('is in doubt as one of which a block has one of two addresses of one family', () => {
    expect(answer(['10.1.2.3', '203.0.113.7'], '10.0.0.0/8')).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringMatching(/whether 10\.0\.0\.0\/8 covers the (pod|source)/) as string,
    });
  });
});

const SOURCES: (readonly [string, EndpointRef])[] = [
  ['a pod that is there', readEndpoint('shop/client')],
  ['pods that could exist', { kind: 'pods', pods: Pods.labeled({ app: 'client' }).inNamespace('shop') }],
];

describe.each(SOURCES)("an administrator's denial of a block, asked of %s, to a pod", (_, from) => {
  function answer(ips: readonly string[], cidr: string) {
    const policy = clusterNetworkPolicy({ to: [{ networks: [cidr] }] });
    const server = pod('server', { status: { podIPs: ips.map(ip => ({ ip })) } });
    return asked({ from, to: readEndpoint('shop/server') }, [client(DUAL), server, policy]);
  }

  it('is no proof that connections over the other family are denied', () => {
    expect(answer(['10.1.2.4', 'fd00::4'], '0.0.0.0/0')).toMatchObject(inDoubt('0.0.0.0/0', 'IPv4'));
    expect(answer(['10.1.2.4', 'fd00::4'], '::/0')).toMatchObject(inDoubt('::/0', 'IPv6'));
  });

  it('is proof where the pod has no other family', () => {
    expect(answer(['10.1.2.4'], '0.0.0.0/0').verdict).toBe('deny');
    expect(answer(['10.1.2.4'], '::/0').verdict).toBe('allow');
  });
});

function client(ips: readonly string[]): object {
  return pod('client', { metadata: { labels: { app: 'client' } }, status: { podIPs: ips.map(ip => ({ ip })) } });
}

function asked(ends: { readonly from: EndpointRef; readonly to: EndpointRef }, objects: readonly object[]) {
  const { cluster, findings } = read(...objects);
  expect(findings).toEqual([]);
  return ask(Reach.of(cluster), { ...ends, ports: [Port.all()] });
}

/** Unknown, for a reason that names the block and the one family that it has. */
function inDoubt(block: string, family: string) {
  const reason = expect.stringContaining(`${block}, which has ${family} addresses alone, covers the`) as string;
  return { verdict: 'unknown', reason };
}
