import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const FILES = readdirSync(__dirname, { recursive: true, encoding: 'utf8' })
  .filter(path => path.endsWith('.ts'))
  .map(path => ({ path: path.split(sep).join('/'), text: readFileSync(join(__dirname, path), 'utf8') }));

/** What judges the library, and must not be wrong together with it. */
const JUDGES = ['address/', 'api-server/', 'oracle/'];

describe('the tests', () => {
  it.each(JUDGES)('judge with %s alone: it imports nothing of the library', folder => {
    const files = FILES.filter(({ path }) => path.startsWith(folder));
    const imports = files.flatMap(({ text }) => [...text.matchAll(/from '([^']+)'/g)].map(([, from]) => from));
    const judges = /^\.\/|^\.\.\/(address|api-server|oracle|shared)(\/|$)|^node:/;
    expect(files.length).toBeGreaterThan(1);
    expect(imports.filter(from => !judges.test(from))).toEqual([]);
  });

  it('are left out in one place alone, where ../shared is not there', () => {
    const leavesOut = /\b(describe|it|test)\.(skip|todo|only|failing)\b|\b[xf](describe|it|test)\(/;
    const files = FILES.filter(({ path, text }) => leavesOut.test(text) && path !== 'independence.test.ts');
    expect(files.map(({ path }) => path)).toEqual(['shared.ts']);
  });
});
