import { inspect } from 'node:util';
import { Port } from '../../src';

describe('a PolicyError that nobody catches', () => {
  const printed = inspect(caught(() => Port.tcp(0)));

  it('is printed under its name', () => expect(printed).toMatch(/^PolicyError: Port\.tcp: port 0 does not exist/));

  it('is printed with its fields, and nothing of how it is made', () =>
    expect(fieldsIn(printed)).toEqual(['code', 'path', 'value', 'fix']));
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

/** The fields that are listed behind the stack. */
function fieldsIn(text: string): string[] {
  return [...text.matchAll(/^ {2}(\w+):/gm)].map(([, name]) => name);
}
