import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createColumns, restoreColumns } from '../../../../../src/main/history/columns/index.ts';
import { createSearch } from '../../../../../src/main/history/search/index.ts';
import { anySession } from '../support/any-session.ts';
import { createMemoryStore } from '../support/memory-store.ts';
import { noon, question } from '../support/search.ts';
import { manySessions, sessionOf } from '../support/sessions.ts';

const many = manySessions(250, noon - 1e9, noon);

describe('the real columns, kept in step', () => {
  const restless = fc.tuple(anySession, fc.nat(11), fc.nat(3)).map(([session, id, version]) => ({
    ...session,
    id: `s${id}`,
    createdAt: noon - id * 3_600_000 * 13,
    finishedAt: session.finishedAt === null ? null : noon + id * version,
    lastUpdatedAt: version,
  }));
  const step = fc.oneof(
    fc.record({ put: fc.array(restless, { maxLength: 4 }) }),
    fc.record({ vanish: fc.nat(11) }),
    fc.record({ purge: fc.nat(11) }),
    fc.constant('save' as const),
  );

  it('answer as freshly built ones do, whatever was written, removed and purged', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const store = createMemoryStore();
        const start = () =>
          createSearch({
            store,
            createColumns,
            restoreColumns,
            nextNumber: () => 1,
            isOvertaken: () => false,
          });
        const held = start();
        held.search(question(), 1);
        for (const each of steps) {
          if (each === 'save') held.save();
          else if ('put' in each) store.write(each.put);
          else if ('vanish' in each) store.markVanished([`s${each.vanish}`], 1);
          else store.purgeBefore(noon - each.purge * 3_600_000 * 13);
        }
        for (const group of ['none', 'client', 'technician', 'week'] as const) {
          const asked = { ...question(), query: { ...question().query, group } };
          const answer = held.search(asked, 1);
          const present = store.slice(null, 100);
          expect(answer?.totals.sessions).toBe(present.length);
          const fresh = createColumns();
          for (const { pk, session } of store.sessions.following(0, 100)) fresh.put(pk, session);
          const other = createSearch({
            store: { ...store, onWritten: () => undefined },
            createColumns: () => fresh,
            restoreColumns: () => null,
            nextNumber: () => 1,
            isOvertaken: () => false,
          });
          expect(answer).toEqual(other.search(asked, 1));
        }
        store.db.close();
      }),
      { numRuns: 100 },
    );
  });

  it('hold nothing of what was purged once they are saved', () => {
    const store = createMemoryStore();
    const old = sessionOf({ id: 'old', createdAt: 5, name: 'Altes', client: null });
    store.write([old, ...many]);
    const search = createSearch({
      store,
      createColumns,
      restoreColumns,
      nextNumber: () => 1,
      isOvertaken: () => false,
    });
    expect(search.search(question({ text: 'altes' }), 1)?.totals.sessions).toBe(1);
    const saved = () => {
      search.save();
      return Buffer.concat(store.snapshot.read() ?? []).toString();
    };
    expect(saved()).toContain('Altes');
    store.purgeBefore(noon - 1e9);
    expect(saved()).not.toContain('Altes');
    expect(saved()).toContain('Müller');
  });
});
