import { Chart } from 'cdk8s';
import {
  AllowDns,
  DefaultDeny,
  Direction,
  Dns,
  ExternalEgress,
  MonitoringAccess,
  NetworkPolicy,
  Peer,
  Pods,
  Port,
  ThreeTierApp,
} from '../../src';

const rule = { ports: [Port.http()] };

const tier = (name: string) => ({ pods: Pods.labeled({ tier: name }), ports: [Port.http()] });

const common = {
  name: 'a',
  namespace: 'shop',
  namespaceAgnostic: false,
  description: 'a',
  owner: 'a',
  lastReviewed: '2026-11-21',
};

/** A construct with every field that it has. */
export interface FullProps {
  readonly construct: new (chart: Chart, id: string, props: never) => unknown;
  readonly props: object;
  /** Whether it may be made without any. */
  readonly takesNone: boolean;
}

/** Every construct. */
export const FULL_PROPS: readonly FullProps[] = [
  { construct: DefaultDeny, takesNone: true, props: { ...common, pods: Pods.all(), directions: [Direction.INGRESS] } },
  { construct: AllowDns, takesNone: true, props: { ...common, pods: Pods.all(), dns: [Dns.kubeDns()] } },
  {
    construct: ExternalEgress,
    takesNone: false,
    props: { ...common, ...rule, pods: Pods.all(), to: [Peer.internet()], allowMetadata: ['169.254.169.254'] },
  },
  {
    construct: MonitoringAccess,
    takesNone: false,
    props: { ...common, ...rule, pods: Pods.all(), from: [Peer.prometheus()] },
  },
  {
    construct: NetworkPolicy,
    takesNone: false,
    props: {
      ...common,
      pods: Pods.all(),
      ingress: [{ ...rule, from: [Pods.all()] }],
      egress: [{ ...rule, to: [Pods.all()] }],
    },
  },
  {
    construct: ThreeTierApp,
    takesNone: false,
    props: {
      ...common,
      frontend: { ...tier('f'), from: [Peer.anywhere()] },
      backend: tier('b'),
      database: { pods: Pods.labeled({ tier: 'd' }), port: Port.http() },
      dns: [Dns.kubeDns()],
      withoutDns: false,
      externalApis: [{ ...rule, to: [Peer.internet()] }],
      monitoring: { ...rule, from: [Peer.prometheus()] },
    },
  },
];
