import { describe, expect, it } from 'vitest';
import { findQuery } from '../../../../src/main/jobs/find-query.ts';
import { myself, newestFirst, noFilter } from '../../../../src/shared/history/query.ts';
import { defaultColumns, type SavedView } from '../../../../src/shared/history/view.ts';

const today = '2026-11-25';
const viewOf = (name: string, text = name): SavedView => ({
  name,
  query: { filter: { ...noFilter, text }, sort: newestFirst, group: 'none' },
  columns: [...defaultColumns],
});
const find = (wanted: string, ...saved: SavedView[]) => findQuery(wanted, saved, today);

describe('what is meant on a command line', () => {
  it('is a saved view by its very name, before one of its name in another case', () => {
    const [small, great] = [viewOf('büro', 'small'), viewOf('Büro', 'great')];
    expect(find('Büro', small, great)).toMatchObject({ kind: 'view', query: great.query });
    expect(find(' BÜRO ', small, great)).toMatchObject({ kind: 'view', query: small.query });
    expect(find('Bu\u0308ro', small, great)).toMatchObject({ kind: 'view', name: 'Büro' });
  });

  it.each([
    ['My week', { period: 'thisWeek', technicians: [myself] }],
    ['meine woche', { period: 'thisWeek', technicians: [myself] }],
    ['Last month by client', { period: 'lastMonth' }],
    ['Ohne Kunde', { clients: [''] }],
  ])('is one of the views there are from the start, in either language: %s', (wanted, filter) => {
    expect(find(wanted)).toMatchObject({ kind: 'view', query: { filter } });
  });

  it('is a saved view before one there is from the start', () => {
    const own = viewOf('My week', 'own');
    expect(find('my week', own)).toMatchObject({ query: own.query });
  });

  it.each([
    ['kunde:"Müller GmbH" von:1.11. bis:20.11.', false],
    ['from:2026-11-01', false],
    ['min:15', false],
    ['-drucker', false],
    ['müller drucker', true],
    ['"My wek"', true],
  ])('is else a search: %s', (wanted, plain) => {
    expect(find(wanted)).toEqual({
      kind: 'search',
      plain,
      query: { filter: { ...noFilter, text: wanted }, sort: newestFirst, group: 'none' },
    });
  });

  it.each([
    ['kudne:Müller', 'unknown-token'],
    ['von:gestrn', 'no-such-date'],
    ['-von:1.11.', 'no-such-date'],
    ['min:lang', 'no-such-duration'],
    ['von:2.11. bis:1.11.', 'from-after-to'],
    [Array.from({ length: 2000 }, (_, at) => `w${at}`).join(' '), 'too-many-words'],
  ])('is refused where History would look for it as it stands: %.40s', (wanted, reason) => {
    expect(find(wanted)).toMatchObject({ kind: 'refused', remark: { reason } });
  });
});
