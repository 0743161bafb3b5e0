import { METADATA_ADDRESSES } from '../../src/facts/metadata-addresses';
import { Peer } from '../../src/facts/peer';
import { IpBlock } from '../../src/model/ip-block';
import { IPeer } from '../../src/model/peer';
import { Block, block, contains } from '../address/block';
import { refusalOf } from '../refusal';

/** IANA's special-purpose, multicast and reserved ranges, written down once more, and platforms in public space. */
const NOT_INTERNET_IPV4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '233.252.0.0/24', '240.0.0.0/4', '255.255.255.255/32'],
  ...['161.26.0.0/16', '166.8.0.0/14', '168.63.129.16/32', '183.60.82.98/32', '183.60.83.19/32', '192.80.8.124/32'],
];

const NOT_INTERNET_IPV6 = [
  ...['::/128', '::1/128', '::ffff:0:0/96', '64:ff9b::/96', '64:ff9b:1::/48', '100::/64', '100:0:0:1::/64'],
  ...['2001::/23', '2001::/32', '2001:2::/48', '2001:10::/28', '2001:20::/28', '2001:30::/28', '2001:db8::/32'],
  ...['2002::/16', '3ffe::/16', '3fff::/20', '5f00::/16', 'fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8'],
];

const INTERNET = [
  ...['1.1.1.1', '8.8.8.8', '9.9.9.9', '9.255.255.255', '11.0.0.0', '100.63.255.255', '100.128.0.0', '126.255.255.255'],
  ...['128.0.0.0', '172.15.255.255', '172.32.0.0', '192.31.196.1', '192.52.193.1', '192.175.48.1', '192.167.255.255'],
  ...[
    '192.169.0.0',
    '198.17.255.255',
    '198.20.0.0',
    '199.36.153.8',
    '223.255.255.255',
    '168.63.129.15',
    '168.63.129.17',
  ],
  ...['2606:4700::1111', '2001:4860:4860::8888', '2001:200::', '2620:4f:8000::1', '2a00::1', '2000::', '3fff:1000::'],
];

describe('Peer.internet()', () => {
  const internet = Peer.internet();

  it.each([...NOT_INTERNET_IPV4, ...NOT_INTERNET_IPV6])('has no address of %s', range => {
    expect(sharesAddress(internet, block(range))).toBe(false);
  });

  it.each(METADATA_ADDRESSES.map(({ address }) => address))('does not have the metadata address %s', address => {
    expect(sharesAddress(internet, block(address))).toBe(false);
  });

  it.each(INTERNET)('has %s', address => expect(sharesAddress(internet, block(address))).toBe(true));

  it('leaves out nothing else', () => {
    const known = [...NOT_INTERNET_IPV4, ...NOT_INTERNET_IPV6].map(block);
    const leftOut = termsOf(internet).flatMap(({ except }) => except);
    expect(leftOut.filter(one => !known.some(range => contains(range, one)))).toEqual([]);
    expect(termsOf(internet).map(({ cidr }) => cidr)).toEqual([block('0.0.0.0/0'), block('2000::/3')]);
  });

  it('leaves out the public blocks of the cluster that the user names, of both families', () => {
    const except = ['34.118.224.0/20', '2600:1900::/28'];
    const outside = Peer.internet({ except });
    for (const range of except) expect(sharesAddress(outside, block(range))).toBe(false);
    expect(sharesAddress(outside, block('34.118.240.0'))).toBe(true);
    expect(sharesAddress(outside, block('8.8.8.8'))).toBe(true);
  });

  it.each([
    ['no list', { except: [] }, 'empty-list', 'Peer.internet > except'],
    ['what is no block', { except: ['34.118.224.0/20', 'nodes'] }, 'cidr', 'Peer.internet > except[1]'],
    [
      'a block that leaves nothing',
      { except: ['34.118.224.0/20', '0.0.0.0/0'] },
      'except',
      'Peer.internet > except[1]',
    ],
    ['a block that leaves no IPv6', { except: ['2000::/3'] }, 'except', 'Peer.internet > except[0]'],
    ['text for a flag', { nat64: 'yes' }, 'wrong-type', 'Peer.internet > nat64'],
    ['an unknown option', { ipv6: true }, 'unknown-field', 'Peer.internet > ipv6'],
    ['null', null, 'wrong-type', 'Peer.internet'],
  ])('refuses %s', (_, ...[options, code, path]) => {
    expect(refusalOf(() => Peer.internet(options as never))).toMatchObject({ code, path });
  });
});

describe('Peer.internet() behind NAT64', () => {
  const internet = Peer.internet({ nat64: true, except: ['34.118.224.0/20', '64:ff9b::34.120.0.0/110'] });

  it.each([...NOT_INTERNET_IPV4, '34.118.224.0/20', '34.120.0.0/14'])('has no address of %s', range => {
    const [address, length] = range.split('/');
    expect(sharesAddress(internet, block(`64:ff9b::${address}/${96 + Number(length)}`))).toBe(false);
  });

  it.each(METADATA_ADDRESSES.filter(({ address }) => address.includes('.')))(
    'does not have $address',
    ({ address }) => {
      expect(sharesAddress(internet, block(`64:ff9b::${address}`))).toBe(false);
    },
  );

  it.each(['1.1.1.1', '8.8.8.8', '34.118.240.0'])('has %s', address => {
    expect(sharesAddress(internet, block(`64:ff9b::${address}`))).toBe(true);
    expect(sharesAddress(internet, block(address))).toBe(true);
  });
});

function termsOf(peer: IPeer): { readonly cidr: Block; readonly except: readonly Block[] }[] {
  return peer.toPeers().map(term => {
    if (!(term instanceof IpBlock)) throw new Error(`${term} is no block`);
    return { cidr: block(term.cidr.block), except: term.except.map(each => block(each.block)) };
  });
}

/** Whether a peer has an address of a range; ranges and exceptions are such that an exception covers all of it or none. */
function sharesAddress(peer: IPeer, range: Block): boolean {
  return termsOf(peer).some(({ cidr, except }) => {
    if (!contains(cidr, range) && !contains(range, cidr)) return false;
    return !except.some(one => contains(one, range));
  });
}
