import { Peer } from '../../src/facts/peer';
import { LabelExpression } from '../../src/model/label-expression';
import { refusalOf } from '../refusal';

describe('Peer', () => {
  it.each([
    [Peer.anywhere(), 'anywhere'],
    [Peer.cidr('10.0.0.0/8', '10.1.0.0/16'), '10.0.0.0/8 except 10.1.0.0/16'],
    [Peer.namespace('shop'), 'all pods in namespace shop'],
    [Peer.namespaces({ team: 'a' }, LabelExpression.doesNotExist('dev')), 'all pods in namespaces team=a,!dev'],
    [Peer.anyPod(), 'all pods in any namespace'],
    [Peer.apiServer(['10.96.0.1/32', '192.168.1.2/32']), '10.96.0.1/32 or 192.168.1.2/32'],
  ])('%s', (peer, words) => expect(peer.toPeers().join(' or ')).toBe(words));

  it.each([
    ['no addresses of the API server', () => Peer.apiServer([]), { code: 'empty-list', path: 'Peer.apiServer' }],
    ['an address without length', () => Peer.apiServer(['10.96.0.1']), { code: 'cidr', path: 'Peer.apiServer > [0]' }],
    ['no labels of namespaces', () => Peer.namespaces({}), { code: 'empty-labels' }],
    ['a namespace that cannot be', () => Peer.namespace('Kube_System'), { code: 'namespace' }],
    ['null for a namespace', () => Peer.ingressNginx(null as never), { code: 'wrong-type' }],
    ['no namespace of the prometheus chart', () => Peer.prometheusChart(undefined as never), { code: 'missing' }],
    ['a block with host bits', () => Peer.cidr('10.0.0.5/8'), { code: 'cidr' }],
  ])('refuses %s', (_, make, refusal) => expect(refusalOf(make)).toMatchObject(refusal));
});
