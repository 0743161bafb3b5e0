import { ENGINES, findEngine } from '../../src/facts/engines';
import { AdminPolicy } from '../../src/model/admin-policy';
import { DEFAULT_POD_CIDRS } from '../../src/model/assumptions';
import { Cluster } from '../../src/model/cluster';
import { Enforcement, EngineTraits, LIKE_THE_API } from '../../src/model/engine';
import { LabelSelector } from '../../src/model/label-selector';
import { Anywhere } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { Policy, Rule } from '../../src/model/policy';
import { Port } from '../../src/model/port';
import { Protocol } from '../../src/model/protocol';
import { ask } from '../../src/verify/ask/ask';
import { explain } from '../../src/verify/explain/explain';
import { Reach } from '../../src/verify/reach/reach';

const WEB = { namespace: 'shop', kind: 'Pod', name: 'web', labels: {}, ports: [], addresses: [], hostNetwork: false };
const API = { ...WEB, name: 'api' };

const DEFAULT_DENY: Policy = {
  name: 'default-deny',
  namespace: 'shop',
  podSelector: LabelSelector.everything(),
  ingress: [],
};

const QUESTION = {
  from: { kind: 'named', namespace: 'shop', name: 'web' },
  to: { kind: 'named', namespace: 'shop', name: 'api' },
  ports: [Port.tcp(80)],
} as const;

describe('a policy of a kind that an engine', () => {
  const VERDICTS: Readonly<Record<Enforcement, string>> = { enforced: 'deny', ignored: 'allow', unknown: 'unknown' };

  it.each(ENGINES.map(engine => [engine.name, engine] as const))(
    'enforces, ignores or may enforce counts so: %s',
    (_, engine) => {
      const verdict = (kind: string) => ask(reachOf({ adminPolicies: [denying(kind)] }, engine), QUESTION).verdict;
      expect(verdict('ClusterNetworkPolicy')).toBe(VERDICTS[engine.clusterNetworkPolicies]);
      expect(verdict('AdminNetworkPolicy')).toBe(VERDICTS[engine.adminNetworkPolicies]);
      expect(verdict('BaselineAdminNetworkPolicy')).toBe(VERDICTS[engine.adminNetworkPolicies]);
      expect(ask(reachOf({ policies: [DEFAULT_DENY] }, engine), QUESTION).verdict).toBe(
        VERDICTS[engine.networkPolicies],
      );
    },
  );

  it.each(ENGINES.map(engine => [engine.name, engine] as const))(
    'counts so for pods that could exist: %s',
    (_, engine) => {
      const anyPods = { from: { kind: 'pods', pods: Pods.any() }, to: { kind: 'pods', pods: Pods.any() } } as const;
      const reach = reachOf({ adminPolicies: [denying('ClusterNetworkPolicy')] }, engine);
      expect(ask(reach, { ...QUESTION, ...anyPods }).verdict).toBe(VERDICTS[engine.clusterNetworkPolicies]);
    },
  );
});

describe('the range 1-65535', () => {
  const VERDICTS: Readonly<Record<EngineTraits['endPort'], string>> = {
    range: 'allow',
    'first-port': 'deny',
    unknown: 'unknown',
  };
  const allowing = (port: Port): Policy => ({ ...DEFAULT_DENY, ingress: [new Rule([Anywhere.INSTANCE], [port])] });
  const everyone = { kind: 'pods', pods: Pods.any() } as const;

  it.each(
    ENGINES.filter(({ networkPolicies }) => networkPolicies === 'enforced').map(each => [each.name, each] as const),
  )('is the first port alone where endPort is ignored, and a port that is left out is every port: %s', (_, engine) => {
    const written = reachOf({ policies: [allowing(Port._written(Protocol.TCP, 1, 65535))] }, engine);
    expect(ask(written, QUESTION).verdict).toBe(VERDICTS[engine.endPort]);
    expect(ask(written, { ...QUESTION, from: everyone }).verdict).toBe(VERDICTS[engine.endPort]);
    expect(ask(reachOf({ policies: [allowing(Port.allTcp())] }, engine), QUESTION).verdict).toBe('allow');
  });
});

describe('explain', () => {
  it('says that an engine which enforces nothing is why the verdict is another one', () => {
    const connection = {
      from: { name: 'web', workload: WEB },
      to: { name: 'api', workload: API },
      protocol: Protocol.TCP,
      port: 80,
    };
    const { verdict, differences } = explain(reachOf({ policies: [DEFAULT_DENY] }, findEngine('flannel')), connection);
    expect(verdict).toBe('allow');
    expect(differences).toEqual(['the API says deny, but flannel enforces no NetworkPolicies']);
  });
});

describe('Reach.replace', () => {
  it('does not bring a policy into force that the engine does not enforce', () => {
    const reach = reachOf({}, findEngine('flannel')).replace(undefined, DEFAULT_DENY);
    expect(ask(reach, QUESTION).verdict).toBe('allow');
    expect(ask(reachOf({}, LIKE_THE_API).replace(undefined, DEFAULT_DENY), QUESTION).verdict).toBe('deny');
  });
});

function reachOf(parts: Partial<Cluster>, engine: EngineTraits): Reach {
  const cluster = { namespaces: [], workloads: [WEB, API], services: [], policies: [], adminPolicies: [], ...parts };
  return Reach.of(cluster, { podCidrs: DEFAULT_POD_CIDRS, engine });
}

function denying(kind: string): AdminPolicy {
  const ingress = [{ action: 'Deny', peers: [Anywhere.INSTANCE], ports: [Port.all()] }] as const;
  return { kind, name: 'deny', tier: 'Admin', priority: 1, subject: Pods.any(), ingress, egress: [] };
}
