import { JsonPatch } from 'cdk8s';
import { DefaultDeny, MonitoringAccess, Pods, Port } from '../../src';
import { policiesOf, testChart } from './synth';

const shared = { pods: Pods.labeled({ app: 'web' }), ports: [Port.tcp(9090)] };

describe('a JSON patch', () => {
  it('is applied to the rules of its policy, in the order of the calls', () => {
    const chart = testChart();
    const access = new MonitoringAccess(chart, 'metrics', shared);
    access.addJsonPatch(JsonPatch.replace('/spec/ingress/0/ports/0/port', 9091));
    access.addJsonPatch(
      JsonPatch.test('/spec/ingress/0/ports/0/port', 9091),
      JsonPatch.add('/metadata/labels', { a: 'b' }),
    );
    const [policy] = policiesOf(chart);
    expect(policy.spec?.ingress?.[0]?.ports).toEqual([{ port: 9091, protocol: 'TCP' }]);
    expect(policy.metadata).toMatchObject({ labels: { a: 'b' } });
  });

  it('changes no other policy, not even one of the same values, and says the same when it is written again', () => {
    const chart = testChart();
    const patched = new MonitoringAccess(chart, 'a', shared);
    new MonitoringAccess(chart, 'b', shared);
    new DefaultDeny(chart, 'c', { pods: shared.pods });
    const before = policiesOf(chart);
    patched.addJsonPatch(
      JsonPatch.add('/spec/podSelector/matchLabels/app', 'db'),
      JsonPatch.remove('/spec/ingress/0/from/0/podSelector'),
      JsonPatch.add('/spec/ingress/0/ports/0/protocol', 'UDP'),
    );
    const after = policiesOf(chart);
    expect(after[0].spec?.podSelector).toEqual({ matchLabels: { app: 'db' } });
    expect(after.slice(1)).toEqual(before.slice(1));
    expect(policiesOf(chart)).toEqual(after);
    expect(shared.pods.podSelector.matchLabels).toEqual({ app: 'web' });
  });
});
