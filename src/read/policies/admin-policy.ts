import { AdminAction, AdminPolicy, AdminRule } from '../../model/admin-policy';
import { Port } from '../../model/port';
import { Field } from '../field';
import { Metadata } from '../metadata';
import { OUTSIDE_PEERS, PeerStyle, readAdminPeer } from './admin-peer';
import { readSubject } from './admin-pods';
import { listItems } from './schema-rules';
import { allRead } from './selector';

/** Most characters of a rule's name. */
const LONGEST_NAME = 100;

const EVERY_PORT = [Port.all()];

/** How a kind of administrator's policy is written. */
export interface AdminStyle {
  readonly kind: string;
  readonly specFields: ReadonlySet<string>;
  /** Most rules a direction, and most peers and ports a rule. */
  readonly most: number;
  /** What its actions mean, by its own words. */
  readonly actions: ReadonlyMap<string, AdminAction>;
  readonly needsNamespaces: boolean;
  readonly ingressPeers: ReadonlySet<string>;
  readonly egressPeers: ReadonlySet<string>;
  /** The field that narrows a rule to ports, its entries' reader and the field of a named port. */
  readonly ports: 'ports' | 'protocols';
  readonly namedPort: string;
  readonly readPorts: (item: Field) => Port[] | undefined;
  /** What the whole policy ranks as. */
  readonly rank: (spec: Field) => Pick<AdminPolicy, 'tier' | 'priority'> | undefined;
}

/** An administrator's policy of any kind. */
export function readAdminPolicy(object: Field, { name }: Metadata, style: AdminStyle): AdminPolicy | undefined {
  object.get('spec').require('spec');
  const spec = object.get('spec').struct(style.specFields);
  const rank = style.rank(spec);
  const subject = readSubject(spec.get('subject'), style.needsNamespaces);
  const ingress = readRules(spec.get('ingress'), 'from', style);
  const egress = readRules(spec.get('egress'), 'to', style);
  if (rank === undefined || subject === undefined || ingress === undefined || egress === undefined) return undefined;
  return { kind: style.kind, name, ...rank, subject, ingress, egress };
}

function readRules(field: Field, peersKey: 'from' | 'to', style: AdminStyle): AdminRule[] | undefined {
  const rules = listItems(field, { least: 0, most: style.most, of: 'rules' });
  return allRead(rules.map(rule => readRule(rule, peersKey, style)));
}

function readRule(item: Field, peersKey: 'from' | 'to', style: AdminStyle): AdminRule | undefined {
  const rule = item.struct(new Set(['action', 'name', peersKey, style.ports]));
  const name = readRuleName(rule.get('name'));
  const action = readAction(rule.get('action'), style.actions);
  const peers = readPeers(rule.get(peersKey), peersKey, style);
  const ports = readPorts(rule.get(style.ports), style);
  if (peersKey === 'to') checkNamedPorts(rule, style);
  if (action === undefined || peers === undefined || ports === undefined) return undefined;
  return { name, action, peers: peers.flat(), ports: ports.flat() };
}

function readRuleName(field: Field): string | undefined {
  const tooLong = (text: string) => [...text].length > LONGEST_NAME;
  return field.textBy(text => (tooLong(text) ? `has more than ${LONGEST_NAME} characters` : undefined), 'name');
}

function readAction(field: Field, actions: AdminStyle['actions']): AdminAction | undefined {
  const words = [...actions.keys()].join(', ');
  field.require(`one of ${words}`);
  const word = field.textBy(text => (actions.has(text) ? undefined : `is none of ${words}`), 'action');
  return word === undefined ? undefined : actions.get(word);
}

function readPeers(field: Field, peersKey: 'from' | 'to', style: AdminStyle) {
  const kinds = peersKey === 'from' ? style.ingressPeers : style.egressPeers;
  const peerStyle: PeerStyle = { kinds, needsNamespaces: style.needsNamespaces };
  const items = listItems(field, { least: 1, most: style.most, of: 'peers' });
  return allRead(items.map(item => readAdminPeer(item, peerStyle)));
}

/** Every port where the list is left out; an empty one is an error. */
function readPorts(field: Field, style: AdminStyle): Port[][] | undefined {
  if (!field.isPresent) return [EVERY_PORT];
  return allRead(listItems(field, { least: 1, most: style.most, of: style.ports }).map(style.readPorts));
}

function checkNamedPorts(rule: Field, { ports, namedPort }: AdminStyle): void {
  const isOutside = (peer: Field) => [...OUTSIDE_PEERS].some(kind => peer.get(kind).isPresent);
  const isNamed = (port: Field) => port.get(namedPort).isPresent;
  if (!rule.get('to').items().some(isOutside) || !rule.get(ports).items().some(isNamed)) return;
  rule.refuse(
    `${namedPort} stands beside networks, nodes or domain names, which name no ports`,
    'make two rules of it',
  );
}
