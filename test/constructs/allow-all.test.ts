import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiObject, App, Chart, ChartProps } from 'cdk8s';
import { AllowAll, AllowAllProps, DefaultDeny } from '../../src';
import { refusalOf } from '../refusal';
import { Reach } from './reach';
import { policiesOf, testChart } from './synth';

describe('AllowAll', () => {
  it('opens pods both ways, whatever else isolates them', () => {
    const chart = testChart();
    new DefaultDeny(chart, 'deny');
    new AllowAll(chart, 'allow-all');
    const reach = new Reach(policiesOf(chart));
    for (const lines of [reach.from('shop/backend'), reach.to('shop/backend')]) {
      expect(lines).toEqual(
        expect.arrayContaining(['shop/job everything', '1.1.1.1 everything', '2606:4700::1111 everything']),
      );
      expect(lines.every(line => line.endsWith(' everything'))).toBe(true);
    }
  });

  it.each(['prod', 'production', 'shop-prod', 'prod-eu'])('refuses namespace %s', namespace => {
    expect(() => new AllowAll(testChart({ namespace }), 'a')).toThrow(`namespace ${namespace} is for production`);
    expect(() => new AllowAll(testChart({ namespace }), 'b', { evenInProduction: true })).not.toThrow();
  });

  it.each(['pre-prod', 'non-production', 'products', 'reproduction', 'shop'])('takes namespace %s', namespace => {
    expect(() => new AllowAll(testChart({ namespace }), 'a')).not.toThrow();
  });
});

describe('AllowAll in an app, when it is synthesized', () => {
  const synthesize = (write: (app: App) => unknown, props: AllowAllProps = {}, chartProps: ChartProps = {}) => {
    const app = new App({ outdir: mkdtempSync(join(tmpdir(), 'netpol-')) });
    new AllowAll(new Chart(app, 'chart', { namespace: 'shop', ...chartProps }), 'allow-all', props);
    write(app);
    return () => {
      try {
        app.synth();
      } finally {
        rmSync(app.outdir, { recursive: true });
      }
    };
  };

  const namespace = (name: string, environment: string) => (app: App) =>
    new ApiObject(new Chart(app, 'namespaces'), 'namespace', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name, labels: { 'example.com/environment': environment } },
    });

  const problem =
    /^AllowAll 'chart\/allow-all': namespace shop is for production; .* evenInProduction: true \[production\]$/;

  it('refuses a namespace that is labeled production, also when it is written later', () => {
    const refusal = refusalOf(synthesize(namespace('shop', 'production')));
    expect(refusal).toMatchObject({ code: 'production', value: 'shop' });
    expect(refusal.message).toMatch(problem);
  });

  it('refuses a chart whose objects are labeled production', () => {
    expect(synthesize(() => undefined, {}, { labels: { env: 'prod' } })).toThrow(problem);
  });

  it.each([
    ['other labels', namespace('shop', 'development'), {}],
    ['another namespace for production', namespace('pay', 'production'), {}],
    ['a word that it may', namespace('shop', 'production'), { evenInProduction: true }],
  ])('does not with %s', (_, write, props) => expect(synthesize(write, props)).not.toThrow(problem));
});
