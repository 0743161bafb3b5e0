import * as fc from 'fast-check';
import { dump } from 'js-yaml';
import { IpBlock } from '../../src/model/ip-block';
import { LabelExpression } from '../../src/model/label-expression';
import { LabelSelector } from '../../src/model/label-selector';
import { Anywhere, PeerTerm } from '../../src/model/peer';
import { Pods } from '../../src/model/pods';
import { Policy, Rule } from '../../src/model/policy';
import { Port } from '../../src/model/port';
import { readObjects } from '../../src/read/read-objects';
import { readTexts } from '../../src/read/read-texts';
import { manifestOf } from '../emit/manifest-of';

const key = fc.constantFrom('app', 'tier', 'on', 'app.kubernetes.io/name', 'constructor');
const value = fc.constantFrom('', 'web', 'yes', '017', '1e3', 'null', 'a_b.c');
const name = fc.constantFrom('shop', 'off', '1', 'no', '0x1f', '1e3');

const expression = fc.oneof(
  fc.tuple(key, fc.array(value, { minLength: 1, maxLength: 3 })).map(([k, values]) => LabelExpression.in(k, values)),
  fc.tuple(key, fc.array(value, { minLength: 1, maxLength: 3 })).map(([k, values]) => LabelExpression.notIn(k, values)),
  key.map(k => LabelExpression.exists(k)),
  key.map(k => LabelExpression.doesNotExist(k)),
);

const selector = fc.oneof(
  fc.constant(LabelSelector.everything()),
  fc
    .tuple(fc.dictionary(key, value, { minKeys: 1, maxKeys: 3 }), fc.array(expression, { maxLength: 2 }))
    .map(([labels, expressions]) => LabelSelector.labeled(labels, ...expressions)),
  fc.array(expression, { minLength: 1, maxLength: 3 }).map(expressions => LabelSelector.matching(...expressions)),
);

const block = fc.constantFrom(
  IpBlock.of('0.0.0.0/0'),
  IpBlock.of('10.0.0.0/8', '10.1.0.0/16', '10.128.0.0/9'),
  IpBlock.of('2001:db8::/32', '2001:db8:1::/48'),
);

const peer: fc.Arbitrary<PeerTerm> = fc.oneof(
  fc.constant(Anywhere.INSTANCE),
  block,
  selector.map(pods => Pods._of(pods)),
  fc.tuple(selector, selector).map(([pods, namespaces]) => Pods._of(pods, namespaces)),
  fc.tuple(selector, name).map(([pods, namespace]) => Pods._of(pods).inNamespace(namespace)),
);

const port = fc.oneof(
  fc.constantFrom(Port.all(), Port.allTcp(), Port.allUdp(), Port.allSctp()),
  fc
    .tuple(fc.integer({ min: 1, max: 65_535 }), fc.nat(9))
    .map(([first, more]) => Port.udp(first, Math.min(65_535, first + more))),
  fc.constantFrom(Port.named('http'), Port.named('dns', Port.udp(1).protocol), Port.sctp(1)),
);

const rules = fc.option(
  fc.array(
    fc
      .tuple(fc.array(peer, { minLength: 1, maxLength: 3 }), fc.array(port, { minLength: 1, maxLength: 3 }))
      .map(([peers, ports]) => new Rule(peers, ports)),
    { maxLength: 3 },
  ),
  { nil: undefined },
);

const policy: fc.Arbitrary<Policy> = fc
  .record({
    name,
    namespace: name,
    podSelector: selector,
    ingress: rules,
    egress: rules,
    annotations: fc.option(fc.dictionary(fc.constantFrom('owner', 'example.com/a'), value, { minKeys: 1 }), {
      nil: undefined,
    }),
  })
  // A policy that isolates for nothing says so to nobody: the API server takes an empty list of types for ingress.
  .filter(({ ingress, egress }) => ingress !== undefined || egress !== undefined);

describe('for every policy, what is read of its manifest', () => {
  const same = (read: readonly Policy[], written: object) => {
    expect(read).toHaveLength(1);
    expect(manifestOf(read[0])).toEqual(written);
  };

  it('has the same meaning as the policy', () =>
    fc.assert(
      fc.property(policy, each => {
        const object = manifestOf(each);
        const { cluster, findings } = readObjects([{ object, origin: 'test' }]);
        expect(findings).toEqual([]);
        same(cluster.policies, object);
      }),
      { numRuns: 300 },
    ));

  it('has the same meaning after it was written as YAML and as JSON', () =>
    fc.assert(
      fc.property(policy, each => {
        const object = manifestOf(each);
        // Quotes where YAML 1.1 would take a text for something else, as every writer for kubectl has to.
        for (const text of [
          dump(object, { noCompatMode: false, quotingType: '"', forceQuotes: true }),
          JSON.stringify(object),
        ]) {
          const { cluster, findings } = readTexts([{ name: 'a.yaml', text }]);
          expect(findings).toEqual([]);
          same(cluster.policies, object);
        }
      }),
      { numRuns: 200 },
    ));
});
