import { ENGINES } from '../../src/facts/engines';
import { EVERY_POD, found, labeled, pod, policy, port } from './objects';

const HTTP = { name: 'http', containerPort: 8080, protocol: 'TCP' };
const PODS = [pod('web', { app: 'web' }, { ports: [HTTP] }), pod('db', { app: 'db' })];
const NAMED = port('TCP', 'http');

const foundOn = (engine: string, object: object) => found('named-port-opens-all', [...PODS, object], { engine });

const accepting = (app: string, peer: object, ...ports: object[]) =>
  policy('web', { podSelector: labeled({ app }), ingress: [{ from: [peer], ports }] });

const sending = (app: string) =>
  policy('web', { policyTypes: ['Egress'], egress: [{ to: [{ podSelector: labeled({ app }) }], ports: [NAMED] }] });

describe('named-port-opens-all', () => {
  it("finds a port's name on OpenShift, and no number", () => {
    expect(foundOn('openshift', accepting('web', EVERY_POD, NAMED))).toEqual([
      "error NetworkPolicy/shop/web spec.ingress[0].ports[0]: openshift opens every port where a port's name stands: TCP http",
    ]);
    expect(foundOn('openshift', accepting('web', EVERY_POD, port('TCP', 8080)))).toEqual([]);
  });

  it.each(['kube-router', 'k3s'])('finds a name that resolves to nothing on %s, between pods', engine => {
    expect(foundOn(engine, accepting('db', EVERY_POD, NAMED))).toEqual([
      `error NetworkPolicy/shop/web spec.ingress[0].ports[0]: ${engine} opens every port where a port's name resolves to nothing: TCP http`,
    ]);
    expect(foundOn(engine, accepting('web', EVERY_POD, NAMED))).toEqual([]);
    expect(foundOn(engine, accepting('db', EVERY_POD, NAMED, port('TCP', 8080)))).toEqual([]);
    expect(foundOn(engine, accepting('db', { ipBlock: { cidr: '10.0.0.0/8' } }, NAMED))).toEqual([]);
  });

  it('finds it in egress, at the pods that are meant', () => {
    expect(foundOn('k3s', sending('db'))).toHaveLength(1);
    expect(foundOn('k3s', sending('web'))).toEqual([]);
  });

  it('finds a name on Weave, which then does not apply the policy', () => {
    expect(foundOn('weave', accepting('web', EVERY_POD, NAMED))).toEqual([
      "error NetworkPolicy/shop/web spec.ingress[0].ports[0]: weave does not apply a policy in which a port's name stands: TCP http",
    ]);
  });

  it('says nothing on engines that resolve names', () => {
    const others = ENGINES.filter(({ namedPorts }) => !/every-port|not-applied/.test(namedPorts));
    expect(others.length).toBeGreaterThan(5);
    for (const { name } of others) expect(foundOn(name, accepting('web', EVERY_POD, NAMED))).toEqual([]);
  });
});
