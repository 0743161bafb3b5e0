import { LoadBalancer, Peer, Pods, Port, PublicService, PublicServiceProps } from '../../src';
import { Reach } from './reach';
import { policiesOf, testChart } from './synth';

function reachWith(props: Partial<PublicServiceProps>): Reach {
  const chart = testChart();
  const web = { pods: Pods.labeled({ tier: 'frontend' }), ports: [Port.tcp(3000)], from: [Peer.ingressNginx()] };
  new PublicService(chart, 'web', { ...web, ...props });
  return new Reach(policiesOf(chart));
}

describe('PublicService', () => {
  it('behind an ingress controller is reached by that, and not by pods that look like it', () => {
    expect(reachWith({}).to('shop/frontend')).toEqual(['ingress-nginx/controller TCP 3000']);
  });

  it('behind a load balancer that answers clients itself is reached by its ranges, IPv4 and IPv6', () => {
    expect(reachWith({ from: [LoadBalancer.gkeGlobal()] }).to('shop/frontend')).toEqual([
      '35.191.0.1 TCP 3000',
      '2600:2d00:1:b029::1 TCP 3000',
    ]);
  });

  it('lets health checks come from elsewhere, at their own port', () => {
    const healthChecks = { from: [LoadBalancer.azure()], ports: [Port.tcp(8080)] };
    expect(reachWith({ healthChecks }).to('shop/frontend')).toEqual([
      'ingress-nginx/controller TCP 3000',
      '168.63.129.16 TCP 8080',
    ]);
  });

  it('from anywhere is reached by everyone, at its port alone, and sends what it likes', () => {
    const reach = reachWith({ from: [Peer.anywhere()] });
    const lines = reach.to('shop/frontend');
    expect(lines).toEqual(
      expect.arrayContaining(['1.1.1.1 TCP 3000', '2606:4700::1111 TCP 3000', 'pay/backend TCP 3000']),
    );
    expect(lines.every(line => line.endsWith(' TCP 3000'))).toBe(true);
    expect(reach.isolated('Egress')).toEqual([]);
  });
});
