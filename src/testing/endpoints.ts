import { Cidr } from '../model/cidr';
import { Endpoint } from '../model/claim';
import { EndpointRef } from '../model/endpoint-ref';
import { IpBlock } from '../model/ip-block';
import { PeerTerm, inShort } from '../model/peer';
import { Pods } from '../model/pods';
import { readEndpoint } from '../read/questions/endpoint';

/** What an end stands for. @throws PolicyError for a text that names nothing */
export function refsOf(end: Endpoint): EndpointRef[] {
  return typeof end === 'string' ? [readEndpoint(end)] : end.toPeers().flatMap(refsOfTerm);
}

/** `shop/frontend`, `pods tier=web in namespace shop`; of a block with exceptions only the block. */
export function endpointInWords(end: Endpoint): string {
  if (typeof end === 'string') return end;
  return inShort([end]);
}

const EVERY_ADDRESS = ['0.0.0.0/0', '::/0'].map(block => Cidr.of(block));

function refsOfTerm(term: PeerTerm): EndpointRef[] {
  if (term instanceof Pods) return [{ kind: 'pods', pods: term }];
  if (term instanceof IpBlock) return [{ kind: 'addresses', cidr: term.cidr, except: term.except }];
  const addresses = EVERY_ADDRESS.map((cidr): EndpointRef => ({ kind: 'addresses', cidr }));
  return [{ kind: 'pods', pods: Pods.any() }, ...addresses];
}
