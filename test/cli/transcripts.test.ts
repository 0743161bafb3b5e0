import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf } from '../docs/markdown';
import { rerun, transcriptsOf } from './transcripts';

const ROOT = join(__dirname, '..', '..');

const TRANSCRIPTS = ['README.md', 'docs/verify.md', 'docs/json.md', 'docs/expectations.md'].flatMap(transcriptsOf);

describe('a transcript in the documentation', () => {
  it('is there', () => expect(TRANSCRIPTS.length).toBeGreaterThan(8));

  it.each(TRANSCRIPTS.map(block => [block.at, block] as const))('is what the commands print: %s', async (_, block) => {
    expect(block.text).toBe(await rerun(block));
  });
});

describe('the file that docs/expectations.md shows', () => {
  it('is the one of the example', () => {
    const page = readFileSync(join(ROOT, 'docs', 'expectations.md'), 'utf8');
    const [shown] = blocksOf('docs/expectations.md', page).filter(({ language }) => language === 'yaml');
    expect(`${shown.text}\n`).toBe(readFileSync(join(ROOT, 'examples', 'three-tier', 'expectations.yaml'), 'utf8'));
  });
});
