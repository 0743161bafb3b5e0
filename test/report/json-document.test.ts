import fc from 'fast-check';
import { jsonLines } from '../../src/report/json-document';

describe('a JSON document line by line', () => {
  it('is the document, whatever is in it', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), document => {
        expect(JSON.parse([...jsonLines(document)].join('\n'))).toEqual(JSON.parse(JSON.stringify(document)));
      }),
    );
  });

  it('takes lists item by item, and asks for no more than it says', () => {
    let given = 0;
    const items = (function* () {
      for (;;) yield given++;
    })();
    const lines = jsonLines({ items });
    expect([1, 2, 3].map(() => lines.next().value as string)).toEqual(['{', '  "items": [', '    0,']);
    expect(given).toBeLessThan(4);
    expect([...jsonLines({ items: new Set(), more: new Set([1]) })]).toEqual([...jsonLines({ items: [], more: [1] })]);
  });

  it('has a line for each item of its lists', () =>
    expect([...jsonLines({ count: 1, none: [], left: undefined, items: [{ a: 1 }, 2] })]).toEqual([
      '{',
      '  "count": 1,',
      '  "none": [],',
      '  "items": [',
      '    {"a":1},',
      '    2',
      '  ]',
      '}',
    ]));
});
