import { describe, expect, it } from 'vitest';
import type { ExportRequest } from '../../../../../src/shared/exports/request.ts';
import { newestFirst, noFilter } from '../../../../../src/shared/history/query.ts';
import { createMemoryStore, type MemoryStore } from '../support/memory-store.ts';
import { sessionOf } from '../support/sessions.ts';

const request: ExportRequest = {
  query: { filter: noFilter, sort: newestFirst, group: 'none' },
  options: { format: 'xlsx', columns: ['id'], language: 'de' },
  label: null,
};
const seal = { bytes: 9, sha256: 'abc' };

function storeWith(...ids: readonly string[]): MemoryStore {
  const store = createMemoryStore();
  store.write(ids.map((id, at) => sessionOf({ id, createdAt: 10 * (at + 1) })));
  return store;
}

/** Notes an export of some sessions, up to its seal. */
function sealed(store: MemoryStore, ids: readonly string[], path = '/a.xlsx'): number {
  const totals = { rows: ids.length, measuredMs: 1, billableMs: 2 };
  const id = store.openExport({ request, path, part: `${path}.part` }, totals, 1);
  const rows = ids.map((each) => ({
    pk: store.sessions.pkOf(each) ?? 0,
    updatedAt: 5,
    measuredMs: 1,
    customMs: null,
    billableMs: 2,
  }));
  store.recordExported(id, rows);
  store.sealExport(id, seal);
  return id;
}

function among(store: MemoryStore, ...ids: readonly string[]) {
  return store.exportedAmong(Uint32Array.from(ids, (id) => store.sessions.pkOf(id) ?? 0));
}

describe('the ledger', () => {
  it('knows an export once it is finished, the newest first', () => {
    const store = storeWith('a', 'b');
    const first = sealed(store, ['a']);
    expect(store.exports()).toEqual([]);
    expect(store.unfinishedExports()).toEqual([
      { id: first, path: '/a.xlsx', part: '/a.xlsx.part', sha256: 'abc' },
    ]);
    store.finishExport(first, 100);
    const second = sealed(store, ['a', 'b'], '/b\ud800.xlsx');
    store.finishExport(second, 200);
    expect(store.unfinishedExports()).toEqual([]);
    expect(store.exports()).toMatchObject([
      { id: second, finishedAt: 200, path: '/b\ud800.xlsx', rows: 2 },
      {
        id: first,
        finishedAt: 100,
        format: 'xlsx',
        rows: 1,
        ...seal,
        measuredMs: 1,
        billableMs: 2,
      },
    ]);
  });

  it('tells what a finished export was asked for, and of no other', () => {
    const store = storeWith('a');
    const id = sealed(store, ['a']);
    expect(store.exportRequest(id)).toBeNull();
    store.finishExport(id, 100);
    expect(store.exportRequest(id)).toEqual(request);
    expect(store.exportRequest(id + 1)).toBeNull();
  });

  it('does not take what can no longer be read for a request', () => {
    const store = storeWith('a');
    const period = { ...noFilter, period: 'nextCentury' } as unknown as typeof noFilter;
    const strange = { ...request, query: { ...request.query, filter: period } };
    const totals = { rows: 0, measuredMs: 0, billableMs: 0 };
    const id = store.openExport({ request: strange, path: '/a', part: '/p' }, totals, 1);
    store.sealExport(id, seal);
    store.finishExport(id, 2);
    expect(store.exportRequest(id)).toBeNull();
    expect(store.exports()).toMatchObject([{ id }]);
  });

  it('counts sessions of finished exports alone, each once', () => {
    const store = storeWith('a', 'b', 'c');
    const ids = ['a', 'b', 'c'] as const;
    expect(among(store, ...ids)).toEqual({ sessions: 0, lastAt: null });
    const dropped = sealed(store, ['c']);
    expect(among(store, ...ids)).toEqual({ sessions: 0, lastAt: null });
    store.dropExport(dropped);
    store.finishExport(sealed(store, ['a']), 100);
    store.finishExport(sealed(store, ['a', 'b']), 200);
    expect(among(store, ...ids)).toEqual({ sessions: 2, lastAt: 200 });
    expect(among(store, 'c')).toEqual({ sessions: 0, lastAt: null });
    expect(among(store)).toEqual({ sessions: 0, lastAt: null });
  });

  it('finishes nothing whose file is not known whole', () => {
    const store = storeWith('a');
    const totals = { rows: 1, measuredMs: 0, billableMs: 0 };
    const id = store.openExport({ request, path: '/a', part: '/p' }, totals, 1);
    expect(() => store.finishExport(id, 2)).toThrow('is not sealed');
    expect(store.exports()).toEqual([]);
  });

  it('is appended to only: what is finished is neither changed nor dropped', () => {
    const store = storeWith('a');
    const id = sealed(store, ['a']);
    store.finishExport(id, 100);
    expect(() => store.dropExport(id)).toThrow();
    expect(() => store.sealExport(id, { bytes: 1, sha256: 'other' })).toThrow('does not change');
    expect(() => store.db.exec('UPDATE exported SET billable_ms = 0')).toThrow('does not change');
    expect(() => store.db.exec('DELETE FROM exports')).toThrow('is not removed');
    expect(store.exports()).toMatchObject([{ id, ...seal }]);
    expect(among(store, 'a')).toEqual({ sessions: 1, lastAt: 100 });
  });

  it('keeps an export whose sessions are purged, and nothing of them', () => {
    const store = storeWith('old', 'new');
    store.finishExport(sealed(store, ['old', 'new']), 100);
    store.purgeBefore(20);
    expect(store.exports()).toMatchObject([{ rows: 2, ...seal }]);
    expect(among(store, 'new')).toEqual({ sessions: 1, lastAt: 100 });
    const left = store.db.prepare('SELECT count(*) AS n FROM exported').all();
    expect(left).toEqual([{ n: 1 }]);
  });
});
