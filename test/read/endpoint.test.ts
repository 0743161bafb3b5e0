import fc from 'fast-check';
import { refInWords } from '../../src/model/endpoint-ref';
import { readEndpoint } from '../../src/read/questions/endpoint';

describe('an endpoint in words', () => {
  it('is a workload, with its kind or without', () => {
    expect(readEndpoint('shop/frontend')).toEqual({ kind: 'named', namespace: 'shop', name: 'frontend' });
    expect(readEndpoint('shop/Deployment/frontend')).toEqual({
      kind: 'named',
      namespace: 'shop',
      objectKind: 'Deployment',
      name: 'frontend',
    });
  });

  it('is a Service', () => expect(readEndpoint('shop/Service/backend')).toMatchObject({ objectKind: 'Service' }));

  it.each([
    ['203.0.113.7', '203.0.113.7/32'],
    ['2001:db8::1', '2001:db8::1/128'],
    ['::', '::/128'],
    ['10.0.0.0/8', '10.0.0.0/8'],
    ['2001:DB8::/32', '2001:db8::/32'],
    ['0.0.0.0/0', '0.0.0.0/0'],
  ])('is addresses: %s', (text, block) => {
    const ref = readEndpoint(text);
    expect(ref.kind === 'addresses' && ref.cidr.block).toBe(block);
  });

  it('may be numbers where a namespace is', () => {
    expect(readEndpoint('10/8')).toMatchObject({ namespace: '10', name: '8' });
    expect(readEndpoint('shop/10.0.0.1')).toMatchObject({ namespace: 'shop', name: '10.0.0.1' });
  });

  it.each([
    ['frontend', "'frontend' says no namespace; write namespace/frontend [namespace]"],
    ['', "'' says no namespace; write namespace/name [namespace]"],
    [
      'example.com',
      "'example.com' is a host name, and its addresses are not known here; give an address or a CIDR, such as 203.0.113.7 [cidr]",
    ],
    ['shop/', "'shop/' names no object; write namespace/name or namespace/Kind/name [name]"],
    ['shop/a/b/c', "'shop/a/b/c' names no object; write namespace/name or namespace/Kind/name [name]"],
    [
      'shop/deploy/web',
      "'shop/deploy/web' has no kind between its slashes; write it in full, such as Deployment or Service [name]",
    ],
    [
      'Shop/web',
      "namespace 'Shop' must be lower-case letters, digits and '-', with a letter or digit at both ends; use the name of a namespace, such as shop [namespace]",
    ],
    ['10.0.0', "'10.0.0' is not an address; write it like 203.0.113.7 or 2001:db8::1 [cidr]"],
    ['010.0.0.1', "'010.0.0.1' is not an address; write it like 203.0.113.7 or 2001:db8::1 [cidr]"],
    [
      '10.0.0.1/8',
      "'10.0.0.1/8' has bits set beyond the prefix length; did you mean '10.0.0.0/8' or '10.0.0.1/32'? [cidr]",
    ],
    ['fe80::1%eth0', "'fe80::1%eth0' is not an address; write it like 203.0.113.7 or 2001:db8::1 [cidr]"],
  ])('is refused with what to write instead: %s', (text, message) => {
    expect(() => readEndpoint(text)).toThrow(message);
  });

  it('is written as it was read', () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,5}[a-z0-9]$/);
    const text = fc.oneof(
      fc.tuple(name, name).map(parts => parts.join('/')),
      fc.tuple(name, fc.constantFrom('Pod', 'Service', 'CronJob'), name).map(parts => parts.join('/')),
      fc.ipV4(),
    );
    fc.assert(fc.property(text, words => expect(refInWords(readEndpoint(words))).toBe(words)));
  });

  it('is a text or a refusal, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        try {
          expect(refInWords(readEndpoint(text))).not.toBe('');
        } catch (error) {
          expect(error).toMatchObject({ name: 'PolicyError' });
        }
      }),
    );
  });
});
