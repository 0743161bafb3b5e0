import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf } from '../test/docs/markdown';
import { theClone } from './clone';
import { shell } from './shell';

describe('a fresh clone', () => {
  it('runs the example as README shows it', () => {
    const { folder, output } = theClone();
    const [shown] = blocksOf('README.md', readFileSync(join(folder, 'README.md'), 'utf8')).filter(
      ({ remark }) => remark === 'npm run example',
    );
    expect(output).toContain(shown.text);
    expect(output).not.toMatch(/\bat .*:\d+:\d+\)/);
  });

  it('leaves nothing behind that git would see', () =>
    expect(shell('git status --porcelain', { cwd: theClone().folder })).toBe(''));

  it('holds what projen generates, and API.md as it is generated', () => {
    const { folder } = theClone();
    shell('npx projen && npx projen docgen', { cwd: folder });
    expect(shell('git status --porcelain', { cwd: folder })).toBe('');
  });
});
