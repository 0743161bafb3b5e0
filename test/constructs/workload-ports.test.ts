import { ApiObject, Chart } from 'cdk8s';
import { Pods, Port, Workload } from '../../src';
import { refusalOf } from '../refusal';
import { policiesOf, testChart } from './synth';

describe('the ports of a Workload', () => {
  const PORTS = [
    { containerPort: 8080, name: 'http' },
    { containerPort: 53, protocol: 'UDP' },
  ];

  const deployment = (
    chart: Chart,
    { id, ports, labels = { app: id } }: { id: string; ports: object[]; labels?: object },
  ) =>
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
