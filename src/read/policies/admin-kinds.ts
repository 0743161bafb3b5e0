import { AdminAction, AdminPolicy } from '../../model/admin-policy';
import { Field } from '../field';
import { INGRESS_PEERS, OUTSIDE_PEERS } from './admin-peer';
import { AdminStyle } from './admin-policy';
import { readAdminPort, readProtocolMatch } from './admin-port';
import { numberWithin } from './schema-rules';

const PRIORITY = { first: 0, last: 1000 };

/** The fields of CustomResourceDefinition of network-policy-api v0.2.0, experimental channel. */
export const CLUSTER_NETWORK_POLICY: AdminStyle = {
  kind: 'ClusterNetworkPolicy',
  specFields: new Set(['egress', 'ingress', 'priority', 'subject', 'tier']),
  most: 25,
  actions: new Map<string, AdminAction>([
    ['Accept', 'Accept'],
    ['Deny', 'Deny'],
    ['Pass', 'Pass'],
  ]),
  needsNamespaces: false,
  ingressPeers: INGRESS_PEERS,
  egressPeers: new Set([...INGRESS_PEERS, ...OUTSIDE_PEERS]),
  ports: 'protocols',
  namedPort: 'destinationNamedPort',
  readPorts: readProtocolMatch,
  rank: spec => rankOf(readTier(spec.get('tier')), readPriority(spec)),
};

/** Of network-policy-api v0.1.8, experimental channel. */
export const ADMIN_NETWORK_POLICY: AdminStyle = {
  kind: 'AdminNetworkPolicy',
  specFields: new Set(['egress', 'ingress', 'priority', 'subject']),
  most: 100,
  actions: new Map<string, AdminAction>([
    ['Allow', 'Accept'],
    ['Deny', 'Deny'],
    ['Pass', 'Pass'],
  ]),
  needsNamespaces: true,
  ingressPeers: INGRESS_PEERS,
  egressPeers: CLUSTER_NETWORK_POLICY.egressPeers,
  ports: 'ports',
  namedPort: 'namedPort',
  readPorts: readAdminPort,
  rank: spec => rankOf('Admin', readPriority(spec)),
};

/** There is only one in a cluster, named `default`, after everything else. */
export const BASELINE_ADMIN_NETWORK_POLICY: AdminStyle = {
  ...ADMIN_NETWORK_POLICY,
  kind: 'BaselineAdminNetworkPolicy',
  specFields: new Set(['egress', 'ingress', 'subject']),
  actions: new Map<string, AdminAction>([
    ['Allow', 'Accept'],
    ['Deny', 'Deny'],
  ]),
  egressPeers: new Set([...INGRESS_PEERS, 'networks', 'nodes']),
  rank: () => rankOf('Baseline', 0),
};

function rankOf(tier: AdminPolicy['tier'] | undefined, priority: number | undefined) {
  return tier === undefined || priority === undefined ? undefined : { tier, priority };
}

function readPriority(spec: Field): number | undefined {
  return numberWithin(spec.get('priority'), PRIORITY.first, PRIORITY.last);
}

function readTier(field: Field): AdminPolicy['tier'] | undefined {
  field.require('Admin or Baseline');
  const tier = field.text();
  if (tier === undefined || tier === 'Admin' || tier === 'Baseline') return tier;
  field.refuse(`there is no tier '${tier}'`, 'use Admin or Baseline');
  return undefined;
}
