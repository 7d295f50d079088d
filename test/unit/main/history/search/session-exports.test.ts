import { describe, expect, it } from 'vitest';
import type { ExportRequest } from '../../../../../src/shared/exports/request.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import { question, setUp, zone } from '../support/search.ts';
import { sessionOf } from '../support/sessions.ts';

const minute = 60_000;
const klein = { folderId: 'f-klein', name: 'Klein', number: '1' };
const gross = { folderId: 'f-gross', name: 'Groß', number: '2' };
const first = sessionOf({ id: 'a', durationMs: 20 * minute, client: klein, lastUpdatedAt: 10 });

function stage(...sessions: readonly Session[]) {
  const { store, search, ask } = setUp(sessions);
  const request: ExportRequest = {
    query: question().query,
    options: { format: 'csv', columns: ['id'], language: 'de' },
    label: null,
  };
  return {
    store,
    rowOf: (id: string) =>
      ask()?.page.flatMap((line) =>
        line.kind === 'session' && line.row.id === id ? line.row : [],
      )[0],
    details: (id: string) => search.session(id, zone),
    change: (change: Partial<Session>, at: number) =>
      store.write([{ ...first, ...change, lastUpdatedAt: at }], at),
    exportAll(at: number, path = `/${at}.csv`): number {
      const { id } = search.beginExport(question(), { request, path, part: '/part' }, at);
      search.exportRows(id, 100);
      search.endExport(id);
      store.sealExport(id, { bytes: 1, sha256: 'a' });
      store.finishExport(id, at);
      return id;
    },
  };
}

describe('a session that was exported', () => {
  it('names its exports with the values they hold, the newest first', () => {
    const { details, exportAll, change } = stage(first);
    expect(details('a')).toMatchObject({ exported: 'no', exports: [] });
    const one = exportAll(100);
    change({ durationMs: 30 * minute, customDurationMs: 45 * minute, client: gross }, 110);
    expect(details('a')?.exported).toBe('changed');
    const two = exportAll(200);
    expect(details('a')).toMatchObject({
      exported: 'yes',
      exports: [
        {
          id: two,
          finishedAt: 200,
          path: '/200.csv',
          measuredMs: 30 * minute,
          customMs: 45 * minute,
          billableMs: 45 * minute,
          clientName: 'Groß',
        },
        {
          id: one,
          finishedAt: 100,
          measuredMs: 20 * minute,
          customMs: null,
          billableMs: 20 * minute,
          clientName: 'Klein',
        },
      ],
    });
  });

  it.each<[string, Partial<Session>, 'yes' | 'changed']>([
    ['another measured time', { durationMs: 21 * minute }, 'changed'],
    ['a custom time', { customDurationMs: 20 * minute }, 'changed'],
    ['another client', { client: gross }, 'changed'],
    ['no client any more', { client: null }, 'changed'],
    ['another name of the same client', { client: { ...klein, name: 'Kleiner' } }, 'yes'],
    ['another state of its invoice', { invoiceState: 'Invoiced' }, 'yes'],
    ['another name', { name: 'Umbenannt' }, 'yes'],
    ['nothing but the moment', {}, 'yes'],
  ])('is marked in its row after %s', (_, change, mark) => {
    const staged = stage(first);
    expect(staged.rowOf('a')).not.toHaveProperty('exported');
    staged.exportAll(100);
    expect(staged.rowOf('a')?.exported).toBe('yes');
    staged.change(change, 110);
    expect(staged.rowOf('a')?.exported).toBe(mark);
    // Back to what was exported is no change.
    staged.change({ name: 'Wie zuvor' }, 120);
    expect(staged.rowOf('a')?.exported).toBe('yes');
  });

  it('is not changed by a rounding rule, and not by a client that a rule here gives it', () => {
    const { store, exportAll, rowOf } = stage({ ...first, client: null });
    exportAll(100);
    store.setRule(null, { mode: 'up', step: 60, minimum: 0, per: 'session', mergeGap: 0 });
    expect(rowOf('a')?.exported).toBe('yes');
  });

  it('that ran then is changed once it has ended', () => {
    const { exportAll, rowOf, change } = stage({ ...first, finishedAt: null });
    exportAll(100);
    expect(rowOf('a')?.exported).toBe('yes');
    change({}, 110);
    expect(rowOf('a')?.exported).toBe('changed');
  });
});
