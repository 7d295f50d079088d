import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldChanges } from '../../../../../src/main/history/search/field-changes.ts';
import { anySession } from '../support/any-session.ts';
import { createMemoryStore, type MemoryStore } from '../support/memory-store.ts';
import { sessionOf, technician } from '../support/sessions.ts';

const before = sessionOf({ id: 'a', lastUpdatedAt: 100 });

function revisionsOf(store: MemoryStore, id: string) {
  return store.revisions.of(store.sessions.pkOf(id) ?? 0);
}

describe('revisions', () => {
  it('hold what a session was before the server changed it, and when that was noticed', () => {
    const store = createMemoryStore();
    const bob = { ...technician, name: null, email: 'bob@x.example' };
    const client = { ...before.client, name: 'Müller GmbH', folderId: 'f', number: null };
    const second = { ...before, state: 'Closed', client, lastUpdatedAt: 200 };
    const third = { ...second, customDurationMs: 900_000, participants: [bob], lastUpdatedAt: 300 };
    store.write([before], 1000);
    store.write([second], 2000);
    store.write([third], 3000);
    const revisions = revisionsOf(store, 'a');
    expect(revisions).toEqual([
      { noticedAt: 2000, session: before },
      { noticedAt: 3000, session: second },
    ]);
    expect(fieldChanges(revisions, third)).toEqual([
      { noticedAt: 3000, field: 'participants', before: 'Jana Weiß', after: 'bob@x.example' },
      { noticedAt: 3000, field: 'customDurationMs', before: null, after: 900_000 },
      { noticedAt: 2000, field: 'state', before: 'Finished', after: 'Closed' },
      { noticedAt: 2000, field: 'client.name', before: 'Müller & Söhne', after: 'Müller GmbH' },
      { noticedAt: 2000, field: 'client.number', before: '00417', after: null },
      {
        noticedAt: 2000,
        field: 'client.folderId',
        before: '0d3b1a0e-1111-4222-8333-944445555666',
        after: 'f',
      },
    ]);
  });

  it('are not made where nothing but the time of the change differs, nor by vanishing', () => {
    const store = createMemoryStore();
    store.write([before]);
    store.write([{ ...before, lastUpdatedAt: 200 }]);
    store.write([{ ...before, state: 'Older', lastUpdatedAt: 50 }]);
    store.markVanished(['a'], 10);
    store.write([{ ...before, lastUpdatedAt: 200 }]);
    expect(revisionsOf(store, 'a')).toEqual([]);
    store.markVanished(['a'], 10);
    store.write([{ ...before, name: 'wieder da', lastUpdatedAt: 1 }]);
    expect(revisionsOf(store, 'a')).toHaveLength(1);
  });

  it('tell nothing of what was not asked for or not told on one side', () => {
    const store = createMemoryStore();
    const { computer } = before;
    store.write([{ ...before, participants: [] }]);
    store.write([before]);
    store.write([{ ...before, participants: [] }]);
    expect(revisionsOf(store, 'a')).toEqual([]);
    const known = { ...before, computer: computer && { ...computer, macAddress: 'aa' } };
    store.write([known]);
    const [revision] = revisionsOf(store, 'a');
    expect(revision?.session.computer).not.toHaveProperty('macAddress');
    expect(fieldChanges(revisionsOf(store, 'a'), known)).toEqual([]);
    const changed = { ...before, computer: computer && { ...computer, macAddress: 'bb' } };
    store.write([changed]);
    expect(fieldChanges(revisionsOf(store, 'a'), changed)).toEqual([
      { noticedAt: 0, field: 'computer.macAddress', before: 'aa', after: 'bb' },
    ]);
  });

  it('are the newest fifty of each session', () => {
    const store = createMemoryStore();
    const other = sessionOf({ id: 'b' });
    store.write([before, other]);
    store.write([{ ...other, name: 'anders', lastUpdatedAt: other.lastUpdatedAt + 1 }]);
    for (let at = 1; at <= 60; at++) {
      store.write([{ ...before, name: `Name ${at}`, lastUpdatedAt: 100 + at }], at);
    }
    const revisions = revisionsOf(store, 'a');
    expect(revisions).toHaveLength(50);
    expect(revisions.at(0)).toMatchObject({ noticedAt: 11, session: { name: 'Name 10' } });
    expect(revisions.at(-1)).toMatchObject({ noticedAt: 60, session: { name: 'Name 59' } });
    expect(revisionsOf(store, 'b')).toHaveLength(1);
  });

  it('keep what they refer to when something else is purged, and go with their session', () => {
    const store = createMemoryStore();
    const old = sessionOf({ id: 'old', createdAt: 1, client: null, computer: null });
    const bare = { client: null, computer: null, participants: [], name: 'leer' };
    store.write([before, old]);
    store.write([{ ...before, ...bare, state: 'Neu', lastUpdatedAt: 200 }]);
    store.write([{ ...old, state: 'Alt', lastUpdatedAt: old.lastUpdatedAt + 1 }]);
    expect(store.purgeBefore(2)).toBe(1);
    expect(revisionsOf(store, 'a')).toEqual([{ noticedAt: 0, session: before }]);
    expect(store.db.pragma('foreign_key_check')).toEqual([]);
    expect(store.purgeBefore(Number.MAX_SAFE_INTEGER)).toBe(1);
    for (const table of ['revisions', 'clients', 'computers', 'people', 'texts']) {
      expect(store.db.prepare(`SELECT count(*) AS rows FROM ${table}`).get()).toEqual({ rows: 0 });
    }
  });

  it('come back exactly, whatever a server says', () => {
    fc.assert(
      fc.property(anySession, anySession, (first, next) => {
        const store = createMemoryStore();
        const later = { ...next, id: first.id, lastUpdatedAt: first.lastUpdatedAt };
        store.write([first]);
        store.write([later]);
        const revisions = revisionsOf(store, first.id);
        for (const { session } of revisions) expect(session).toStrictEqual(first);
        const held = store.sessions.at(store.sessions.pkOf(first.id) ?? 0)?.session;
        expect(held).toStrictEqual(later);
        const told = fieldChanges(revisions, later).map((change) => change.field);
        expect(told.includes('name')).toBe(first.name !== later.name);
        expect(told.includes('durationMs')).toBe(first.durationMs !== later.durationMs);
        store.db.close();
      }),
      { numRuns: 60 },
    );
  });
});
