import { Cidr } from '../../model/cidr';
import { ConcreteRef, NamedRef } from '../../model/endpoint-ref';
import { BITS, formatIp, parseIp } from '../../model/ip-address';
import { namespaceName } from '../../model/pods';
import { PolicyError } from '../../model/policy-error';
import { dnsSubdomainProblem } from '../../model/syntax';

/**
 * One end of a question, as people write it: `shop/frontend`, `shop/Deployment/frontend`, `shop/Service/backend`,
 * `203.0.113.7`, `10.0.0.0/8`.
 *
 * @throws PolicyError `namespace`, `name` or `cidr` for a text that is nothing of these
 */
export function readEndpoint(text: string): ConcreteRef {
  return ADDRESSES.test(text) ? { kind: 'addresses', cidr: addressesOf(text) } : namedBy(text);
}

/** No namespace has a dot or a colon in it. */
const ADDRESSES = /^[\d.]*\.[\d.]*(\/.*)?$|^[^/]*:/;

function addressesOf(text: string): Cidr {
  if (text.includes('/')) return Cidr._of(text);
  const ip = parseIp(text);
  if (ip !== undefined) return Cidr._of(`${formatIp(ip)}/${BITS[ip.family]}`);
  const problem = `'${text}' is not an address`;
  throw new PolicyError({ code: 'cidr', value: text, problem, fix: 'write it like 203.0.113.7 or 2001:db8::1' });
}

function namedBy(text: string): NamedRef {
  const parts = text.split('/');
  if (parts.length < 2) throw text.includes('.') ? hostName(text) : noNamespace(text);
  const [name, objectKind] = [parts.at(-1) ?? '', parts.length > 2 ? parts[1] : undefined];
  if (parts.length > 3 || dnsSubdomainProblem(name) !== undefined) {
    throw noName(text, 'names no object', 'write namespace/name or namespace/Kind/name');
  }
  if (objectKind !== undefined && !KIND.test(objectKind)) {
    throw noName(text, 'has no kind between its slashes', 'write it in full, such as Deployment or Service');
  }
  return { kind: 'named', namespace: namespaceName(parts[0]), name, objectKind };
}

const KIND = /^[A-Z][A-Za-z0-9]*$/;

function noNamespace(text: string): PolicyError {
  const problem = `'${text}' says no namespace`;
  return new PolicyError({ code: 'namespace', value: text, problem, fix: `write namespace/${text || 'name'}` });
}

function hostName(text: string): PolicyError {
  const problem = `'${text}' is a host name, and its addresses are not known here`;
  return new PolicyError({ code: 'cidr', value: text, problem, fix: 'give an address or a CIDR, such as 203.0.113.7' });
}

function noName(text: string, what: string, fix: string): PolicyError {
  return new PolicyError({ code: 'name', value: text, problem: `'${text}' ${what}`, fix });
}
