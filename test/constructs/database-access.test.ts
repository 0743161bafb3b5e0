import { DatabaseAccess, DatabaseAccessProps, Peer, Pods, Port } from '../../src';
import { Reach } from './reach';
import { namesOf, policiesOf, testChart } from './synth';

const tier = (name: string) => Pods.labeled({ tier: name });

function chartWith(props: Partial<DatabaseAccessProps>) {
  const chart = testChart();
  new DatabaseAccess(chart, 'db', {
    pods: tier('database'),
    from: [tier('backend')],
    ports: [Port.postgres()],
    ...props,
  });
  return chart;
}

const DNS = 'kube-system/coredns UDP 53, TCP 53';

describe('DatabaseAccess', () => {
  it('is reached by its clients alone, at its port, and reaches DNS alone', () => {
    const reach = new Reach(policiesOf(chartWith({})));
    expect(reach.to('shop/database')).toEqual(['shop/backend TCP 5432']);
    expect(reach.from('shop/database')).toEqual([DNS]);
    expect(reach.isolated('Ingress')).toEqual(['shop/database']);
  });

  it('replicates among its own pods, at the ports for that, and with no namesake elsewhere', () => {
    const [frontend, backend] = ['shop/frontend', 'shop/backend'];
    const props = {
      pods: Pods.labeled({ app: 'shop' }),
      from: [Pods.labeled({ app: 'job' })],
      replication: [Port.http()],
    };
    const reach = new Reach(policiesOf(chartWith(props)));
    const replicas = [frontend, backend].map(name => `${name} TCP 80`);
    expect(reach.to('shop/database')).toEqual([...replicas, 'shop/job TCP 5432']);
    expect(reach.from('shop/database')).toEqual([...replicas, DNS]);
  });

  it('without replication keeps its own pods apart', () => {
    const props = { pods: Pods.labeled({ app: 'shop' }), from: [Pods.labeled({ app: 'job' })] };
    expect(new Reach(policiesOf(chartWith(props))).to('shop/database')).toEqual(['shop/job TCP 5432']);
  });

  it('is backed up by a job that reaches it, DNS and where the copy goes, and that nobody reaches', () => {
    const to = [{ to: [Peer.cidr('203.0.113.0/24')], ports: [Port.https()] }];
    const chart = chartWith({ backup: { pods: Pods.labeled({ app: 'job' }), to } });
    expect(namesOf(chart)).toEqual(['shop/db', 'shop/db-backup']);
    const reach = new Reach(policiesOf(chart));
    expect(reach.to('shop/database')).toEqual(['shop/backend TCP 5432', 'shop/job TCP 5432']);
    expect(reach.from('shop/job')).toEqual(['shop/database TCP 5432', DNS, '203.0.113.7 TCP 443']);
    expect(reach.to('shop/job')).toEqual([]);
  });
});
