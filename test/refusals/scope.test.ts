import { App, Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { AllowDns, DefaultDeny } from '../../src';
import { namesOf, testChart } from '../constructs/synth';
import { refusalOf } from '../refusal';

describe('the scope and the id of a construct', () => {
  it.each([
    ['undefined', undefined],
    ['null', null],
    ['text', 'chart'],
    ['an object', {}],
    ['a class', Chart],
  ])('refuse %s for a scope', (_, scope) => {
    const refusal = refusalOf(() => new DefaultDeny(scope as never, 'deny'));
    expect(refusal.path).toBe("DefaultDeny 'deny' > scope");
    expect(refusal.fix).toContain('a chart');
  });

  it('refuse a scope that is in no chart', () => {
    for (const scope of [new App(), new Construct(new App(), 'a')]) {
      expect(refusalOf(() => new AllowDns(scope, 'dns'))).toMatchObject({
        code: 'missing',
        path: "AllowDns 'dns' > scope",
      });
    }
    expect(refusalOf(() => new AllowDns(new App() as never, 'dns')).message).toContain('the app is in no chart');
  });

  it.each([
    ['undefined', undefined],
    ['null', null],
    ['a number', 7],
    ['a symbol', Symbol('deny')],
    ['an object', {}],
    ['empty text', ''],
  ])('refuse %s for an id', (_, id) => {
    const chart = testChart();
    expect(refusalOf(() => new DefaultDeny(chart, id as never)).path).toMatch(/^DefaultDeny/);
    expect(namesOf(chart)).toEqual([]);
  });
});
