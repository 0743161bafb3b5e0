import { refInWords } from '../../src/model/endpoint-ref';
import { Expectation } from '../../src/model/expectation';
import { locationInWords } from '../../src/model/origin';
import { readExpectations } from '../../src/read/questions/expectations';

const FILE = `expectations:
  - from: shop/frontend
    to: shop/Deployment/backend
    port: 8080
    protocol: TCP
    expect: allow
    because: the shop page calls the API
  - from: { pods: { tier: frontend }, namespace: shop }
    to: 10.0.0.0/8
    port: 8000-8100
    expect: deny
  - from: { namespaceSelector: { matchLabels: { team: shop } }, podSelector: {} }
    to: shop/Service/database
    port: postgres
    protocol: UDP
  - { from: 2001:db8::1, to: { namespace: shop } }
  - { from: { podSelector: {} }, to: shop/database, except: [shop/backend, { pods: { app: backup } }] }
`;

describe('a file of expectations', () => {
  const { expectations, findings } = read(FILE);

  it('is read in its order', () => expect([expectations.length, findings]).toEqual([5, []]));

  it('asks about what is written', () =>
    expect(expectations.map(inWords)).toEqual([
      'shop/frontend -> shop/Deployment/backend on TCP 8080',
      'pods tier=frontend in namespace shop -> 10.0.0.0/8 on TCP 8000-8100',
      'all pods in namespaces team=shop -> shop/Service/database on UDP postgres',
      '2001:db8::1 -> all pods in namespace shop on all ports',
      'all pods in any namespace except shop/backend,pods app=backup in any namespace -> shop/database on all ports',
    ]));

  it('keeps the fields as they are written', () => {
    expect(expectations[0].written).toEqual({
      from: 'shop/frontend',
      to: 'shop/Deployment/backend',
      port: 8080,
      protocol: 'TCP',
      expect: 'allow',
      because: 'the shop page calls the API',
    });
    expect(expectations[1].written).toEqual({
      from: { pods: { tier: 'frontend' }, namespace: 'shop' },
      to: '10.0.0.0/8',
      port: '8000-8100',
      expect: 'deny',
    });
  });

  it('has a place for each', () =>
    expect(expectations.map(({ origin }) => locationInWords(origin.at()))).toEqual(
      ['2:5', '8:5', '12:5', '16:5', '17:5'].map(place => `promises.yaml:${place}`),
    ));

  it('may be JSON', () => {
    const json = JSON.stringify({ expectations: expectations.map(({ written }) => written) });
    expect(read(json).expectations.map(inWords)).toEqual(expectations.map(inWords));
  });
});

describe('ports of an expectation', () => {
  it.each([
    ['port: 80', 'TCP 80'],
    ['port: "80"', 'TCP 80'],
    ['port: http', 'TCP http'],
    ['port: 80, protocol: UDP', 'UDP 80'],
    ['protocol: SCTP', 'SCTP'],
    ['port: 1-65535', 'TCP'],
    ['port: 80-80', 'TCP 80'],
  ])('{ %s } is %s', (fields, port) => {
    const [{ question }] = read(`expectations: [{ from: a/b, to: a/c, ${fields} }]`).expectations;
    expect(question.ports.join()).toBe(port);
  });
});

describe('a selection of pods', () => {
  it.each([
    ['{ pods: { app: web } }', 'pods app=web in any namespace'],
    ['{ podSelector: {} }', 'all pods in any namespace'],
    ['{ namespace: shop }', 'all pods in namespace shop'],
    ['{ namespaceSelector: {} }', 'all pods in any namespace'],
    [
      '{ namespace: shop, podSelector: { matchExpressions: [{ key: tier, operator: NotIn, values: [web] }] } }',
      'pods tier!=web in namespace shop',
    ],
  ])('%s is %s', (selection, words) => {
    const [{ question }] = read(`expectations: [{ from: ${selection}, to: a/c }]`).expectations;
    expect(refInWords(question.from)).toBe(words);
  });
});

describe('a file of expectations is refused where it is wrong', () => {
  const HOW = 'give a name such as shop/web, an address, or { namespace: shop, pods: { app: web } }';
  it.each([
    ['', '1:1', 'the file is empty; write expectations: and a list below it'],
    ['# nothing', '1:1', 'the file is empty; write expectations: and a list below it'],
    ['{}', '1:1', 'there are no expectations; write expectations: and a list below it'],
    ['- from: a/b', '1:1', 'a list stands where an object is wanted; write expectations: and a list below it'],
    ['web', '1:1', "'web' stands where an object is wanted; write an object"],
    ['expectations: []', '1:15', 'the list is empty; write an expectation'],
    ['expectations:', '1:1', 'there are no expectations; write expectations: and a list below it'],
    ['expectations: web', '1:15', "'web' stands where a list is wanted; write a list"],
    ['expectations: [web]', '1:16', "'web' stands where an object is wanted; write an object"],
    ['expectation: []', '1:14', "there is no field 'expectation' here; use one of expectations"],
    ['expectations: [{ to: a/b }]', '1:16', `an end is missing; ${HOW}`],
    ['expectations: [{ from: a/b, to: 3 }]', '1:33', `this is no endpoint; ${HOW}`],
    ['expectations: [{ from: a/b, to: [] }]', '1:33', `this is no endpoint; ${HOW}`],
    ['expectations: [{ from: web, to: a/b }]', '1:24', "'web' says no namespace; write namespace/web"],
    [
      'expectations: [{ from: a/b, to: a/c, expects: deny }]',
      '1:47',
      "there is no field 'expects' here; use one of from, to, except, exceptTo, port, protocol, expect, because",
    ],
    [
      'expectations: [{ from: a/b, to: a/c, expect: denied }]',
      '1:46',
      "'denied' does not fit; give one of allow, deny",
    ],
    ['expectations: [{ from: a/b, to: a/c, protocol: tcp }]', '1:48', "'tcp' does not fit; give one of TCP, UDP, SCTP"],
    [
      'expectations: [{ from: a/b, to: a/c, port: 70000 }]',
      '1:44',
      'port 70000 does not exist; use whole numbers, 1 <= first <= last <= 65535',
    ],
    [
      'expectations: [{ from: a/b, to: a/c, port: 90-80 }]',
      '1:44',
      'port range 90-80 does not exist; use whole numbers, 1 <= first <= last <= 65535',
    ],
    [
      'expectations: [{ from: a/b, to: a/c, port: HTTP }]',
      '1:44',
      "port name 'HTTP' must be lower-case letters, digits and '-'; use the name of a container port, such as http",
    ],
    ['expectations: [{ from: a/b, to: a/c, port: true }]', '1:44', 'true stands where a whole number is wanted'],
    ['expectations: [{ from: a/b, to: a/c, because: 3 }]', '1:47', '3 stands where a text is wanted; put it in quotes'],
    [
      'expectations: [{ from: {}, to: a/c }]',
      '1:24',
      'no pods are named; write pods: { app: web }, or podSelector: {} for every pod',
    ],
    [
      'expectations: [{ from: { pods: {} }, to: a/c }]',
      '1:32',
      'no label is given; give a label; podSelector: {} selects every pod',
    ],
    [
      'expectations: [{ from: { pods: { app: web }, podSelector: {} }, to: a/c }]',
      '1:59',
      'podSelector stands beside pods; keep one of the two',
    ],
    [
      'expectations: [{ from: { namespace: a, namespaceSelector: {} }, to: a/c }]',
      '1:59',
      'namespaceSelector stands beside namespace; keep one of the two',
    ],
    [
      'expectations: [{ from: { pod: { app: web } }, to: a/c }]',
      '1:31',
      "there is no field 'pod' here; use one of namespace, namespaceSelector, pods, podSelector",
    ],
    [
      'expectations: [{ from: { pods: { app: Web! } }, to: a/c }]',
      '1:39',
      "label value 'Web!' must be letters, digits, '-', '_' and '.', with a letter or digit at both ends",
    ],
    [
      'expectations: [{ from: a/b, from: a/c, to: a/d }]',
      '1:29',
      'the same key stands twice in one map; keep one of the two',
    ],
    ['expectations: [', '1:15', 'a list [ or map { is not closed; close the bracket'],
  ])('%s', (text, place, message) => {
    const { findings } = read(text);
    const [{ line, column, ...first }] = findings;
    expect([`${line}:${column}`, `${first.message}; ${first.fix}`]).toEqual([place, expect.stringContaining(message)]);
  });

  it('tells of every expectation that is wrong', () => {
    const { expectations, findings } = read('expectations: [{ from: a/b }, { to: a/b }, { from: a/b, to: a/c }]');
    expect(findings.map(({ path }) => path)).toEqual(['expectations[0].to', 'expectations[1].from']);
    expect(expectations).toHaveLength(1);
  });

  it('is refused when it is no UTF-8', () => {
    const { findings } = readExpectations({ name: 'promises.yaml', text: Uint8Array.of(0x65, 0xff) });
    expect(findings).toMatchObject([{ line: 1, column: 2, message: 'there are bytes that are not UTF-8' }]);
  });
});

function read(text: string) {
  return readExpectations({ name: 'promises.yaml', text });
}

function inWords({ question: { from, to, except, ports } }: Expectation): string {
  return `${refInWords(from)}${except ? ` except ${except.map(refInWords).join()}` : ''} -> ${refInWords(to)} on ${ports.join()}`;
}
