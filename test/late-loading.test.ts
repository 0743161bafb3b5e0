import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

// A process of its own, in which nothing is loaded yet.
jest.setTimeout(60_000);

const ROOT = join(__dirname, '..');

/** The folders of `src` from which a program loads files, the file apart that loads the checks when they are asked for. */
function foldersLoadedBy(program: string): string[] {
  const list = `const { relative, sep } = require('node:path');
    const files = Object.keys(require.cache).map(file => relative('src', file).split(sep));
    const loader = 'late-synthesis-checks.ts';
    console.log(JSON.stringify([...new Set(files.filter(([first, name]) => first !== '..' && name !== loader).map(([first]) => first))].sort()));`;
  const args = ['--require', 'tsx/cjs', '--eval', `${program}\n${list}`];
  return JSON.parse(execFileSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8' })) as string[];
}

const APP = `const { App, Chart } = require('cdk8s');
  const { DefaultDeny, ProvenGuarantees } = require('./src');
  const app = new App({ outdir: require('node:fs').mkdtempSync(require('node:os').tmpdir() + '/netpol-late-') });
  new DefaultDeny(new Chart(app, 'shop', { namespace: 'shop' }), 'deny');`;

const LATE = ['read', 'testing', 'verify'];

describe('a program', () => {
  it('loads nothing that reads or judges manifests until it asks for a check at synthesis', () => {
    const folders = foldersLoadedBy(`${APP} app.synth();`);
    expect(folders).toContain('cdk8s');
    expect(folders.filter(folder => LATE.includes(folder))).toEqual([]);
  });

  it('loads it then', () => {
    const folders = foldersLoadedBy(`${APP} new ProvenGuarantees(app, 'proven'); app.synth();`);
    expect(folders.filter(folder => LATE.includes(folder))).toEqual(LATE);
  });
});
