import { Chart } from 'cdk8s';
import { namesOf, testChart } from '../constructs/synth';
import { refusalOf } from '../refusal';

/** What somebody writes into a chart of namespace shop, and what they are told: path, problem, fix and code. */
export type BadInput = readonly [what: string, write: (chart: Chart) => unknown, message: string];

/** Tests that each input is refused in these words, and that nothing of it is written. */
export function describeBadInputs(subject: string, inputs: readonly BadInput[]): void {
  describe(subject, () => {
    it.each(inputs)('%s is refused, and nothing is written', (_, ...[write, message]) => {
      const chart = testChart();
      expect(refusalOf(() => write(chart)).message).toBe(message);
      expect(namesOf(chart)).toEqual([]);
    });
  });
}
