import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PAGES } from './pages';

/** `NETPOL_WRITE_PAGES=1` writes the pages in place of comparing them. */
const IS_WRITING = process.env.NETPOL_WRITE_PAGES === '1';

describe('a page that is made of data', () => {
  it.each(Object.entries(PAGES))('%s says what the data says', (path, page) => {
    const file = join(__dirname, '..', '..', path);
    if (IS_WRITING) writeFileSync(file, page());
    expect(readFileSync(file, 'utf8')).toBe(page());
  });
});
