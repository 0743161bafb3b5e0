import { ClusterEgress, ClusterEgressProps, Dns, Pods, Port } from '../../src';
import { Reach } from './reach';
import { policiesOf, testChart } from './synth';

const pods = Pods.labeled({ tier: 'backend' });

function outsideWith(props: ClusterEgressProps): string[] {
  const chart = testChart();
  new ClusterEgress(chart, 'egress', { pods, ...props });
  const reached = new Reach(policiesOf(chart)).from('shop/backend');
  expect(reached).toEqual(expect.arrayContaining(['pay/database everything', 'kube-system/coredns everything']));
  return reached.filter(line => !/^[a-z-]+\//.test(line));
}

describe('ClusterEgress', () => {
  it('reaches every pod of the cluster, and nothing outside', () => expect(outsideWith({})).toEqual([]));

  it('with the internet reaches public addresses too, and nothing private or of the platform', () => {
    expect(outsideWith({ internet: [Port.https()] })).toEqual([
      '1.1.1.1 TCP 443',
      '35.191.0.1 TCP 443',
      '2606:4700::1111 TCP 443',
      '2600:2d00:1:b029::1 TCP 443',
    ]);
  });

  it('reaches resolvers that are no pods where that is said', () => {
    expect(outsideWith({ dns: [Dns.nodeLocal()] })).toEqual(['169.254.20.10 UDP 53, TCP 53']);
  });
});
