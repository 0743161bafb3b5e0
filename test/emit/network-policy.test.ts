import { IpBlock } from '../../src/model/ip-block';
import { LabelSelector } from '../../src/model/label-selector';
import { Anywhere, PeerTerm } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { PlannedPolicy, Rule } from '../../src/model/policy';
import { Port } from '../../src/model/port';
import { Protocol } from '../../src/model/protocol';
import { refusalOf } from '../refusal';
import { manifestOf } from './manifest-of';

const policy: PlannedPolicy = { name: 'web', namespace: 'shop', podSelector: LabelSelector.everything() };

const rule = (peer: PeerTerm, ...ports: Port[]) => new Rule([peer], ports);

const specOf = (part: Partial<PlannedPolicy>) => manifestOf({ ...policy, ...part }).spec;

describe('a policy, as it is written', () => {
  it('says which one it is', () => {
    expect(manifestOf({ ...policy, ingress: [], annotations: { a: 'b' } })).toEqual({
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { annotations: { a: 'b' }, name: 'web', namespace: 'shop' },
      spec: { podSelector: {}, policyTypes: ['Ingress'] },
    });
    expect(manifestOf({ ...policy, namespace: undefined }).metadata).toEqual({ name: 'web' });
  });

  it('says for which directions it isolates, also where it allows nothing', () => {
    const any = [rule(Anywhere.INSTANCE, Port.all())];
    expect(specOf({ ingress: [] })).toEqual({ podSelector: {}, policyTypes: ['Ingress'] });
    expect(specOf({ egress: [] })).toEqual({ podSelector: {}, policyTypes: ['Egress'] });
    expect(specOf({ egress: any })).toEqual({ egress: [{}], podSelector: {}, policyTypes: ['Egress'] });
    expect(specOf({ ingress: any, egress: [] })).toEqual({
      ingress: [{}],
      podSelector: {},
      policyTypes: ['Ingress', 'Egress'],
    });
  });

  it.each([
    [Port.tcp(80), { port: 80, protocol: 'TCP' }],
    [Port.tcp(80, 90), { endPort: 90, port: 80, protocol: 'TCP' }],
    [Port.named('http'), { port: 'http', protocol: 'TCP' }],
    [Port.named('dns', Protocol.UDP), { port: 'dns', protocol: 'UDP' }],
    [Port.allSctp(), { protocol: 'SCTP' }],
    [Port.udp(1, 65535), { protocol: 'UDP' }],
  ])('writes the port %s', (port, manifest) => {
    expect(specOf({ ingress: [rule(Anywhere.INSTANCE, port)] }).ingress).toEqual([{ ports: [manifest] }]);
    expect(specOf({ egress: [rule(Anywhere.INSTANCE, port)] }).egress).toEqual([{ ports: [manifest] }]);
  });

  it.each([
    [Pods.all().inNamespace('shop'), { podSelector: {} }],
    [Pods.labeled({ a: 'b' }).inNamespace('shop'), { podSelector: { matchLabels: { a: 'b' } } }],
    [Pods.all().inNamespace('pay'), { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'pay' } } }],
    [Pods.any(), { namespaceSelector: {} }],
    [Pods.labeled({ a: 'b' }).inAnyNamespace(), { namespaceSelector: {}, podSelector: { matchLabels: { a: 'b' } } }],
    [Pods.all().inNamespaces({ team: 'a' }), { namespaceSelector: { matchLabels: { team: 'a' } } }],
    [IpBlock.of('10.0.0.0/8'), { ipBlock: { cidr: '10.0.0.0/8' } }],
    [IpBlock.of('10.0.0.0/8', '10.1.0.0/16'), { ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }],
  ])('writes the peer %s', (peer, manifest) => {
    expect(specOf({ ingress: [rule(peer, Port.all())] }).ingress).toEqual([{ from: [manifest] }]);
    expect(specOf({ egress: [rule(peer, Port.all())] }).egress).toEqual([{ to: [manifest] }]);
  });

  it('names the namespace of pods where its own is left open', () => {
    const peers = [Pods.all(), Pods.all().inNamespace('shop')].map(peer => rule(peer, Port.all()));
    expect(specOf({ namespace: undefined, ingress: peers }).ingress).toEqual([
      {
        from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'shop' } } }, { podSelector: {} }],
      },
    ]);
  });

  it('refuses a peer that it does not know, rather than letting everyone in', () => {
    class Stranger extends PeerTerm {
      toString(): string {
        return 'a stranger';
      }
    }
    expect(refusalOf(() => specOf({ ingress: [rule(new Stranger(), Port.all())] }))).toMatchObject({ code: 'peer' });
  });

  it('is a copy: what becomes of it changes nothing', () => {
    const podSelector = LabelSelector.labeled({ app: 'web' });
    const first = specOf({ podSelector });
    Object.assign(first.podSelector.matchLabels ?? {}, { app: 'db' });
    expect(specOf({ podSelector }).podSelector).toEqual({ matchLabels: { app: 'web' } });
  });
});
