import { BlockMetadata, BlockMetadataProps, Dns, Platform, PlatformContext } from '../../src';
import { METADATA_ADDRESSES } from '../../src/facts/metadata-addresses';
import { Oracle } from '../oracle/oracle';
import { Reach } from './reach';
import { SAMPLE_CLUSTER } from './sample-cluster';
import { policiesOf, testChart } from './synth';

function policiesWith(props: BlockMetadataProps = {}) {
  const chart = testChart();
  new BlockMetadata(chart, 'no-metadata', props);
  return policiesOf(chart);
}

const [frontend] = SAMPLE_CLUSTER.pods;

/** Whether a pod reaches an address at a TCP port. */
function isReached(props: BlockMetadataProps, ip: string, port = 80): boolean {
  const from = { pod: frontend, ip: frontend.ips[ip.includes(':') ? 1 : 0] };
  return new Oracle(SAMPLE_CLUSTER, policiesWith(props)).isAllowed({ from, to: { ip }, protocol: 'TCP', port });
}

const ADDRESSES = METADATA_ADDRESSES.map(({ address }) => address);

describe('BlockMetadata', () => {
  it.each(ADDRESSES)('keeps pods from %s, with and without a NAT64 translator', address => {
    const translated = address.includes(':') ? address : `64:ff9b::${address}`;
    expect([isReached({}, address), isReached({}, translated)]).toEqual([false, false]);
  });

  it('leaves everything else open: pods, nodes, private and public addresses of both families', () => {
    const reached = new Reach(policiesWith()).from('shop/frontend');
    const others = [
      'pay/backend',
      'kube-system/coredns',
      '1.1.1.1',
      '10.9.9.9',
      '169.254.20.10',
      '2606:4700::1111',
      'fd00::9',
    ];
    expect(reached).toEqual(expect.arrayContaining(others.map(name => `${name} everything`)));
  });

  it.each(ADDRESSES)('leaves %s open where it is named, and no other', address => {
    const open = ADDRESSES.filter(each => isReached({ allowMetadata: [address] }, each));
    expect(open).toEqual([address]);
  });

  it('keeps DNS working where the metadata server answers it, as on GKE with Cloud DNS', () => {
    const props = { dns: [Dns.gkeCloudDns()] };
    expect([53, 80, 988].map(port => isReached(props, '169.254.169.254', port))).toEqual([true, false, false]);
  });

  it('is taken on engines whose blocks never cover pods, and leaves out what they would not match', () => {
    const chart = testChart();
    PlatformContext.set(chart, Platform.gke().withAddresses({ pods: ['10.20.0.0/16'], nodes: ['10.9.0.0/16'] }));
    new BlockMetadata(chart, 'no-metadata');
    const reached = new Reach(policiesOf(chart)).from('shop/frontend');
    expect(reached).toEqual(expect.arrayContaining(['pay/backend everything', '1.1.1.1 everything']));
    expect(reached).not.toContain('10.9.9.9 everything');
  });

  it('isolates for egress alone', () => {
    const reach = new Reach(policiesWith());
    expect([reach.isolated('Ingress'), reach.isolated('Egress').length]).toEqual([[], 4]);
  });
});
