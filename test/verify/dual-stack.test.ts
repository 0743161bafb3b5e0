import { EndpointRef } from '../../src/model/endpoint-ref';
import { Pods } from '../../src/model/pods';
import { Port } from '../../src/model/port';
import { readEndpoint } from '../../src/read/questions/endpoint';
import { ask } from '../../src/verify/ask/ask';
import { Reach } from '../../src/verify/reach/reach';
import { networkPolicy, pod, read } from '../read/manifests';

const labels = { app: 'server' };

const DESTINATIONS: (readonly [string, EndpointRef])[] = [
  ['a pod that is there', readEndpoint('shop/server')],
  ['pods that could exist', { kind: 'pods', pods: Pods.labeled(labels).inNamespace('shop') }],
];

describe.each(DESTINATIONS)('a pod with an address of each family, let in by a block to %s,', (_, to) => {
  function answer(ips: readonly string[], cidr: string) {
    const client = pod('client', { status: { podIPs: ips.map(ip => ({ ip })) } });
    const rule = networkPolicy({ podSelector: { matchLabels: labels }, ingress: [{ from: [{ ipBlock: { cidr } }] }] });
    const reach = Reach.of(read(client, pod('server', { metadata: { labels } }), rule).cluster);
    return ask(reach, { from: readEndpoint('shop/client'), to, ports: [Port.all()] });
  }

  const DUAL = ['10.1.2.3', 'fd00::3'];

  it('is covered where the block has its address of that family', () => {
    for (const cidr of ['0.0.0.0/0', '10.1.2.3/32', 'fd00::/8']) expect(answer(DUAL, cidr).verdict).toBe('allow');
    for (const cidr of ['10.1.3.0/24', '2001:db8::/32']) expect(answer(DUAL, cidr).verdict).toBe('deny');
  });

  it('as one with an address of one family alone', () => {
    expect(answer(['10.1.2.3'], '0.0.0.0/0').verdict).toBe('allow');
    expect(answer(['10.1.2.3'], '::/0').verdict).toBe('deny');
  });

  it('leaves in doubt which of two addresses of one family it uses', () => {
    expect(answer(['10.1.2.3', '203.0.113.7', 'fd00::3'], '10.0.0.0/8')).toMatchObject({
      verdict: 'unknown',
      reason: expect.stringMatching(/whether 10\.0\.0\.0\/8 covers the (pod|source)/) as string,
    });
  });
});
