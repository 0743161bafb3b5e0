import { Guarantee, Mesh, Port, Workload as Cdk8sWorkload } from '../../src';
import { Workload } from '../../src/pulumi';
import { testChart } from '../constructs/synth';
import { tier } from '../constructs/told-shop';
import { run } from './program';

describe('a Workload of netpol/pulumi', () => {
  it.each([
    ['no mesh', undefined],
    ['Linkerd', Mesh.linkerd()],
    ["Istio's ambient mode", Mesh.istioAmbient()],
  ])('guarantees each thing once, in the order of the one of cdk8s: in %s', async (_, mesh) => {
    const peers = [tier('x'), tier('x').inNamespace('shop'), tier('a')];
    const tell = (told: Pick<Cdk8sWorkload, 'allowTo' | 'allowFrom'>) => {
      told.allowTo(peers[0], Port.https());
      for (const peer of peers) told.allowFrom(peer, Port.http());
      told.allowFrom(peers[1], [Port.https(), Port.http()]);
    };
    const twin = new Cdk8sWorkload(testChart(), 'web', { pods: tier('web'), mesh });
    tell(twin);
    let lines: string[] = [];
    await run(() => {
      const web = new Workload('web', { namespace: 'shop', pods: tier('web'), mesh });
      tell(web);
      web.guarantee.apply(given => (lines = inWords(given)));
    });
    expect(lines).toEqual(inWords(twin.guarantee));
    expect([...new Set(lines)]).toEqual(lines);
    expect(lines.length).toBeGreaterThan(3);
  });
});

function inWords({ opens }: Guarantee): string[] {
  return opens.map(({ from, to, ports, ends }) => `${ends.join()} ${from.join()} -> ${to.join()}: ${ports.join()}`);
}
