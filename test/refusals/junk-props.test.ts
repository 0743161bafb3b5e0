import { Chart } from 'cdk8s';
import {
  AllowDns,
  DefaultDeny,
  Direction,
  Dns,
  ExternalEgress,
  MonitoringAccess,
  NetworkPolicy,
  Peer,
  Pods,
  Port,
  ThreeTierApp,
} from '../../src';
import { namesOf, testChart } from '../constructs/synth';
import { refusalOf } from '../refusal';
import { isJunkFor, JUNK } from './junk';
import { objectsIn, placesIn, replaced } from './places';

const rule = { ports: [Port.http()] };

const tier = (name: string) => ({ pods: Pods.labeled({ tier: name }), ports: [Port.http()] });

const common = {
  name: 'a',
  namespace: 'shop',
  namespaceAgnostic: false,
  description: 'a',
  owner: 'a',
  lastReviewed: '2026-11-21',
};

type Construct = new (chart: Chart, id: string, props: never) => unknown;

/** Every construct with every field that it has. */
const CONSTRUCTS: readonly (readonly [Construct, object])[] = [
  [DefaultDeny, { ...common, pods: Pods.all(), directions: [Direction.INGRESS] }],
  [AllowDns, { ...common, pods: Pods.all(), dns: [Dns.kubeDns()] }],
  [ExternalEgress, { ...common, ...rule, pods: Pods.all(), to: [Peer.internet()], allowMetadata: ['169.254.169.254'] }],
  [MonitoringAccess, { ...common, ...rule, pods: Pods.all(), from: [Peer.prometheus()] }],
  [
    NetworkPolicy,
    {
      ...common,
      pods: Pods.all(),
      ingress: [{ ...rule, from: [Pods.all()] }],
      egress: [{ ...rule, to: [Pods.all()] }],
    },
  ],
  [
    ThreeTierApp,
    {
      ...common,
      frontend: { ...tier('f'), from: [Peer.anywhere()] },
      backend: tier('b'),
      database: { pods: Pods.labeled({ tier: 'd' }), port: Port.http() },
      dns: [Dns.kubeDns()],
      withoutDns: false,
      externalApis: [{ ...rule, to: [Peer.internet()] }],
      monitoring: { ...rule, from: [Peer.prometheus()] },
    },
  ],
];

describe.each(CONSTRUCTS.map(([construct, props]) => [construct.name, { construct, props }] as const))(
  '%s',
  (_, { construct, props }) => {
    const required = 'pods' in props ? !['DefaultDeny', 'AllowDns'].includes(construct.name) : true;
    const make = (given: unknown): { chart: Chart; work: () => unknown } => {
      const chart = testChart();
      return { chart, work: () => new construct(chart, 'a', given as never) };
    };

    it('takes these props', () => expect(make(props).work).not.toThrow());

    it.each(JUNK.filter(([what]) => !isLikeNoProps(what, required)))('refuses %s for its props', (__, junk) => {
      const { chart, work } = make(junk);
      expect(refusalOf(work).path).toContain(`${construct.name} 'chart/a'`);
      expect(namesOf(chart)).toEqual([]);
    });

    it.each(placesIn(props))('refuses junk for %s, and names it', place => {
      for (const [what, junk] of JUNK) {
        if (!isJunkFor(place, what)) continue;
        const { chart, work } = make(replaced(props, place, junk));
        expect(refusalOf(work).path).toMatch(new RegExp(`^${construct.name} 'chart/a' > ${firstOf(place)}`));
        expect(namesOf(chart)).toEqual([]);
      }
    });

    it.each(['', ...objectsIn(props)])('refuses a field that nobody knows beside those of %p', place => {
      const path = place === '' ? 'unheardOf' : `${place}.unheardOf`;
      expect(refusalOf(make(replaced(props, path, 1)).work)).toMatchObject({ code: 'unknown-field' });
    });
  },
);

/** Where nothing is required, an object without fields is as good as no props. */
function isLikeNoProps(what: string, required: boolean): boolean {
  return !required && ['an object', 'an object without a prototype', 'a proxy of nothing'].includes(what);
}

function firstOf(place: string): string {
  return place.split('.')[0];
}
