import { Cidr } from '../../model/cidr';
import { IpBlock } from '../../model/ip-block';
import { PeerTerm } from '../../model/peer';
import { UndecidablePeer } from '../../model/undecidable-peer';
import { Field } from '../field';
import { readNamespaces, readPods } from './admin-pods';
import { ListRule, onlyField, setOfTexts } from './schema-rules';
import { allRead, readSelector } from './selector';

export const INGRESS_PEERS: ReadonlySet<string> = new Set(['namespaces', 'pods']);

/** Peers that have addresses and no ports by name. */
export const OUTSIDE_PEERS: ReadonlySet<string> = new Set(['networks', 'nodes', 'domainNames']);

const NETWORKS: ListRule = { least: 1, most: 25, of: 'networks' };
const DOMAIN_NAMES: ListRule = { least: 1, most: 25, of: 'domain names' };

/** Most characters of a network. */
const LONGEST_NETWORK = 43;

/** The pattern of the CustomResourceDefinition, to the letter. */
const DOMAIN_NAME = /^(\*\.)?([a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.)+[a-zA-z0-9]([-a-zA-Z0-9_]*[a-zA-Z0-9])?\.?$/;

/** How a kind of policy writes peers. */
export interface PeerStyle {
  /** The fields of which each peer has one. */
  readonly kinds: ReadonlySet<string>;
  /** Whether `pods` has to say its namespaces. */
  readonly needsNamespaces: boolean;
}

/** A peer of an administrator's rule: one entry of the model for each network and name. */
export function readAdminPeer(item: Field, { kinds, needsNamespaces }: PeerStyle): PeerTerm[] | undefined {
  const [kind, field] = onlyField(item, kinds) ?? [];
  if (field === undefined) return undefined;
  switch (kind) {
    case 'namespaces':
      return alone(readNamespaces(field));
    case 'pods':
      return alone(readPods(field, needsNamespaces));
    case 'networks':
      return allRead(setOfTexts(field, NETWORKS).map(readNetwork));
    case 'nodes':
      return alone(readNodes(field));
    default:
      return allRead(setOfTexts(field, DOMAIN_NAMES).map(readDomainName));
  }
}

function alone<T>(term: T | undefined): T[] | undefined {
  return term && [term];
}

/** Host bits are no error here, and cut off. */
function readNetwork(field: Field): IpBlock | undefined {
  const text = field.text();
  if (text === undefined) return undefined;
  if (text.length > LONGEST_NETWORK) {
    field.refuse(`the network has ${text.length} characters`, `write it with at most ${LONGEST_NETWORK}`);
    return undefined;
  }
  return field.attempt(() => IpBlock._except(Cidr._of(text, ['host bits']), []));
}

function readNodes(field: Field): PeerTerm | undefined {
  const selector = readSelector(field);
  return selector && new UndecidablePeer(selector.selectsEverything ? 'all nodes' : `nodes ${selector}`);
}

function readDomainName(field: Field): PeerTerm | undefined {
  const name = field.textBy(text => (DOMAIN_NAME.test(text) ? undefined : 'is none'), 'domain name');
  return name === undefined ? undefined : new UndecidablePeer(`domain name ${name}`);
}
