import fc from 'fast-check';
import { AllowDns, Dns, Pods } from '../../src';
import { groupOf, optional } from '../arbitraries/fields';
import { groupSketch } from '../arbitraries/pods';
import { dnsOf, resolversSketch } from '../arbitraries/resolvers';
import { specimenOf } from '../arbitraries/usage';

export const specimen = specimenOf({
  construct: AllowDns,
  full: { pods: Pods.labeled({ app: 'web' }), dns: [Dns.kubeDns()] },
  says: [
    'pods app=web in namespace shop: isolated for egress',
    'pods app=web in namespace shop -> pods k8s-app=kube-dns in namespace kube-system: UDP 53, TCP 53',
  ],
  refuses: [['no resolver', { dns: [] }, 'dns: the list is empty; leave it out for Dns.kubeDns() [empty-list]']],
  sketch: fc.record({ pods: optional(groupSketch), dns: optional(resolversSketch) }),
  propsOf: sketch => ({ pods: sketch.pods && groupOf(sketch.pods, sketch), dns: sketch.dns?.map(dnsOf) }),
  required: /^$/,
});
