import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { lint } from '../../src/lint/lint';
import { LintRule } from '../../src/lint/lint-rule';
import { LINT_RULES } from '../../src/lint/lint-rules';
import { API_ALONE } from '../../src/model/assumptions';
import { readTexts } from '../../src/read/read-texts';
import { clusterOf, findings, pod, policy } from './objects';

const TEXT = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: web
  namespace: shop
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress:
    - from:
        - namespaceSelector: { matchLabels: { name: kube-system } }
    - {}
`;

describe('lint', () => {
  it('says where each finding stands, in the order of the file', () => {
    const { cluster } = readTexts([{ name: 'dist/shop.yaml', text: TEXT }]);
    expect(lint(cluster)).toEqual([
      {
        rule: 'never-matching-rule',
        severity: 'warning',
        object: 'NetworkPolicy/shop/web',
        path: 'spec.ingress[0].from[0]',
        file: 'dist/shop.yaml',
        line: 11,
        column: 11,
        message: 'the rule allows nobody: no namespace has the label name=kube-system, as far as they were read',
        fix: 'Write kubernetes.io/metadata.name: kube-system, the label that the API server gives to every namespace.',
      },
      {
        rule: 'open-to-everyone',
        severity: 'warning',
        object: 'NetworkPolicy/shop/web',
        path: 'spec.ingress[1]',
        file: 'dist/shop.yaml',
        line: 12,
        column: 7,
        message: 'the rule opens every port to everyone',
        fix: expect.stringContaining('Name the peers or the ports.'),
      },
    ]);
  });

  it('says the same whichever order the objects are read in', () => {
    const objects = [pod('web', { app: 'web' }), policy('a', { ingress: [{}] }), policy('b', { egress: [{}] })];
    const sorted = (all: readonly object[]) =>
      findings(all)
        .map(each => JSON.stringify(each))
        .sort();
    expect(sorted([...objects].reverse())).toEqual(sorted(objects));
  });

  it('finds nothing where there is nothing', () => {
    expect(findings([])).toEqual([]);
  });

  it('goes on where a rule fails, and says that it did', () => {
    const failing: LintRule = {
      id: 'failing',
      severity: 'info',
      summary: '',
      why: '',
      fix: '',
      check: function* ({ cluster }) {
        yield { object: cluster.policies[0].name, message: 'begun' };
        throw new Error('on purpose');
      },
    };
    const cluster = clusterOf([policy('web', { ingress: [{}] })]);
    const found = lint(cluster, API_ALONE, [failing, ...LINT_RULES]);
    expect(found.map(({ rule, severity, message }) => [rule, severity, message])).toEqual([
      ['failing', 'error', 'the rule could not be checked: on purpose'],
      ['open-to-everyone', 'warning', 'the rule opens every port to everyone'],
    ]);
  });
});

describe('every lint rule', () => {
  const files = (...path: string[]) => readdirSync(join(__dirname, ...path)).sort();
  const ids = LINT_RULES.map(({ id }) => id);

  it('has a file of its own with its tests beside the others, and is registered once', () => {
    expect(files('..', '..', 'src', 'lint', 'rules')).toEqual(ids.map(id => `${id}.ts`).sort());
    expect(files()).toEqual(expect.arrayContaining(ids.map(id => `${id}.test.ts`)));
  });

  it('has words that end as sentences', () => {
    for (const { id, summary, why, fix } of LINT_RULES) {
      expect([id, ...[summary, why, fix].filter(words => !/^[A-Z].*[.`]$/.test(words))]).toEqual([id]);
    }
  });

  it('finds nothing without an engine if it needs one', () => {
    const objects = [
      pod('web', { app: 'web' }),
      policy('web', { ingress: [{ ports: [{ port: 'http' }, { port: 1, endPort: 2 }] }] }),
    ];
    const needing = LINT_RULES.filter(({ needsEngine }) => needsEngine).map(({ id }) => id);
    expect(findings(objects).filter(({ rule }) => needing.includes(rule))).toEqual([]);
    expect(findings(objects, { engine: 'weave' }).map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['named-port-opens-all']),
    );
  });
});
