import { join } from 'node:path';
import { lint } from '../../src/lint/lint';
import { LintFinding } from '../../src/lint/lint-rule';
import { Cluster } from '../../src/model/cluster';
import { readPaths } from '../../src/read/files';
import { readTexts } from '../../src/read/read-texts';
import { conformanceCases, describeShared } from '../shared';
import { clusterOf, namespace, pod } from './objects';

/** What a rule finds, and why that is no false alarm. */
interface Judged {
  readonly rule: string;
  readonly objects: readonly string[];
  readonly because: string;
}

const BOUTIQUE = ['adservice', 'cartservice', 'checkoutservice', 'currencyservice', 'emailservice', 'frontend'].concat([
  'loadgenerator',
  'paymentservice',
  'productcatalogservice',
  'recommendationservice',
  'redis-cart',
  'shippingservice',
]);

const PROMETHEUS = ['alertmanager-main', 'blackbox-exporter', 'grafana', 'kube-state-metrics', 'node-exporter'].concat([
  'prometheus-adapter',
  'prometheus-k8s',
  'prometheus-operator',
]);

const ANYWHERE = 'egress is `- {}`: true, and meant so by its authors';

const REAL: Readonly<Record<string, readonly Judged[]>> = {
  'argo-cd': [
    {
      rule: 'open-to-everyone',
      objects: ['NetworkPolicy/default/argocd-server-network-policy'],
      because: 'ingress is `- {}`: the server is to be open, but its metrics port is open with it',
    },
  ],
  'calico-stars': [],
  'calico-yaobank': [],
  'cert-manager-openshift': [
    {
      rule: 'missing-default-deny',
      objects: ['Namespace/cert-manager', 'Namespace/cert-manager'],
      because: 'trust-manager has no policy; istio-csr is in the namespace where it is applied without one',
    },
    {
      rule: 'ports-open-to-everyone',
      objects: [
        'NetworkPolicy/cert-manager/cert-manager-allow-ingress-to-webhook',
        'NetworkPolicy/default/istio-csr-allow-ingress-to-grpc',
      ],
      because:
        'the API server calls the webhook and is no pod; every workload of a mesh calls istio-csr: both meant so',
    },
  ],
  'cilium-star-wars': [],
  dns: [
    { rule: 'egress-to-everyone', objects: ['NetworkPolicy/default/?'], because: 'DNS servers ask everyone' },
    { rule: 'ports-open-to-everyone', objects: ['NetworkPolicy/default/?'], because: 'and everyone asks them' },
  ],
  flux: [{ rule: 'egress-to-everyone', objects: ['NetworkPolicy/default/allow-egress'], because: 'its name says so' }],
  'ingress-nginx': [],
  'kube-prometheus': [
    { rule: 'egress-to-everyone', objects: names('monitoring', PROMETHEUS), because: ANYWHERE },
    {
      rule: 'open-to-everyone',
      objects: ['NetworkPolicy/monitoring/prometheus-adapter'],
      because: 'ingress is `- {}` for the API server, which is no pod; one port would do',
    },
  ],
  'metrics-server': [],
  'online-boutique': [
    { rule: 'egress-to-everyone', objects: names('default', BOUTIQUE), because: ANYWHERE },
    {
      rule: 'open-to-everyone',
      objects: ['NetworkPolicy/default/frontend'],
      because: 'ingress is `- {}`: everyone may come in, but one port would do',
    },
  ],
  'opentelemetry-demo': [],
};

const OTHER_PODS: Judged = {
  rule: 'missing-default-deny',
  objects: ['Namespace/default'],
  because: 'the recipe is about some pods, and the others stay open',
};

const RECIPES: Readonly<Record<string, readonly Judged[]>> = {
  'recipe-01': [OTHER_PODS],
  'recipe-02': [OTHER_PODS],
  'recipe-02a': [
    OTHER_PODS,
    { rule: 'open-to-everyone', objects: ['NetworkPolicy/default/web-allow-all'], because: 'its name says so' },
  ],
  'recipe-03': [
    {
      rule: 'one-direction',
      objects: ['NetworkPolicy/default/default-deny-all'],
      because: 'it denies ingress alone, as the recipe explains and the name does not',
    },
  ],
  'recipe-07': [OTHER_PODS],
  'recipe-08': [
    { rule: 'open-to-everyone', objects: ['NetworkPolicy/default/web-allow-external'], because: 'one port would do' },
  ],
  'recipe-09': [OTHER_PODS],
  'recipe-10': [OTHER_PODS],
  'recipe-11': [OTHER_PODS],
  'recipe-11b': [OTHER_PODS],
  'recipe-12': [
    {
      rule: 'egress-without-dns',
      objects: ['NetworkPolicy/default/default-deny-all-egress'],
      because: 'the recipe says itself that DNS is denied too',
    },
  ],
  'recipe-14': [OTHER_PODS],
};

/** A case of the recipes: objects in short. */
interface Recipe {
  readonly id: string;
  readonly namespaces: Readonly<Record<string, object>>;
  readonly pods: Readonly<Record<string, { namespace: string; labels: object; ports: object[] }>>;
  readonly policies: readonly object[];
}

describeShared('of manifests that others wrote', shared => {
  it.each(Object.entries(REAL))('%s: every finding is judged', (name, judged) => {
    const texts = readPaths([join(shared, 'real', name)]);
    expect(found(readTexts(texts).cluster)).toEqual(expected(judged));
  });

  it.each(conformanceCases<Recipe>(shared, 'network-policy-recipes').map(recipe => [recipe.id, recipe] as const))(
    '%s: every finding is judged',
    (id, { namespaces, pods, policies }) => {
      const objects = [
        ...Object.entries(namespaces).map(([name, labels]) => namespace(name, labels)),
        ...Object.entries(pods).map(([name, { labels, ...more }]) => pod(name.replace('/', '-'), labels, more)),
        ...policies,
      ];
      expect(found(clusterOf(objects))).toEqual(expected(RECIPES[id] ?? []));
    },
  );
});

function names(namespaceName: string, policies: readonly string[]): string[] {
  return policies.map(name => `NetworkPolicy/${namespaceName}/${name}`);
}

function expected(judged: readonly Judged[]): string[] {
  return judged.flatMap(({ rule, objects }) => objects.map(object => `${rule} ${object}`)).sort();
}

function found(cluster: Cluster): string[] {
  return lint(cluster)
    .map(({ rule, object }: LintFinding) => `${rule} ${object}`)
    .sort();
}
