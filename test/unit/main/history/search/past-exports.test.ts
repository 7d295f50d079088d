import { describe, expect, it } from 'vitest';
import { createColumns, restoreColumns } from '../../../../../src/main/history/columns/index.ts';
import { createSearch } from '../../../../../src/main/history/search/index.ts';
import type { ExportFormat } from '../../../../../src/shared/exports/format.ts';
import type { HistoryFilter } from '../../../../../src/shared/history/query.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { noon, question, zone } from '../support/search.ts';
import { sessionOf } from '../support/sessions.ts';

const minute = 60_000;
const day = 1440 * minute;

const session = (id: string, more: Partial<Session> = {}): Session =>
  sessionOf({
    id,
    name: `Sitzung ${id}`,
    createdAt: noon - 60 * minute,
    finishedAt: noon - 40 * minute,
    durationMs: 20 * minute,
    client: { folderId: 'f', name: 'Müller', number: null },
    lastUpdatedAt: 1,
    ...more,
  });

function stage(...sessions: readonly Session[]) {
  const store = createMemoryStore();
  store.write(sessions);
  const search = createSearch({
    store,
    createColumns,
    restoreColumns,
    nextNumber: () => 1,
    isOvertaken: () => false,
  });
  return {
    store,
    search,
    export(filter: Partial<HistoryFilter> = {}, at = noon, format: ExportFormat = 'csv') {
      const asked = { ...question(filter), now: at };
      const options = { format, columns: ['id' as const], language: 'de' as const };
      const request = { query: asked.query, options, label: null };
      const { id } = search.beginExport(asked, { request, path: `/${at}`, part: '/p' }, at);
      search.exportRows(id, 1000);
      search.endExport(id);
      store.sealExport(id, { bytes: 1, sha256: 'a' });
      store.finishExport(id, at);
      return id;
    },
    versions: () =>
      search.exportEntries(0, 100, zone).entries.map(({ id, version }) => [id, version]),
    differences: (id: number) => search.exportDifferences(id, 0, 100, zone),
  };
}

describe('exports that were made', () => {
  it('are told page by page, the newest first, with the days that were meant', () => {
    const { search, ...staged } = stage(session('a'));
    const ids = Array.from({ length: 5 }, (_, at) =>
      staged.export({ period: 'today' }, noon + at * day),
    );
    const { entries, total } = search.exportEntries(1, 2, zone);
    expect(total).toBe(5);
    expect(entries.map(({ id }) => id)).toEqual([ids[3], ids[2]]);
    expect(entries[0]?.request?.query.filter.period).toEqual({
      from: '2026-11-26',
      to: '2026-11-26',
    });
  });

  it('are versions of one another where they are the same sessions in the same format', () => {
    const { versions, ...staged } = stage(session('a'));
    const month = { from: '2026-11-01', to: '2026-11-30' };
    const first = staged.export({ period: 'thisMonth', clients: ['f', 'g'] });
    const book = staged.export({ period: 'thisMonth', clients: ['f', 'g'] }, noon, 'xlsx');
    const second = staged.export({ period: month, clients: ['g', 'f'] }, noon + 30 * day);
    const december = staged.export({ period: 'thisMonth', clients: ['f', 'g'] }, noon + 30 * day);
    const third = staged.export({ period: 'thisMonth', clients: ['f', 'g'] }, noon + 1);
    expect(Object.fromEntries(versions())).toEqual({
      [first]: 1,
      [book]: 1,
      [second]: 2,
      [december]: 1,
      [third]: 3,
    });
  });

  it('of what was not exported yet are no versions: each is of others', () => {
    const { versions, ...staged } = stage(session('a'));
    staged.export({ exported: ['no'] });
    staged.export({ exported: ['no'] });
    staged.export({ text: 'exportiert:nein' });
    staged.export({ text: 'exportiert:nein' });
    expect(versions().map(([, version]) => version)).toEqual([1, 1, 1, 1]);
  });

  it('that cannot be read any more are listed all the same', () => {
    const { search, store, ...staged } = stage(session('a'));
    const id = staged.export();
    store.db.exec('DROP TRIGGER exports_stay');
    store.db.exec(`UPDATE exports SET request = '{"of":"a later version"}'`);
    expect(search.exportEntries(0, 10, zone)).toMatchObject({
      entries: [{ id, request: null, version: 1, rows: 1 }],
      total: 1,
    });
  });
});

describe('an export beside what its sessions are now', () => {
  it('tells of those that differ, then and now, and of the sums', () => {
    const { store, differences, ...staged } = stage(session('a'), session('b'), session('c'));
    const id = staged.export();
    expect(differences(id)).toEqual({
      rows: [],
      total: 0,
      sessions: 3,
      then: { measuredMs: 60 * minute, billableMs: 60 * minute },
      now: { measuredMs: 60 * minute, billableMs: 60 * minute },
      purged: 0,
    });
    const client = { folderId: 'g', name: 'Weiß', number: null };
    store.write([
      session('a', { customDurationMs: 45 * minute, lastUpdatedAt: 2 }),
      session('b', { client, lastUpdatedAt: 2 }),
      session('c', { invoiceState: 'Invoiced', lastUpdatedAt: 2 }),
    ]);
    const billed = { measuredMs: 20 * minute, customMs: null, billableMs: 20 * minute };
    expect(differences(id)).toEqual({
      rows: [
        {
          id: 'a',
          name: 'Sitzung a',
          startedAt: noon - 60 * minute,
          then: { ...billed, clientName: 'Müller' },
          now: {
            measuredMs: 20 * minute,
            customMs: 45 * minute,
            billableMs: 45 * minute,
            clientName: 'Müller',
          },
        },
        {
          id: 'b',
          name: 'Sitzung b',
          startedAt: noon - 60 * minute,
          then: { ...billed, clientName: 'Müller' },
          now: { ...billed, clientName: 'Weiß' },
        },
      ],
      total: 2,
      sessions: 3,
      then: { measuredMs: 60 * minute, billableMs: 60 * minute },
      now: { measuredMs: 60 * minute, billableMs: 85 * minute },
      purged: 0,
    });
    // Told in parts.
    expect(staged.search.exportDifferences(id, 1, 1, zone)).toMatchObject({
      rows: [{ id: 'b' }],
      total: 2,
    });
  });

  it('bills by the rules it was made with: rounding otherwise since is no difference', () => {
    const { store, differences, ...staged } = stage(session('a'), session('b'));
    const rule = { mode: 'up', step: 30, minimum: 0, per: 'clientDay', mergeGap: 0 } as const;
    store.setRule(null, rule);
    const id = staged.export();
    store.setRule(null, { ...rule, step: 60 });
    expect(differences(id)).toMatchObject({
      total: 0,
      then: { billableMs: 60 * minute },
      now: { billableMs: 60 * minute },
    });
    store.write([session('a', { durationMs: 55 * minute, lastUpdatedAt: 2 })]);
    // 75 minutes of one day, up to the next half hour.
    expect(differences(id)).toMatchObject({ total: 1, now: { billableMs: 90 * minute } });
  });

  it('says which are gone from the server, and how many from the history', () => {
    const old = session('old', { createdAt: noon - 90 * day, finishedAt: noon - 90 * day });
    const { store, differences, ...staged } = stage(old, session('a'), session('b'));
    const id = staged.export();
    store.markVanished(['b'], noon + 1);
    store.purgeBefore(noon - 30 * day);
    expect(differences(id)).toMatchObject({
      rows: [{ id: 'b', then: { measuredMs: 20 * minute }, now: null }],
      total: 1,
      sessions: 2,
      then: { measuredMs: 40 * minute },
      now: { measuredMs: 20 * minute, billableMs: 20 * minute },
      purged: 1,
    });
  });

  it('is none where there is no such export', () => {
    expect(stage(session('a')).differences(7)).toBeNull();
  });
});
