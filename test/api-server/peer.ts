import { Block, block, contains, tryBlock } from '../address/block';
import { IpBlock, Peer } from '../oracle/manifest';
import { refusedSelector } from './selector';

export function refusedPeer({ podSelector, namespaceSelector, ipBlock }: Peer, field: string): string[] {
  const selectors = [podSelector, namespaceSelector].filter(Boolean).length;
  const isOneKind = ipBlock ? selectors === 0 : selectors > 0;
  return [
    ...(isOneKind ? [] : [field]),
    ...refusedSelector(podSelector ?? {}, `${field}.podSelector`),
    ...refusedSelector(namespaceSelector ?? {}, `${field}.namespaceSelector`),
    ...(ipBlock ? refusedIpBlock(ipBlock, `${field}.ipBlock`) : []),
  ];
}

function refusedIpBlock({ cidr, except }: IpBlock, field: string): string[] {
  const outer = strictCidr(cidr ?? '');
  const isInside = (inner: Block | undefined) =>
    inner !== undefined && outer !== undefined && contains(outer, inner) && inner.prefix.length > outer.prefix.length;
  return [
    ...(outer === undefined ? [`${field}.cidr`] : []),
    ...(except ?? []).flatMap((each, index) => (isInside(strictCidr(each ?? '')) ? [] : [`${field}.except[${index}]`])),
  ];
}

const MAPPED = block('::ffff:0:0/96');

/** Since Kubernetes 1.36: no host bits, no leading zeros, no IPv4-mapped IPv6. */
function strictCidr(text: string): Block | undefined {
  const found = text.includes('/') ? tryBlock(text) : undefined;
  return found === undefined || found.rest.includes('1') || contains(MAPPED, found) ? undefined : found;
}
