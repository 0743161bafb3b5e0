import { EndpointRef, NamedRef } from '../../src/model/endpoint-ref';
import { LabelExpression } from '../../src/model/label-expression';
import { Pods } from '../../src/model/pods';
import { Port } from '../../src/model/port';
import { readObjects } from '../../src/read/read-objects';
import { ask } from '../../src/verify/ask/ask';
import { Reach } from '../../src/verify/reach/reach';
import { networkPolicy, pod } from '../read/manifests';

const any: EndpointRef = { kind: 'pods', pods: Pods.any() };

/** A database that two clients may reach, and that may reach two others. */
const reach = Reach.of(
  readObjects(
    [
      pod('api', { metadata: { labels: { app: 'shop' } } }),
      pod('web', { metadata: { labels: { app: 'shop', tier: 'web' } } }),
      pod('bare', { metadata: { namespace: 'jobs' } }),
      pod('agent', { metadata: { namespace: 'jobs', labels: { app: 'agent' } } }),
      pod('host', {
        metadata: { namespace: 'jobs', labels: { app: 'agent', on: 'host' } },
        spec: { hostNetwork: true },
      }),
      pod('db', { metadata: { labels: { app: 'db' } } }),
      service({ name: 'front', namespace: 'shop' }, { app: 'shop' }),
      service({ name: 'agents', namespace: 'jobs' }, { app: 'agent' }),
      networkPolicy(
        {
          podSelector: { matchLabels: { app: 'db' } },
          policyTypes: ['Ingress', 'Egress'],
          ingress: [{ from: [{ podSelector: { matchLabels: { app: 'shop' } } }] }],
          egress: [{ to: [{ podSelector: { matchLabels: { app: 'shop', tier: 'web' } } }] }],
        },
        { name: 'db', namespace: 'shop' },
      ),
    ].map((object, index) => ({ object, origin: `object ${index}` })),
  ).cluster,
);

function service(metadata: object, selector: object): object {
  return { apiVersion: 'v1', kind: 'Service', metadata, spec: { selector, ports: [{ port: 5432 }] } };
}

function named(name: string, namespace = 'shop'): NamedRef {
  return { kind: 'named', namespace, name };
}

function verdict(from: EndpointRef, to: EndpointRef, more: { except?: EndpointRef[]; exceptTo?: EndpointRef[] }) {
  return ask(reach, { from, to, ports: [Port.postgres()], ...more }).verdict;
}

describe('leaving ends aside', () => {
  it('leaves aside the pods of a workload, and no other workload that has its labels and more', () => {
    const clients: EndpointRef = { kind: 'pods', pods: Pods.labeled({ app: 'shop' }).inNamespace('shop') };
    const webs: EndpointRef = { kind: 'pods', pods: Pods.labeled({ tier: 'web' }) };
    const others: EndpointRef = { kind: 'pods', pods: Pods.matching(LabelExpression.notIn('tier', ['web'])) };
    expect(verdict(any, named('db'), { except: [clients] })).toBe('deny');
    expect(verdict(webs, named('db'), { except: [named('api')] })).toBe('some');
    expect(verdict(webs, named('db'), { except: [named('web')] })).toBe('deny');
    expect(verdict(others, named('db'), { except: [named('web')] })).toBe('some');
  });

  it('leaves aside destinations as well as sources', () => {
    expect(verdict(named('db'), any, { exceptTo: [named('web')] })).toBe('deny');
    expect(verdict(named('db'), any, { exceptTo: [named('api')] })).toBe('some');
    expect(verdict(named('db'), any, { except: [named('web')] })).toBe('some');
  });

  it('does not leave aside a whole namespace for a pod in it that has no labels', () => {
    const database: EndpointRef = { kind: 'pods', pods: Pods.labeled({ app: 'db' }) };
    const from: EndpointRef = { kind: 'pods', pods: Pods.labeled({ app: 'db' }).inNamespace('jobs') };
    expect(verdict(from, database, { except: [named('bare', 'jobs')] })).toBe('some');
  });

  it('asks nothing of what is left aside, and answers for the rest of those behind a Service', () => {
    const front: EndpointRef = { ...named('front'), objectKind: 'Service' };
    const others = (...exceptTo: EndpointRef[]) => verdict(named('db'), front, { exceptTo });
    expect(others()).toBe('some');
    expect(others(named('web'))).toBe('deny');
    expect(others(named('api'))).toBe('allow');
    expect(others(named('api'), named('web'))).toBe('unknown');
  });

  it('doubts nothing of pods on the host network that are left aside', () => {
    const agents: EndpointRef = { ...named('agents', 'jobs'), objectKind: 'Service' };
    const others = (...except: EndpointRef[]) => verdict(agents, named('db'), { except });
    expect(others(named('agent', 'jobs'))).toBe('unknown');
    expect(others(named('host', 'jobs'))).toBe('deny');
  });
});
