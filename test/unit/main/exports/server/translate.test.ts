import { compileExpression } from 'filtrex';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byIds, exactBut, translate } from '../../../../../src/main/exports/server/translate.ts';
import type { Question } from '../../../../../src/main/history/search/types.ts';
import {
  myself,
  newestFirst,
  noFilter,
  type HistoryFilter,
  type HistorySort,
} from '../../../../../src/shared/history/query.ts';

const zone = 'Europe/Berlin';
const now = Date.UTC(2026, 10, 23, 14);
const directions = ['Asc', 'Desc'];

function asked(filter: Partial<HistoryFilter>, sort: HistorySort = newestFirst): Question {
  const query = { filter: { ...noFilter, ...filter }, sort, group: 'none' as const };
  return { query, now, zone, ownEmail: 'jana@elbmarsch-it.example' };
}

const selected = (filter: Partial<HistoryFilter>) => translate(asked(filter), directions).selection;
const left = (filter: Partial<HistoryFilter>) => translate(asked(filter), directions).untranslated;

describe('a question to the server', () => {
  it('says nothing where everything is asked for, but the order', () => {
    expect(translate(asked({}), directions)).toEqual({
      selection: {
        from: null,
        to: null,
        filter: null,
        search: null,
        sort: { path: 'sessionCreatedAt', direction: 'Desc' },
      },
      untranslated: [],
    });
  });

  it('says the period in UTC ms, both bounds inclusive, days being local', () => {
    const { from, to } = selected({ period: { from: '2026-10-25', to: '2026-10-25' } });
    // The day on which summer time ends has 25 hours.
    expect(from).toBe(Date.UTC(2026, 9, 24, 22));
    expect(to).toBe(Date.UTC(2026, 9, 25, 23) - 1);
    expect(selected({ text: 'von:1.11.2026', period: 'thisYear' })).toMatchObject({
      from: Date.UTC(2026, 9, 31, 23),
      to: Date.UTC(2026, 11, 31, 23) - 1,
    });
    expect(selected({ text: 'bis:1.11.2026' })).toMatchObject({
      from: null,
      to: Date.UTC(2026, 10, 1, 23) - 1,
    });
  });

  it('says clients, types, states and invoice states as one filtrex expression', () => {
    const { filter } = selected({
      clients: ['f-1', 'f-2'],
      types: ['RemoteAccessSession'],
      states: ['Finished'],
      invoices: ['Open', 'NotRequired'],
    });
    expect(filter).toBe(
      '(clientCompany.companyFolderId in ("f-1", "f-2")) and (type in ("RemoteAccessSession"))' +
        ' and (state in ("Finished")) and (invoiceState in ("Open", "NotRequired"))',
    );
  });

  it('escapes whatever a client is called, so that nothing else is asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (key) => {
        fc.pre(!key.startsWith('local:'));
        const { filter } = selected({ clients: [key] });
        const holds = compileExpression(filter ?? '', {
          customProp: (name: string) => (name === 'clientCompany.companyFolderId' ? key : 'x'),
        });
        expect(holds({})).toBe(true);
        const other = compileExpression(filter ?? '', { customProp: () => `${key}!` });
        expect(other({})).toBe(false);
      }),
    );
  });

  it('says words as they were typed, and that the server searches in its own way', () => {
    expect(selected({ text: 'Müller "neuer Drucker"' }).search).toBe('Müller neuer Drucker');
    expect(left({ text: 'Müller' })).toEqual(['words']);
  });

  it.each([
    ['kunde:mül', ['fieldWords']],
    ['-drucker', ['notWords']],
    ['-kunde:mül', ['notWords']],
    ['min:10m', ['least']],
    ['von:1.11. bis:30.11.', []],
  ] as const)('names what of %s it cannot say', (text, parts) => {
    expect(left({ text })).toEqual(parts);
    expect(selected({ text }).search).toBeNull();
  });

  it('names people, sessions without a client and clients of this machine', () => {
    expect(left({ technicians: [myself] })).toEqual(['technicians']);
    expect(left({ clients: ['', 'f-1'] })).toEqual(['noClient']);
    expect(left({ clients: ['local:Bäckerei', 'f-1'] })).toEqual(['localClients']);
    // Asking for the others alone would leave sessions out of a bill.
    expect(selected({ clients: ['', 'f-1'] }).filter).toBeNull();
  });

  it.each([
    ['client', 'clientCompany.companyFolderDisplayName'],
    ['measured', 'duration'],
    ['updated', 'lastUpdatedAt'],
  ] as const)('sorts by %s', (column, path) => {
    const { selection } = translate(asked({}, { column, descending: false }), directions);
    expect(selection.sort).toEqual({ path, direction: 'Asc' });
  });

  it('names an order the server cannot be told', () => {
    for (const [sort, known] of [
      [{ column: 'billable', descending: false }, directions],
      [{ column: 'technician', descending: false }, directions],
      [newestFirst, []],
      [newestFirst, ['Asc', 'Down', 'Random']],
    ] as const) {
      const { selection, untranslated } = translate(asked({}, sort), known);
      expect(selection.sort).toBeNull();
      expect(untranslated).toEqual(['sort']);
    }
    const { selection } = translate(asked({}, newestFirst), ['Asc', 'Descending']);
    expect(selection.sort?.direction).toBe('Descending');
  });

  it('is exact where the sessions are named one by one', () => {
    const vague = translate(
      asked({ text: 'kunde:mül min:10m', technicians: [myself], clients: [''] }),
      [],
    );
    const exact = byIds(vague, ['a"b', 'c']);
    expect(exact.selection).toMatchObject({ filter: 'id in ("a\\"b", "c")', search: null });
    expect(exact.untranslated).toEqual(['sort']);
    expect(exactBut(['words', 'least'])).toEqual([]);
  });
});
