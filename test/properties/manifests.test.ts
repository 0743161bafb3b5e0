import { Testing } from 'cdk8s';
import fc from 'fast-check';
import { refusedFields } from '../api-server/api-server';
import { Usage } from '../arbitraries/usage';
import { USAGES } from '../arbitraries/usages';
import { yamlOf } from '../constructs/synth';
import { NetworkPolicy } from '../oracle/manifest';
import { runs } from './runs';

describe.each(USAGES)('whatever is asked of %s, its manifests', (_, usage) => {
  it('are accepted by the API server, and leave it nothing to fill in', () => {
    fc.assert(
      fc.property(usage, used => {
        for (const manifest of manifestsOf(used)) {
          expect(refusedFields(manifest, manifest.metadata?.namespace ?? 'shop')).toEqual([]);
          expect([...typeFlawsOf(manifest), ...flawsOf(manifest, '')]).toEqual([]);
        }
      }),
      runs(100),
    );
  });

  it('do not depend on the order of lists and labels by a single byte', () => {
    fc.assert(
      fc.property(usage, fc.nat(), (used, seed) => {
        expect(JSON.stringify(manifestsOf(used.shuffled(seed)))).toBe(JSON.stringify(manifestsOf(used)));
      }),
      runs(100),
    );
  });

  it('are the same when they are made again, and when they are written again', () => {
    fc.assert(
      fc.property(usage, used => {
        const { chart } = used.make();
        const once = yamlOf(chart);
        expect([yamlOf(chart), yamlOf(used.make().chart)]).toEqual([once, once]);
      }),
      runs(20),
    );
  });
});

function manifestsOf(used: Usage): NetworkPolicy[] {
  return Testing.synth(used.make().chart) as NetworkPolicy[];
}

/** Directions that the API server would have to guess from the rules. */
function typeFlawsOf({ spec }: NetworkPolicy): string[] {
  const types = spec?.policyTypes ?? [];
  return [
    ...(types.length === 0 ? ['there are no policyTypes'] : []),
    ...(spec?.ingress !== undefined && !types.includes('Ingress') ? ['Ingress is left out'] : []),
    ...(spec?.egress !== undefined && !types.includes('Egress') ? ['Egress is left out'] : []),
  ];
}

/** What the API server would have to guess, or a reader to look for. */
function flawsOf(value: unknown, path: string): string[] {
  if (value === null || value === undefined) return [`${path} is ${value}`];
  if (Array.isArray(value)) {
    const flaws = value.flatMap((item, index) => flawsOf(item, `${path}[${index}]`));
    return value.length === 0 ? [`${path} is empty`] : flaws;
  }
  if (typeof value !== 'object') return [];
  const keys = Object.keys(value);
  return [
    ...(keys.join() === [...keys].sort().join() ? [] : [`the keys of ${path} are in no order`]),
    ...(/\.ports\[\d+\]$/.test(path) && !keys.includes('protocol') ? [`${path} has no protocol`] : []),
    ...Object.entries(value).flatMap(([key, inner]) => flawsOf(inner, `${path}.${key}`)),
  ];
}
