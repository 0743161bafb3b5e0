import { Port } from '../../src/model/port';
import { readEndpoint } from '../../src/read/questions/endpoint';
import { ask } from '../../src/verify/ask/ask';
import { Reach } from '../../src/verify/reach/reach';
import { networkPolicy, pod, read } from '../read/manifests';

/** A label's key that is also the name of something that every object of JavaScript has. */
const KEY = 'constructor';

const PODS = [
  pod('with', { metadata: { labels: { [KEY]: 'yes' } } }),
  pod('without'),
  pod('other', { metadata: { labels: { app: 'other' } } }),
];

function verdict(objects: readonly object[], to: string): string {
  const question = { from: readEndpoint('shop/other'), to: readEndpoint(`shop/${to}`), ports: [Port.all()] };
  return ask(Reach.of(read(...objects).cluster), question).verdict;
}

describe('a label named like what every object has', () => {
  const isolating = networkPolicy({
    podSelector: { matchExpressions: [{ key: KEY, operator: 'Exists' }] },
    policyTypes: ['Ingress'],
  });

  it.each([
    ['first', [...PODS, isolating]],
    ['last', [...[...PODS].reverse(), isolating]],
  ])('tells pods apart that have it, of which one is read %s', (_, objects) => {
    expect({ with: verdict(objects, 'with'), without: verdict(objects, 'without') }).toEqual({
      with: 'deny',
      without: 'allow',
    });
  });

  it('is looked up by its value in every namespace', () => {
    const selected = { matchLabels: { [KEY]: 'yes' } };
    const from = [{ namespaceSelector: {}, podSelector: selected }];
    const clients = [
      pod('far', { metadata: { namespace: 'jobs', labels: { [KEY]: 'yes' } } }),
      pod('bare', { metadata: { namespace: 'jobs' } }),
    ];
    const reach = Reach.of(read(...PODS, ...clients, networkPolicy({ podSelector: {}, ingress: [{ from }] })).cluster);
    const toOther = (source: string) =>
      ask(reach, { from: readEndpoint(source), to: readEndpoint('shop/other'), ports: [Port.all()] }).verdict;
    expect([toOther('jobs/far'), toOther('shop/with'), toOther('jobs/bare'), toOther('shop/without')]).toEqual([
      'allow',
      'allow',
      'deny',
      'deny',
    ]);
  });
});
