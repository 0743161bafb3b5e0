import { Cidr } from '../../model/cidr';
import { IpBlock } from '../../model/ip-block';
import { LabelSelector } from '../../model/label-selector';
import { PeerTerm } from '../../model/peer';
import { Pods } from '../../model/pods';
import { PolicyError } from '../../model/policy-error';
import { Field } from '../field';
import { allRead, readSelector } from './selector';

const PEER = new Set(['ipBlock', 'namespaceSelector', 'podSelector']);
const IP_BLOCK = new Set(['cidr', 'except']);

/** An entry of `from` or `to` in a NetworkPolicy's rule. */
export function readPeer(item: Field): PeerTerm | undefined {
  const peer = item.struct(PEER);
  const [pods, namespaces, block] = [peer.get('podSelector'), peer.get('namespaceSelector'), peer.get('ipBlock')];
  const term = block.isPresent ? readIpBlock(block) : undefined;
  if (!pods.isPresent && !namespaces.isPresent) {
    if (!block.isPresent && item.hasOnly(PEER)) item.refuse('a peer without fields is nobody', NOBODY);
    return term;
  }
  if (block.isPresent) item.refuse('ipBlock stands beside a selector', 'make two peers of it');
  return readPods(pods, namespaces);
}

const NOBODY = 'give podSelector, namespaceSelector or ipBlock; to allow everyone leave the list out';

function readPods(pods: Field, namespaces: Field): PeerTerm | undefined {
  const podSelector = readSelector(pods);
  const namespaceSelector = namespaces.isPresent ? readSelector(namespaces) : LabelSelector.everything();
  if (podSelector === undefined || namespaceSelector === undefined) return undefined;
  return Pods._of(podSelector, namespaces.isPresent ? namespaceSelector : undefined);
}

function readIpBlock(field: Field): IpBlock | undefined {
  const block = field.struct(IP_BLOCK);
  const cidr = readCidr(block.get('cidr'));
  const except = block
    .get('except')
    .items()
    .map(item => readExcept(item, cidr));
  const read = allRead(except);
  return cidr === undefined || read === undefined ? undefined : IpBlock._except(cidr, read);
}

function readExcept(field: Field, outer: Cidr | undefined): Cidr | undefined {
  const inner = readCidr(field);
  if (inner === undefined || outer === undefined) return undefined;
  return field.attempt(() => IpBlock._except(outer, [inner])) && inner;
}

/** A block; what only Kubernetes before 1.36 took is noted, and read as it was then. */
function readCidr(field: Field): Cidr | undefined {
  const text = field.text() ?? '';
  try {
    return Cidr._of(text);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    const meant = tryOlderCidr(text);
    if (meant === undefined) field.refuse(error.problem, error.fix);
    else field.overlook(error.problem, error.fix);
    return meant;
  }
}

function tryOlderCidr(text: string): Cidr | undefined {
  try {
    return Cidr._of(text, ['host bits', 'leading zeros']);
  } catch {
    return undefined;
  }
}
