import { Cidr } from '../model/cidr';
import { EndpointRef, NamedRef } from '../model/endpoint-ref';
import { BITS, formatIp, parseIp } from '../model/ip-address';
import { namespaceName } from '../model/pods';
import { PolicyError, PolicyErrorCode } from '../model/policy-error';
import { dnsSubdomainProblem } from '../model/syntax';

/**
 * One end of a question, as people write it: `shop/frontend`, `shop/Deployment/frontend`, `shop/Service/backend`,
 * `203.0.113.7`, `10.0.0.0/8`.
 *
 * @throws PolicyError `namespace`, `name` or `cidr` for a text that is nothing of these
 */
export function readEndpoint(text: string): EndpointRef {
  return ADDRESSES.test(text) ? { kind: 'addresses', cidr: addressesOf(text) } : namedBy(text);
}

/** No namespace has a dot or a colon in it. */
const ADDRESSES = /^[\d.]*\.[\d.]*(\/.*)?$|^[^/]*:/;

function addressesOf(text: string): Cidr {
  if (text.includes('/')) return Cidr._of(text);
  const ip = parseIp(text);
  if (ip !== undefined) return Cidr._of(`${formatIp(ip)}/${BITS[ip.family]}`);
  throw refusal('cidr', text, 'is not an address', 'write it like 203.0.113.7 or 2001:db8::1');
}

function namedBy(text: string): NamedRef {
  const parts = text.split('/');
  const [name, objectKind] = [parts.at(-1) ?? '', parts.length > 2 ? parts[1] : undefined];
  if (parts.length < 2) throw refusal('namespace', text, 'says no namespace', `write it like shop/${text || 'web'}`);
  const problem = dnsSubdomainProblem(name);
  if (parts.length > 3 || problem !== undefined) {
    throw refusal('name', text, 'names no object', 'write namespace/name or namespace/Kind/name');
  }
  if (objectKind !== undefined && !KIND.test(objectKind)) {
    const fix = 'write it in full and with a capital, such as Deployment or Service';
    throw refusal('name', text, 'has no kind between its slashes', fix);
  }
  return { kind: 'named', namespace: namespaceName(parts[0]), name, objectKind };
}

const KIND = /^[A-Z][A-Za-z0-9]*$/;

function refusal(code: PolicyErrorCode, value: string, what: string, fix: string): PolicyError {
  return new PolicyError({ code, value, problem: `'${value}' ${what}`, fix });
}
