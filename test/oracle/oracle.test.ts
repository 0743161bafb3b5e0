import { Endpoint } from './cluster';
import { NetworkPolicySpec } from './manifest';
import { Oracle } from './oracle';

const namespaces = {
  shop: { 'kubernetes.io/metadata.name': 'shop', team: 'a' },
  pay: { 'kubernetes.io/metadata.name': 'pay', team: 'b' },
};

const web = endpoint('shop/web', '10.0.0.1', 8080);
const db = endpoint('shop/db', '10.0.0.2', 5432);
const otherWeb = endpoint('pay/web', '10.0.1.1', 8080);
const outside: Endpoint = { ip: '203.0.113.7' };

describe('the oracle', () => {
  it('allows everything where nothing isolates', () => {
    expect(allows({ podSelector: { matchLabels: { app: 'other' } } }, [outside, web])).toBe(true);
  });

  it('takes a policy without policyTypes as one for ingress, and for egress where it has such rules', () => {
    expect(allows({}, [otherWeb, web])).toBe(false);
    expect(allows({}, [web, otherWeb])).toBe(true);
    expect(allows({ egress: [] }, [web, otherWeb])).toBe(true);
    expect(allows({ egress: [{ to: [{ podSelector: {} }] }] }, [web, otherWeb])).toBe(false);
    expect(allows({ policyTypes: ['Egress'] }, [otherWeb, web])).toBe(true);
  });

  it('lets a pod reach itself whatever isolates it', () => {
    expect(allows({ policyTypes: ['Ingress', 'Egress'] }, [web, web])).toBe(true);
  });

  it('asks both ends', () => {
    const toDb: NetworkPolicySpec = { policyTypes: ['Egress'], egress: [{ to: [{ podSelector: {} }] }] };
    expect(allows(toDb, [web, db])).toBe(true);
    expect(allows({ ...toDb, policyTypes: ['Ingress', 'Egress'] }, [web, db])).toBe(false);
  });

  it('takes an empty or missing list of peers for everyone, and an empty rule for everything', () => {
    for (const rule of [{}, { from: [] }, { from: null }, null]) {
      expect(allows({ ingress: [rule] }, [outside, web])).toBe(true);
    }
  });

  it('demands namespace and labels where both stand in one peer, and either where they stand in two', () => {
    const pay = { namespaceSelector: { matchLabels: { team: 'b' } } };
    const labeledDb = { podSelector: { matchLabels: { app: 'db' } } };
    expect(allows({ ingress: [{ from: [{ ...pay, ...labeledDb }] }] }, [otherWeb, web])).toBe(false);
    expect(allows({ ingress: [{ from: [pay, labeledDb] }] }, [otherWeb, web])).toBe(true);
    expect(allows({ ingress: [{ from: [pay, labeledDb] }] }, [db, web])).toBe(true);
  });

  it('takes a podSelector alone for pods of the own namespace', () => {
    const spec = { ingress: [{ from: [{ podSelector: { matchLabels: { app: 'web' } } }] }] };
    expect(allows(spec, [otherWeb, db])).toBe(false);
    expect(allows(spec, [web, db])).toBe(true);
  });

  it('compares addresses with blocks and their exceptions, of pods too', () => {
    const spec = { ingress: [{ from: [{ ipBlock: { cidr: '203.0.113.0/24', except: ['203.0.113.8/29'] } }] }] };
    expect(allows(spec, [outside, web])).toBe(true);
    expect(allows(spec, [{ ip: '203.0.113.9' }, web])).toBe(false);
    expect(allows(spec, [{ ip: '2001:db8::1' }, web])).toBe(false);
    expect(allows({ ingress: [{ from: [{ ipBlock: { cidr: '10.0.1.0/24' } }] }] }, [otherWeb, web])).toBe(true);
  });

  it('takes TCP for the protocol of a port that has none, and no number for every number', () => {
    expect(allows({ ingress: [{ ports: [{ port: 80 }] }] }, [outside, web], 'TCP 80')).toBe(true);
    expect(allows({ ingress: [{ ports: [{ port: 80 }] }] }, [outside, web], 'UDP 80')).toBe(false);
    expect(allows({ ingress: [{ ports: [{ protocol: 'UDP' }] }] }, [outside, web], 'UDP 9')).toBe(true);
    expect(allows({ ingress: [{ ports: [{}] }] }, [outside, web], 'SCTP 9')).toBe(false);
    expect(allows({ ingress: [{ ports: [] }] }, [outside, web], 'SCTP 9')).toBe(true);
  });

  it('counts both ends of a range of ports', () => {
    const spec = { ingress: [{ ports: [{ port: 80, endPort: 82 }] }] };
    expect([79, 80, 82, 83].map(port => allows(spec, [outside, web], `TCP ${port}`))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it("asks each destination pod for a port's name, and its protocol", () => {
    const spec = { ingress: [{ ports: [{ port: 'http' }] }] };
    expect(allows(spec, [web, db], 'TCP 5432')).toBe(true);
    expect(allows(spec, [web, db], 'TCP 8080')).toBe(false);
    expect(allows(spec, [db, web], 'TCP 8080')).toBe(true);
    expect(allows({ ingress: [{ ports: [{ port: 'http', protocol: 'UDP' }] }] }, [db, web], 'UDP 8080')).toBe(false);
    expect(
      allows({ policyTypes: ['Egress'], egress: [{ ports: [{ port: 'http' }] }] }, [web, outside], 'TCP 8080'),
    ).toBe(false);
  });

  it.each([
    [{ key: 'app', operator: 'In', values: ['web'] }, true, false],
    [{ key: 'app', operator: 'NotIn', values: ['web'] }, false, true],
    [{ key: 'app', operator: 'Exists' }, true, true],
    [{ key: 'app', operator: 'DoesNotExist' }, false, false],
    [{ key: 'toString', operator: 'DoesNotExist' }, true, true],
    [{ key: 'tier', operator: 'NotIn', values: ['web'] }, true, true],
  ])('reads the expression %p', (expression, isWeb, isDb) => {
    const spec = { podSelector: { matchExpressions: [expression] } };
    expect([!allows(spec, [outside, web]), !allows(spec, [outside, db])]).toEqual([isWeb, isDb]);
  });

  it('adds policies up', () => {
    const from = (app: string) => ({ ingress: [{ from: [{ podSelector: { matchLabels: { app } } }] }] });
    const policies = ['web', 'db'].map(app => ({ metadata: { namespace: 'shop' }, spec: from(app) }));
    const oracle = new Oracle({ namespaces }, policies);
    expect(oracle.isAllowed({ from: web, to: db, protocol: 'TCP', port: 1 })).toBe(true);
    expect(oracle.isAllowed({ from: otherWeb, to: db, protocol: 'TCP', port: 1 })).toBe(false);
  });
});

/** A pod named after its app, whose port `http` has this number. */
function endpoint(name: string, ip: string, http: number): Endpoint {
  const [namespace, app] = name.split('/');
  const ports = [{ name: 'http', port: http, protocol: 'TCP' }];
  return { ip, pod: { namespace, name: app, labels: { app }, ips: [ip], ports } };
}

/** Whether a policy of namespace shop allows a connection. */
function allows(spec: NetworkPolicySpec, [from, to]: readonly [Endpoint, Endpoint], over = 'TCP 80'): boolean {
  const [protocol, port] = over.split(' ');
  const oracle = new Oracle({ namespaces }, [{ metadata: { namespace: 'shop' }, spec }]);
  return oracle.isAllowed({ from, to, protocol, port: Number(port) });
}
