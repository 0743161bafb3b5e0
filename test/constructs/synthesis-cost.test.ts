import { ApiObject, App, Chart, Testing } from 'cdk8s';
import { Construct } from 'constructs';
import {
  Expectation,
  ExternalEgress,
  Guarantee,
  NetworkExpectations,
  Peer,
  Pods,
  Port,
  ProvenGuarantees,
  Workload,
} from '../../src';
import { policiesOf, testChart } from './synth';

/** A Deployment that knows how often somebody asked for its manifest. */
class Deployment extends ApiObject {
  asked = 0;

  constructor(
    scope: Construct,
    private readonly app: string,
    readonly ports: object[] = [{ name: 'http', containerPort: 8080 }],
  ) {
    super(scope, app, { apiVersion: 'apps/v1', kind: 'Deployment' });
  }

  override toJson(): unknown {
    this.asked += 1;
    const labels = { app: this.app };
    const template = { metadata: { labels }, spec: { containers: [{ name: 'a', image: 'a', ports: this.ports }] } };
    return { ...(super.toJson() as object), spec: { selector: { matchLabels: labels }, template } };
  }
}

/** As many workloads as are wanted, each of which reaches the next at a port by name. */
function ring(chart: Chart, count: number, podsOf: (made: Deployment, app: string) => Pods): Deployment[] {
  const apps = Array.from({ length: count }, (_, index) => `app-${index}`);
  const deployments = apps.map(app => new Deployment(chart, app));
  const workloads = deployments.map((made, index) => {
    const props = { pods: podsOf(made, apps[index]), ports: [Port.named('http')] };
    return new Workload(chart, `${apps[index]}-policy`, props);
  });
  workloads.forEach((workload, index) => workload.allowTo(workloads[(index + 1) % count]));
  return deployments;
}

const labeled = (_: Deployment, app: string) => Pods.labeled({ app });

function mostAsked(count: number, { more = (_: Chart) => {}, podsOf = labeled } = {}): number {
  const chart = new Chart(new App(), 'chart', { namespace: 'shop' });
  const deployments = ring(chart, count, podsOf);
  more(chart);
  Testing.synth(chart);
  return Math.max(...deployments.map(({ asked }) => asked));
}

describe('a synthesis', () => {
  it('reads each object as often, however many workloads name ports', () => expect(mostAsked(24)).toBe(mostAsked(3)));

  it('does so for the pods of objects too', () => {
    const podsOf = (made: Deployment) => Pods.of(made);
    expect(mostAsked(24, { podsOf })).toBe(mostAsked(3, { podsOf }));
  });

  it('does so with proofs and expectations too', () => {
    const more = (chart: Chart) => {
      new ProvenGuarantees(chart, 'proven');
      const [from, to] = [Pods.labeled({ app: 'app-1' }), Pods.labeled({ app: 'app-0' })];
      new NetworkExpectations(chart, 'expected', { expect: [Expectation.deny({ from, to, ports: [Port.https()] })] });
    };
    expect(mostAsked(12, { more })).toBe(mostAsked(3, { more }));
  });

  it('asks a construct once what it guarantees', () => {
    class Own extends Construct {
      asked = 0;

      get guarantee(): Guarantee {
        this.asked += 1;
        return { isolates: [], opens: [] };
      }
    }
    const chart = testChart();
    const own = new Own(chart, 'own');
    new ExternalEgress(chart, 'out', { pods: Pods.all(), to: [Peer.internet()], ports: [Port.https()] });
    Testing.synth(chart);
    expect(own.asked).toBe(1);
  });
});

describe('a policy that a synthesis has validated and not written', () => {
  const block = (cidr: string) => ({ ipBlock: { cidr } });

  function twoCharts() {
    const app = new App();
    const charts = ['written', 'other'].map(id => new Chart(app, id, { namespace: id }));
    const [, other] = charts.map(chart => new Workload(chart, 'web', { pods: Pods.labeled({ app: 'web' }) }));
    other.allowFrom(Peer.cidr('203.0.113.0/24'), Port.http());
    const peers = () =>
      (
        ApiObject.of(other).toJson() as { readonly spec: { readonly ingress: readonly { readonly from: object[] }[] } }
      ).spec.ingress.flatMap(({ from }) => from);
    return { app, chart: charts[0], other, peers };
  }

  it('says what it is told after that, as often as somebody asks', () => {
    const { chart, other, peers } = twoCharts();
    Testing.synth(chart);
    other.allowFrom(Peer.cidr('198.51.100.0/24'), Port.http());
    const both = [block('198.51.100.0/24'), block('203.0.113.0/24')];
    expect([peers(), peers()]).toEqual([both, both]);
  });

  it('does so where the synthesis fails', () => {
    const { app, other, peers } = twoCharts();
    app.node.addValidation({ validate: () => ['broken'] });
    expect(() => app.synthYaml()).toThrow('broken');
    other.allowFrom(Peer.cidr('198.51.100.0/24'), Port.http());
    expect(peers()).toEqual([block('198.51.100.0/24'), block('203.0.113.0/24')]);
  });
});

describe("a port's name", () => {
  const http = (containerPort: number) => [{ name: 'http', containerPort }];

  function served() {
    const chart = testChart();
    const deployment = new Deployment(chart, 'api', []);
    const api = new Workload(chart, 'policy', { pods: Pods.labeled({ app: 'api' }), ports: [Port.named('http')] });
    api.allowFrom(Peer.ingressNginx());
    return {
      set: (port: number) => deployment.ports.splice(0, 1, ...http(port)),
      written: () => policiesOf(chart)[0].spec?.ingress?.[0]?.ports?.[0]?.port,
      guaranteed: () => api.guarantee.opens[0].ports[0].first,
      asked: () => (ApiObject.of(api).toJson() as typeof chart & Policy).spec.ingress[0].ports[0].port,
    };
  }

  interface Policy {
    readonly spec: { readonly ingress: readonly { readonly ports: readonly { readonly port: number }[] }[] };
  }

  it('is the number that containers have by now, in each synthesis and whenever somebody asks', () => {
    const { set, written, guaranteed, asked } = served();
    set(1);
    expect([guaranteed(), asked(), written()]).toEqual([1, 1, 1]);
    set(2);
    expect([guaranteed(), asked()]).toEqual([2, 2]);
    set(3);
    expect(written()).toBe(3);
    set(4);
    expect([asked(), guaranteed(), written()]).toEqual([4, 4, 4]);
  });
});
