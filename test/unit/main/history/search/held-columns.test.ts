import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { createHeldColumns } from '../../../../../src/main/history/search/held-columns.ts';
import { mostUnsaved } from '../../../../../src/main/history/store/entities/snapshot.ts';
import { createStore } from '../../../../../src/main/history/store/store.ts';
import { createMemoryStore, type MemoryStore } from '../support/memory-store.ts';
import {
  createNaiveColumns,
  restoreNaiveColumns,
  type NaiveColumns,
} from '../support/naive-columns.ts';
import { manySessions, sessionOf } from '../support/sessions.ts';

/** Columns over a store as they are after a start. */
function start(store: MemoryStore, restore = restoreNaiveColumns) {
  const restoreColumns = vi.fn(restore);
  const createColumns = vi.fn(() => createNaiveColumns());
  const onPurged = vi.fn();
  const fresh = createStore(store.db);
  const held = createHeldColumns({ store: fresh, createColumns, restoreColumns, onPurged });
  const rows = () => (held.whole() as NaiveColumns).rows;
  const settle = () => {
    let steps = 0;
    while (held.settle()) steps++;
    return steps;
  };
  return { held, store: fresh, createColumns, restoreColumns, onPurged, rows, settle };
}

/** What the rows say. */
function truth(store: MemoryStore) {
  return new Map(store.sessions.following(0, 1e6).map(({ pk, session }) => [pk, session]));
}

const sessions = manySessions(5000, 1_000_000, 9_000_000);
const none = { malformed: [] } as const;
const newer = sessionOf({
  ...sessions[0],
  id: sessions[0]?.id ?? '',
  name: 'neu',
  lastUpdatedAt: 1e12,
});

describe('the search columns', () => {
  it('are read from the rows when they are first wanted, and not before', () => {
    const store = createMemoryStore();
    store.write(sessions);
    const { createColumns, rows } = start(store);
    expect(createColumns).not.toHaveBeenCalled();
    expect(rows()).toEqual(truth(store));
    expect(rows().size).toBe(5000);
  });

  it('are in step with whatever is written, as if they were read anew', () => {
    const step = fc.oneof(
      fc.record({ put: fc.array(fc.nat(40), { maxLength: 8 }), version: fc.nat(3) }),
      fc.record({ vanish: fc.array(fc.nat(40), { maxLength: 5 }) }),
      fc.record({ purge: fc.nat(40) }),
      fc.constant('settle' as const),
      fc.constant('save' as const),
      fc.constant('restart' as const),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const store = createMemoryStore();
        let at = start(store);
        at.rows();
        for (const each of steps) {
          if (each === 'settle') at.settle();
          else if (each === 'save') at.store.saveSnapshot(at.held.whole().save());
          else if (each === 'restart') at = start(store);
          else if ('put' in each) {
            const changed = each.put.map((n) =>
              sessionOf({
                id: `s${n}`,
                createdAt: n,
                name: `v${each.version}`,
                lastUpdatedAt: each.version,
              }),
            );
            at.store.ingest({ sessions: changed, ...none }, 1);
          } else if ('vanish' in each) {
            at.store.markVanished(
              each.vanish.map((n) => `s${n}`),
              1,
            );
          } else at.store.purgeBefore(each.purge);
        }
        expect(at.rows()).toEqual(truth(store));
        expect(start(store).rows()).toEqual(truth(store));
        store.db.close();
      }),
      { numRuns: 150 },
    );
  });

  it('are saved once, and read back at the next start together with what was written since', () => {
    const store = createMemoryStore();
    store.write(sessions);
    expect(start(store).settle()).toBeGreaterThan(1);
    const again = start(store);
    again.store.ingest({ sessions: [newer, sessionOf({ id: 'x' })], ...none }, 1);
    again.store.markVanished([sessions[1]?.id ?? ''], 1);
    expect(again.store.snapshot.unsaved()).toHaveLength(3);
    const third = start(store);
    expect(third.rows()).toEqual(truth(store));
    expect(third.rows().size).toBe(5000);
    expect(third.createColumns).not.toHaveBeenCalled();
  });

  it('are not saved again for a few rows, but for many', () => {
    const store = createMemoryStore();
    store.write(sessions);
    const { held, settle, store: own } = start(store);
    settle();
    const saved = vi.spyOn(held.whole(), 'save');
    own.ingest({ sessions: [newer], ...none }, 1);
    settle();
    held.save();
    expect(saved).not.toHaveBeenCalled();
    own.ingest({ sessions: manySessions(1500, 1, 2e6, 7), ...none }, 1);
    settle();
    expect(saved).toHaveBeenCalledTimes(1);
    expect(own.snapshot.unsavedCount()).toBe(0);
    expect(start(store).rows()).toEqual(truth(store));
  });

  it('are read anew where what was saved cannot be read, is wrong, or is too old', () => {
    const store = createMemoryStore();
    store.write(sessions);
    start(store).settle();
    const broken = start(store, () => {
      throw new RangeError('nonsense');
    });
    expect(broken.rows()).toEqual(truth(store));
    expect(store.snapshot.read()).toBeNull();

    start(store).settle();
    const lacking = start(store, () => createNaiveColumns([...truth(store)].slice(1)));
    expect(lacking.rows()).toEqual(truth(store));

    start(store).settle();
    const { store: own } = start(store);
    const other = manySessions(mostUnsaved + 1, 1, 2e6, 9);
    own.ingest({ sessions: other, ...none }, 1);
    expect(own.snapshot.exists()).toBe(false);
    expect(own.snapshot.unsaved()).toEqual([]);
  });

  it('go on being built while sessions come and go', () => {
    const store = createMemoryStore();
    store.write(sessions);
    const { held, rows, store: own } = start(store);
    expect(held.settle()).toBe(true);
    const last = [...truth(store)].at(-1)?.[1];
    own.ingest({ sessions: [newer, sessionOf({ id: 'x' })], ...none }, 1);
    own.markVanished([sessions[3]?.id ?? '', last?.id ?? ''], 1);
    expect(held.settle()).toBe(true);
    expect(rows()).toEqual(truth(store));
  });

  it('are no longer saved once something was purged, and are saved anew without it', () => {
    const store = createMemoryStore();
    store.write(sessions);
    const { held, rows, settle, onPurged, store: own } = start(store);
    settle();
    expect(own.snapshot.exists()).toBe(true);
    own.purgeBefore(5_000_000);
    expect(onPurged).toHaveBeenCalledTimes(1);
    expect(own.snapshot.read()).toBeNull();
    expect(rows()).toEqual(truth(store));
    held.save();
    const gone = sessions.find((each) => each.createdAt < 5_000_000)?.id ?? '';
    const saved = Buffer.concat(own.snapshot.read() ?? []).toString();
    expect(saved).toContain(sessions.at(-1)?.id);
    expect(saved).not.toContain(gone);
    expect(start(store).rows()).toEqual(truth(store));
  });

  it('that fail at something written are read anew', () => {
    const store = createMemoryStore();
    store.write(sessions);
    const { held, rows, store: own } = start(store);
    vi.spyOn(held.whole(), 'put').mockImplementation(() => {
      throw new RangeError('full');
    });
    own.ingest({ sessions: [newer], ...none }, 1);
    expect(rows()).toEqual(truth(store));
  });

  it('learn nothing of a transaction that failed', () => {
    const store = createMemoryStore();
    store.write(sessions);
    const { rows, settle, store: own } = start(store);
    settle();
    const before = new Map(rows());
    const bad = [newer, { ...sessionOf({ id: 'bad' }), name: null as unknown as string }];
    expect(() => own.ingest({ sessions: bad, ...none }, 1)).toThrow();
    expect(rows()).toEqual(before);
    expect(own.snapshot.unsavedCount()).toBe(0);
  });
});
