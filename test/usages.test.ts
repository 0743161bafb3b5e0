import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describeGuarantee } from '../src';
import { SPECIMENS } from './arbitraries/usages';
import { namesOf, testChart } from './constructs/synth';
import { constructsExported } from './docs/constructs';
import { refusalOf } from './refusal';

it('each construct has its file in test/usages', () => {
  const exported = constructsExported(readFileSync(join(__dirname, '..', 'src', 'index.ts'), 'utf8'));
  expect(SPECIMENS.map(([name]) => name).sort()).toEqual(exported);
});

describe.each(SPECIMENS)('%s', (name, { construct, full, says, refuses }) => {
  it('says of all its fields what they do', () => {
    const { guarantee } = new construct(testChart(), 'a', full);
    expect(describeGuarantee(guarantee).split('\n')).toEqual(says);
  });

  it.each(refuses)('refuses %s, and writes nothing', (_, ...[props, message]) => {
    const chart = testChart();
    expect(refusalOf(() => new construct(chart, 'a', props)).message).toBe(`${name} 'chart/a' > ${message}`);
    expect(namesOf(chart)).toEqual([]);
  });
});
