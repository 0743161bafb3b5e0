import { annotationsOf, Documentation } from '../../src/model/annotations';
import { refusedFields } from '../api-server/api-server';
import { refusalOf } from '../refusal';

const HALF = 128 * 1024;

describe('the annotations of a policy', () => {
  it('carry what is written down about it, and nothing else', () => {
    expect(
      annotationsOf({ description: 'Lets the shop be scraped', owner: 'team-a', lastReviewed: '2026-02-28' }),
    ).toEqual({
      'kubernetes.io/description': 'Lets the shop be scraped',
      'netpol/owner': 'team-a',
      'netpol/last-reviewed': '2026-02-28',
    });
    expect(annotationsOf({ owner: 'team-a' })).toEqual({ 'netpol/owner': 'team-a' });
  });

  it('are not there where nothing is', () => expect(annotationsOf({})).toBeUndefined());

  it.each([
    '2026-2-8',
    '2026-02-29',
    '2026-13-01',
    '28.02.2026',
    '2026-02-28T00:00:00Z',
    'yesterday',
    '',
    '02026-02-28',
  ])('refuse the day %p', lastReviewed => {
    const refusal = refusalOf(() => annotationsOf({ lastReviewed }));
    expect(refusal).toMatchObject({ code: 'annotation', path: 'lastReviewed', value: lastReviewed });
    expect(refusal.message).toContain('write it as YYYY-MM-DD');
  });

  it('know leap years', () => expect(annotationsOf({ lastReviewed: '2028-02-29' })).toBeDefined());

  it.each(['', ' ', '\n\t'])('refuse %p, which says nothing', description => {
    expect(refusalOf(() => annotationsOf({ description }))).toMatchObject({ code: 'annotation', path: 'description' });
    expect(refusalOf(() => annotationsOf({ owner: description }))).toMatchObject({ code: 'annotation', path: 'owner' });
  });

  it.each<[string, Documentation]>([
    ['a description', { description: 'a'.repeat(2 * HALF) }],
    ['a description of letters that take two bytes', { description: 'é'.repeat(HALF) }],
    ['a description and an owner together', { description: 'a'.repeat(HALF), owner: 'a'.repeat(HALF) }],
  ])('refuse %s with more bytes than the API server takes', (_, documentation) => {
    expect(refusalOf(() => annotationsOf(documentation)).code).toBe('annotation');
  });

  it('are taken by the API server whenever they are not refused', () => {
    for (const bytes of [1, HALF - 64, HALF - 32, HALF]) {
      const documentation = { description: 'a'.repeat(bytes), owner: 'b'.repeat(bytes), lastReviewed: '2026-11-21' };
      expect(isRefused(documentation) || isAccepted(annotationsOf(documentation))).toBe(true);
    }
  });
});

function isRefused(documentation: Documentation): boolean {
  try {
    annotationsOf(documentation);
    return false;
  } catch {
    return true;
  }
}

function isAccepted(annotations: ReturnType<typeof annotationsOf>): boolean {
  const metadata = { name: 'a', annotations };
  return refusedFields({ apiVersion: 'networking.k8s.io/v1', kind: 'NetworkPolicy', metadata }, 'default').length === 0;
}
