import { Direction, NamespaceIsolation, NamespaceIsolationProps, Peer, Port } from '../../src';
import { Reach } from './reach';
import { policiesOf, testChart } from './synth';

const reachWith = (props: NamespaceIsolationProps = {}): Reach => {
  const chart = testChart();
  new NamespaceIsolation(chart, 'isolation', props);
  return new Reach(policiesOf(chart));
};

const OTHERS = ['shop/frontend', 'shop/database', 'shop/job'];

const DNS = 'kube-system/coredns UDP 53, TCP 53';

const everything = (names: string[]) => names.map(name => `${name} everything`);

describe('NamespaceIsolation', () => {
  it('lets the pods of the namespace reach each other and DNS, and nobody else either way', () => {
    const reach = reachWith();
    expect(reach.from('shop/backend')).toEqual([...everything(OTHERS), DNS]);
    expect(reach.to('shop/backend')).toEqual(everything(OTHERS));
  });

  it('isolates the pods of its namespace alone', () => {
    const reach = reachWith();
    for (const direction of ['Ingress', 'Egress'] as const) {
      expect(reach.isolated(direction)).toEqual(['shop/frontend', 'shop/backend', 'shop/database', 'shop/job']);
    }
  });

  it('with other namespaces counts their pods as its own, both ways', () => {
    const reach = reachWith({ plus: [Peer.namespace('ingress-nginx')] });
    const more = everything(['ingress-nginx/controller', 'ingress-nginx/admission']);
    expect(reach.to('shop/backend')).toEqual([...everything(OTHERS), ...more]);
    expect(reach.from('shop/backend')).toEqual([...everything(OTHERS), DNS, ...more]);
  });

  it('for ingress only leaves egress open, also that to other namespaces', () => {
    const reach = reachWith({ directions: [Direction.INGRESS], plus: [Peer.namespace('pay')] });
    expect(reach.isolated('Egress')).toEqual([]);
    expect(reach.to('shop/backend')).toContain('pay/frontend everything');
    expect(reach.to('shop/backend')).not.toContain('monitoring/grafana everything');
    expect(reach.from('shop/backend')).toContain('monitoring/grafana everything');
  });

  it('with ports opens these alone: a metrics port that is not among them is left to MonitoringAccess', () => {
    expect(reachWith({ ports: [Port.tcp(8080)] }).to('shop/backend')).toEqual(OTHERS.map(name => `${name} TCP 8080`));
  });

  it('without DNS reaches nobody who answers', () => {
    expect(reachWith({ withoutDns: true }).from('shop/backend')).toEqual(everything(OTHERS));
  });
});
