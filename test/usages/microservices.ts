import fc from 'fast-check';
import { Dns, Microservice, Microservices, Peer, Pods, Port } from '../../src';
import {
  dnsOptionsOf,
  dnsOptionsSketch,
  egressOf,
  ingressOf,
  optional,
  outsideSketch,
  ruleSketch,
} from '../arbitraries/fields';
import { peersOf, peersSketch, portsSketch } from '../arbitraries/peers';
import { portOf } from '../arbitraries/ports';
import { roleOf, roleSketch } from '../arbitraries/roles';
import { specimenOf } from '../arbitraries/usage';

const serviceSketch = (role: string) =>
  fc.record({
    pods: roleSketch(role),
    ports: portsSketch,
    calls: optional(fc.subarray(['a', 'b', 'c'], { minLength: 1 })),
    from: optional(peersSketch),
    to: optional(outsideSketch),
  });

const web = Pods.labeled({ app: 'web' });

const checkout = Pods.labeled({ app: 'checkout' });

const full = {
  services: {
    web: {
      pods: web,
      port: Port.tcp(8080),
      from: [Peer.ingressNginx()],
      calls: ['checkout'],
      to: [{ to: [Peer.cidr('203.0.113.0/24')], ports: [Port.https()] }],
    },
    checkout: { pods: checkout, ports: [Port.tcp(5050), Port.tcp(5051)], calls: ['web'] },
  },
  monitoring: { from: [Peer.prometheus()], ports: [Port.tcp(9090)] },
  dns: [Dns.kubeDns()],
  withoutDns: false,
};

const withWeb = (more: object) => ({ services: { ...full.services, web: { ...full.services.web, ...more } } });

export const specimen = specimenOf({
  construct: Microservices,
  full: full,
  says: [
    'pods app=checkout in namespace shop: isolated for ingress and egress',
    'pods app=web in namespace shop: isolated for ingress and egress',
    'pods app.kubernetes.io/component=controller,app.kubernetes.io/name=ingress-nginx in namespace ingress-nginx -> pods app=web in namespace shop: TCP 8080',
    'pods app.kubernetes.io/name=prometheus in namespace monitoring -> pods app=checkout in namespace shop: TCP 9090',
    'pods app.kubernetes.io/name=prometheus in namespace monitoring -> pods app=web in namespace shop: TCP 9090',
    'pods app=checkout in namespace shop -> pods app=web in namespace shop: TCP 8080',
    'pods app=checkout in namespace shop -> pods k8s-app=kube-dns in namespace kube-system: UDP 53, TCP 53',
    'pods app=web in namespace shop -> 203.0.113.0/24: TCP 443',
    'pods app=web in namespace shop -> pods app=checkout in namespace shop: TCP 5050, TCP 5051',
    'pods app=web in namespace shop -> pods k8s-app=kube-dns in namespace kube-system: UDP 53, TCP 53',
  ],
  refuses: [
    ['no services', { services: {} }, 'services: there are no entries; name the services [empty-list]'],
    [
      'a call to nobody, with the name that was meant',
      withWeb({ calls: ['checkot'] }),
      "services.web.calls[0]: there is no service 'checkot'; did you mean 'checkout'? [unknown-service]",
    ],
    [
      'a call to what every object has',
      withWeb({ calls: ['toString'] }),
      "services.web.calls[0]: there is no service 'toString'; use one of checkout, web [unknown-service]",
    ],
    [
      'a call to what serves nobody',
      { services: { a: { pods: web, calls: ['b'] }, b: { pods: checkout } } },
      'services.b.port: is missing; give port or ports; every port is Port.all() [missing]',
    ],
    [
      'a name that no policy can have',
      { services: { Web_1: { pods: web } } },
      "services.Web_1: service name 'Web_1' must be lower-case letters, digits and '-', with a letter or digit at both ends; the policy is named after it: use a name such as web [name]",
    ],
    [
      'the same pods twice',
      { services: { a: { pods: web }, b: { pods: web } } },
      'services.a.pods: pods app=web in namespace shop are also selected by services.b.pods (pods app=web in namespace shop), which would give them what both are allowed; give each its own labels [overlap]',
    ],
    [
      'calls that are no list',
      withWeb({ calls: [] }),
      'services.web.calls: the list is empty; leave it out [empty-list]',
    ],
    [
      'port and ports',
      withWeb({ port: Port.http(), ports: [Port.http()] }),
      'services.web.ports: port and ports are both given; put every port into ports [conflict]',
    ],
  ],
  sketch: fc.record({
    services: fc.record({ a: serviceSketch('a'), b: serviceSketch('b'), c: serviceSketch('c') }),
    monitoring: optional(ruleSketch),
    dns: dnsOptionsSketch,
  }),
  propsOf: sketch => ({
    services: Object.fromEntries(
      Object.entries(sketch.services).map(([name, each]): [string, Microservice] => [
        name,
        {
          pods: roleOf(each.pods, sketch),
          ports: each.ports.map(portOf),
          calls: each.calls,
          from: each.from && peersOf(each.from),
          to: each.to?.map(egressOf),
        },
      ]),
    ),
    monitoring: sketch.monitoring && ingressOf(sketch.monitoring),
    ...dnsOptionsOf(sketch.dns),
  }),
  required: /^services$|^services\.\w$|^services\.\w\.pods$|^(services\.\w\.to\.\d+|monitoring)\.(from|to|ports)$/,
});
