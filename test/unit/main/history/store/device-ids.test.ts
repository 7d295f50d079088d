import { describe, expect, it } from 'vitest';
import { fieldChanges } from '../../../../../src/main/history/search/field-changes.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import { createMemoryStore, type MemoryStore } from '../support/memory-store.ts';
import { sessionOf } from '../support/sessions.ts';

type Ids = { macAddress?: string | null; teamViewerId?: string | null };

function on(id: string, ids: Ids, changes: Partial<Session> = {}): Session {
  const session = sessionOf({ id, ...changes });
  return { ...session, computer: session.computer && { ...session.computer, ...ids } };
}

function everything({ db }: MemoryStore): string {
  return ['computers', 'sessions', 'revisions', 'malformed']
    .flatMap((table) => db.prepare(`SELECT * FROM ${table}`).all())
    .map((row) => JSON.stringify(row))
    .join('\n');
}

const count = ({ db }: MemoryStore, table: string): number =>
  db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM ${table}`).get()?.n ?? NaN;

const held = (store: MemoryStore): readonly Session[] => store.slice(null, 100) ?? [];

describe('device ids that are no longer wanted', () => {
  it('go from sessions as they are, as they were and as they could not be read', () => {
    const store = createMemoryStore();
    const first = on('a', { macAddress: '02:1a:aa', teamViewerId: '111222333' });
    store.write([first], 1000);
    const moved = on('a', { macAddress: '02:1a:bb', teamViewerId: null }, { lastUpdatedAt: 9e12 });
    store.write([{ ...moved, state: 'Closed' }], 2000);
    store.write([on('b', { macAddress: null })], 2000);
    store.write([on('c', {})], 2000);
    const raw = { target: { computerMacAddress: '02:1a:cc' } };
    store.ingest({ sessions: [], malformed: [{ id: 'd', reason: 'state: missing', raw }] }, 2000);
    expect(everything(store)).toMatch(/02:1a:aa/);
    expect(count(store, 'computers')).toBe(4);

    expect(store.removeDeviceIds()).toBe(true);
    expect(everything(store)).not.toMatch(/02:1a|111222333/);
    expect(count(store, 'computers')).toBe(1);
    for (const { computer } of held(store)) {
      expect(computer).toMatchObject({ displayName: 'PC-EMPFANG' });
      expect(computer).not.toHaveProperty('macAddress');
      expect(computer).not.toHaveProperty('teamViewerId');
    }
    expect(store.coverage()).toMatchObject({ sessions: 3, malformed: 1 });
    expect(store.removeDeviceIds()).toBe(false);
  });

  it('are no change of a session, and what had changed before is still told', () => {
    const store = createMemoryStore();
    store.write([on('a', { macAddress: 'aa' }), on('b', { macAddress: 'bb' })], 1000);
    store.write([on('a', { macAddress: 'aa' }, { state: 'Closed', lastUpdatedAt: 9e12 })], 2000);
    const before = count(store, 'revisions');
    store.removeDeviceIds();
    expect(count(store, 'revisions')).toBe(before);
    const now = on('a', {}, { state: 'Closed', lastUpdatedAt: 9e12 });
    const revisions = store.revisions.of(store.sessions.pkOf('a') ?? 0);
    expect(fieldChanges(revisions, now)).toEqual([
      { noticedAt: 2000, field: 'state', before: 'Finished', after: 'Closed' },
    ]);

    // Read again without them, nothing is written; and what the server changes afterwards is noticed.
    expect(store.ingest({ sessions: [now, on('b', {})], malformed: [] }, 3000)).toEqual({
      inserted: 0,
      changed: 0,
    });
    store.write([{ ...on('b', {}), state: 'Closed', lastUpdatedAt: 9e12 }], 3000);
    expect(count(store, 'revisions')).toBe(before + 1);
  });

  it('leave other computers apart', () => {
    const store = createMemoryStore();
    const other = sessionOf({ id: 'b' }).computer;
    const laptop = other && { ...other, displayName: 'NB-01', hostName: null, macAddress: 'bb' };
    store.write([on('a', { macAddress: 'aa' }), sessionOf({ id: 'b', computer: laptop })]);
    store.removeDeviceIds();
    expect(held(store).map(({ computer }) => computer?.displayName)).toEqual(
      expect.arrayContaining(['PC-EMPFANG', 'NB-01']),
    );
    expect(count(store, 'computers')).toBe(2);
  });
});
