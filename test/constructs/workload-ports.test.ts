import { ApiObject, App, Chart } from 'cdk8s';
import { Platform, Pods, Port, Workload } from '../../src';
import { refusalOf } from '../refusal';
import { chartOn } from './chart-on';
import { policiesOf, testChart } from './synth';

describe('the ports of a Workload', () => {
  const PORTS = [
    { containerPort: 8080, name: 'http' },
    { containerPort: 53, protocol: 'UDP' },
  ];

  interface Made {
    readonly id: string;
    readonly ports: object[];
    readonly labels?: object;
  }

  const deployment = (chart: Chart, { id, ports, labels = { app: id } }: Made) =>
    new ApiObject(chart, id, {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      spec: {
        selector: { matchLabels: labels },
        template: {
          metadata: { labels },
          spec: {
            containers: [{ name: 'a', ports }],
            initContainers: [
              { name: 'sidecar', restartPolicy: 'Always', ports: [{ containerPort: 15021 }] },
              { name: 'migrate', ports: [{ containerPort: 1 }] },
            ],
          },
        },
      },
    });

  const service = (chart: Chart, ports: object[]) =>
    new ApiObject(chart, 'service', { apiVersion: 'v1', kind: 'Service', spec: { selector: { app: 'api' }, ports } });

  function portsFrom(make: (chart: Chart) => Pods, ports?: Port) {
    const chart = testChart();
    new Workload(chart, 'policy', { pods: make(chart) }).allowFrom(Pods.labeled({ app: 'web' }), ports);
    return policiesOf(chart)[0].spec?.ingress?.[0]?.ports;
  }

  it('are those that its containers declare, sidecars too, each with its protocol', () => {
    expect(portsFrom(chart => Pods.of(deployment(chart, { id: 'api', ports: PORTS })))).toEqual([
      { port: 8080, protocol: 'TCP' },
      { port: 15021, protocol: 'TCP' },
      { port: 53, protocol: 'UDP' },
    ]);
  });

  it('are refused where the API server refuses them', () => {
    const refusal = (port: object) =>
      refusalOf(() => portsFrom(chart => Pods.of(deployment(chart, { id: 'api', ports: [port] })))).message;
    expect(refusal({ containerPort: 80, protocol: 'tcp' })).toContain(
      "Deployment 'chart/api': 'tcp' does not fit; give one of TCP, UDP, SCTP",
    );
    expect(refusal({ containerPort: 80, protocol: 'constructor' })).toContain("'constructor' does not fit");
    expect(refusal({ containerPort: 0 })).toContain('port 0 does not exist');
  });

  it('are those that a Service sends to, not its own', () => {
    const ports = [
      { port: 80, targetPort: 8080 },
      { name: 'dns', port: 53, protocol: 'UDP' },
    ];
    expect(portsFrom(chart => Pods.of(service(chart, ports)))).toEqual([
      { port: 8080, protocol: 'TCP' },
      { port: 53, protocol: 'UDP' },
    ]);
  });

  it('are numbers for the names of a Service, where the containers behind it say them, later too', () => {
    expect(
      portsFrom(chart => {
        const pods = Pods.of(service(chart, [{ port: 80, targetPort: 'http' }]));
        deployment(chart, { id: 'api', ports: PORTS });
        deployment(chart, { id: 'other', ports: [{ containerPort: 7, name: 'http' }] });
        return pods;
      }),
    ).toEqual([{ port: 8080, protocol: 'TCP' }]);
  });

  it('keep their names where nobody has them, or pods do not agree', () => {
    const named = [{ port: 'http', protocol: 'TCP' }];
    const pods = (chart: Chart) => Pods.of(service(chart, [{ port: 80, targetPort: 'http' }]));
    expect(portsFrom(pods)).toEqual(named);
    const others = [[{ containerPort: 81, name: 'http' }], [{ containerPort: 81 }]];
    for (const other of others) {
      const found = portsFrom(chart => {
        deployment(chart, { id: 'api', ports: PORTS });
        deployment(chart, { id: 'canary', ports: other, labels: { app: 'api', canary: 'yes' } });
        return pods(chart);
      });
      expect(found).toEqual(named);
    }
  });

  it('keep their names for pods of an object too, where others with its labels do not agree', () => {
    const found = portsFrom(chart => {
      deployment(chart, {
        id: 'canary',
        ports: [{ containerPort: 81, name: 'http' }],
        labels: { app: 'api', at: 'b' },
      });
      return Pods.of(deployment(chart, { id: 'api', ports: PORTS }));
    }, Port.named('http'));
    expect(found).toEqual([{ port: 'http', protocol: 'TCP' }]);
  });

  const egressPorts = (peer: (charts: Record<'open' | 'shop' | 'pay', Chart>) => Pods) => {
    const app = new App();
    const charts = {
      open: new Chart(app, 'open'),
      shop: new Chart(app, 'shop', { namespace: 'shop' }),
      pay: new Chart(app, 'pay', { namespace: 'pay' }),
    };
    new Workload(charts.shop, 'web', { pods: Pods.labeled({ app: 'web' }) }).allowTo(peer(charts), Port.named('http'));
    return policiesOf(charts.shop)[0].spec?.egress?.[0]?.ports?.map(each => each?.port);
  };

  const serving = (containerPort: number) => ({ id: 'api', ports: [{ name: 'http', containerPort }] });

  it('keep their names for pods of namespaces by label: what is in one of them says nothing of the others', () => {
    const ofLabels = egressPorts(({ open, pay }) => {
      deployment(open, serving(8080));
      deployment(pay, serving(9090));
      return Pods.labeled({ app: 'api' }).inAnyNamespace();
    });
    const ofObject = egressPorts(({ open }) => Pods.of(deployment(open, serving(8080))).inAnyNamespace());
    expect([ofLabels, ofObject]).toEqual([['http'], ['http']]);
  });

  it('keep their names for pods of another namespace than that of the object', () =>
    expect(egressPorts(({ pay }) => Pods.of(deployment(pay, serving(8080))).inNamespace('other'))).toEqual(['http']));

  it('are numbers for peers of the own namespace, whether or not they say it', () => {
    const [said, open] = [Pods.labeled({ app: 'api' }).inNamespace('shop'), Pods.labeled({ app: 'api' })].map(pods =>
      egressPorts(({ shop, pay }) => {
        deployment(shop, serving(8080));
        deployment(pay, serving(9090));
        return pods;
      }),
    );
    expect([said, open]).toEqual([[8080], [8080]]);
  });

  it('are one port, whoever says its name and whoever its number', () => {
    const chart = testChart();
    deployment(chart, serving(8080));
    const web = new Workload(chart, 'web', { pods: Pods.labeled({ app: 'web' }) });
    web.allowTo(Pods.labeled({ app: 'api' }), [Port.named('http'), Port.tcp(8080)]);
    web.allowTo(Pods.labeled({ app: 'api' }).inNamespace('shop'), Port.tcp(8080));
    expect(web.guarantee.opens.map(({ ports }) => ports.map(String))).toEqual([['TCP 8080']]);
  });

  it('are refused at the call where the engine misreads them, but for names that may become numbers', () => {
    const web = new Workload(chartOn(Platform.kubernetes().withEngine('weave')), 'web', {
      pods: Pods.labeled({ app: 'web' }),
    });
    const other = Pods.labeled({ app: 'api' });
    expect(refusalOf(() => web.allowFrom(other, Port.tcp(8000, 8100))).code).toBe('engine');
    expect(() => web.allowTo(other, Port.named('http'))).not.toThrow();
  });

  it('that are named to a method are numbers too', () => {
    expect(portsFrom(chart => Pods.of(deployment(chart, { id: 'api', ports: PORTS })), Port.named('http'))).toEqual([
      { port: 8080, protocol: 'TCP' },
    ]);
  });

  it('are refused where there are none, and never every port', () => {
    expect(refusalOf(() => portsFrom(chart => Pods.of(service(chart, [])))).message).toBe(
      "Workload 'chart/policy' > ports: nobody says at which ports pods app=api in namespace shop can be reached; give the ports here, or to the Workload; every port is Port.all() [missing]",
    );
  });
});
