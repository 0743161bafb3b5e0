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
