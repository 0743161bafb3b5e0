/** What all programs begin with. */
export const HEAD = `import * as k8s from '@pulumi/kubernetes';
import * as pulumi from '@pulumi/pulumi';
import { AllowDns, AllowFrom, DefaultDeny, Expectation, NetworkExpectations, Peer, Pods, Port } from 'netpol/pulumi';

/** An Output that comes while the program waits for it. */
const later = (value: unknown) => pulumi.output(new Promise(resolve => setImmediate(resolve, value))) as never;
const web = Pods.labeled({ app: 'web' });
const rule = { namespace: 'shop', pods: web, from: [Peer.anyPod()], ports: [Port.http()] };
`;

/** A program that is refused, and all that the user is told. */
export interface Refused {
  readonly what: string;
  readonly program: string;
  /** The component, as Pulumi writes it. */
  readonly on: string;
  readonly said: string;
  /** Policies that are written all the same: they say what is right by itself. */
  readonly written?: readonly string[];
}

/** The component that most of them have, as Pulumi writes it. */
export const WEB = 'netpol:index:AllowFrom (web)';

/** One for each way in which a value can be wrong. */
export const REFUSED: readonly Refused[] = [
  {
    what: 'an Output that becomes an empty list',
    program: `new AllowFrom('web', { ...rule, from: later([]) });`,
    on: WEB,
    said: "AllowFrom 'web' > from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]",
  },
  {
    what: 'an Output that becomes undefined',
    program: `new AllowFrom('web', { ...rule, namespace: later(undefined) });`,
    on: WEB,
    said: "AllowFrom 'web' > namespace: an Output became undefined; give it a value, or leave it out [missing]",
  },
  {
    what: 'an Output that becomes a block with host bits',
    program: `new AllowFrom('web', { ...rule, from: [Peer.cidr(later('10.0.0.1/8'))] });`,
    on: WEB,
    said: "AllowFrom 'web' > from[0] > Peer.cidr: '10.0.0.1/8' has bits set beyond the prefix length; did you mean '10.0.0.0/8' or '10.0.0.1/32'? [cidr]",
  },
  {
    what: 'an Output that becomes a number where a name belongs',
    program: `new AllowFrom('web', { ...rule, namespace: later(7) });`,
    on: WEB,
    said: "AllowFrom 'web' > namespace: 7 does not fit; give a string [wrong-type]",
  },
  {
    what: 'a promise that is rejected',
    program: `new AllowFrom('web', { ...rule, namespace: Promise.reject(new Error('no such secret')) });`,
    on: WEB,
    said: "AllowFrom 'web' > namespace: there is no value: no such secret; see why the Output or Promise failed [missing]",
  },
  {
    what: 'an Output that becomes an empty list, where others depend on the component',
    program: `
      const dependsOn = new AllowFrom('web', { ...rule, from: later([]) });
      new k8s.core.v1.ConfigMap('after', { metadata: { name: 'after', namespace: 'shop' } }, { dependsOn });`,
    on: WEB,
    said: "AllowFrom 'web' > from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]",
  },
  {
    what: 'a list that is empty in the program itself',
    program: `new AllowFrom('web', { ...rule, from: [] });`,
    on: WEB,
    said: "AllowFrom 'web' > from: the list is empty; give the peers; everyone is Peer.anywhere() [empty-list]",
  },
  {
    what: 'a Deployment without labels',
    program: `
      const spec = { selector: { matchLabels: { app: 'web' } }, template: { spec: { containers: [{ name: 'web' }] } } };
      const pods = new k8s.apps.v1.Deployment('web', { metadata: { name: 'web', namespace: 'shop' }, spec });
      new AllowFrom('web', { ...rule, pods });`,
    on: WEB,
    said: "AllowFrom 'web' > pods: Deployment 'web' gives its pods no labels, so no policy can name them; put labels on its pod template [empty-labels]",
  },
  {
    what: 'two policies of one name in a namespace',
    program: `
      new DefaultDeny('deny', { namespace: 'shop', name: 'web' });
      new AllowDns('dns', { namespace: later('shop'), name: 'web' });`,
    on: 'netpol:index:AllowDns (dns)',
    said: "AllowDns 'dns' > name: DefaultDeny 'deny' writes a policy 'web' in the same namespace; give one of them another id or name [duplicate-name]",
    written: ['deny'],
  },
  {
    what: 'two policies of one name in the cluster of one provider',
    program: `
      const provider = new k8s.Provider('production');
      const team = new pulumi.ComponentResource('team:index:Team', 'team', {}, { provider });
      new DefaultDeny('deny', { namespace: 'shop', name: 'web' }, { parent: team });
      new AllowDns('dns', { namespace: 'shop', name: 'web' }, { provider });`,
    on: 'netpol:index:AllowDns (dns)',
    said: "AllowDns 'dns' > name: DefaultDeny 'deny' writes a policy 'web' in the same namespace; give one of them another id or name [duplicate-name]",
    written: ['deny'],
  },
];
