import { describe, expect, it } from 'vitest';
import { noRounding, type RoundingRule } from '../../../../../src/shared/billing/rule.ts';
import { newestFirst, noFilter } from '../../../../../src/shared/history/query.ts';
import { mostViews, type SavedView } from '../../../../../src/shared/history/view.ts';
import { createMemoryStore, type MemoryStore } from '../support/memory-store.ts';
import { sessionOf } from '../support/sessions.ts';

const names = (views: readonly SavedView[]) => views.map((view) => view.name);

function viewOf(name: string, text = ''): SavedView {
  return {
    name,
    query: { filter: { ...noFilter, text }, sort: newestFirst, group: 'none' },
    columns: [{ column: 'date', width: null }],
  };
}

describe('notes', () => {
  function noteOf(store: MemoryStore, id: string): string {
    return store.notes.read(store.sessions.pkOf(id) ?? 0);
  }

  it('are kept as they were written, whatever sync does to their session', () => {
    const store = createMemoryStore();
    const session = sessionOf({ id: 'a' });
    store.write([session, sessionOf({ id: 'b' })]);
    for (const note of ['<b>Rückruf</b>', 'a\ud800\u0000b', '\u202e; DROP TABLE notes; --']) {
      store.setNote('a', note, 5);
      expect(noteOf(store, 'a')).toBe(note);
    }
    store.setNote('a', 'Rückruf', 5);
    store.write([{ ...session, state: 'Neu', lastUpdatedAt: session.lastUpdatedAt + 1 }]);
    store.markVanished(['a'], 10);
    store.write([session]);
    expect(noteOf(store, 'a')).toBe('Rückruf');
    const pks = ['a', 'b'].map((id) => store.sessions.pkOf(id) ?? 0);
    expect([...store.notes.among(pks)]).toEqual([pks[0]]);
    store.setNote('a', '', 6);
    expect(noteOf(store, 'a')).toBe('');
    expect(store.notes.among(pks).size).toBe(0);
  });

  it('to sessions nobody holds are refused', () => {
    const store = createMemoryStore();
    expect(() => store.setNote('nobody', 'x', 1)).toThrow('a note to no session');
  });

  it('go with their session', () => {
    const store = createMemoryStore();
    store.write([sessionOf({ id: 'a', createdAt: 1 }), sessionOf({ id: 'b', createdAt: 9 })]);
    store.setNote('a', 'alt', 1);
    store.setNote('b', 'neu', 1);
    store.purgeBefore(5);
    expect(store.db.prepare('SELECT note FROM notes').all()).toEqual([{ note: 'neu' }]);
  });
});

describe('views', () => {
  it('begin with none, and stand in the order they were saved in', () => {
    const store = createMemoryStore();
    expect(store.views()).toEqual([]);
    for (const name of ['Zett', 'Ärger', 'b']) store.saveView(viewOf(name), null);
    expect(names(store.views())).toEqual(['Zett', 'Ärger', 'b']);
    expect(names(store.removeView('ärger'))).toEqual(['Zett', 'b']);
    expect(names(store.removeView('nobody'))).toEqual(['Zett', 'b']);
  });

  it('take the place of one of the same name, in whatever case', () => {
    const store = createMemoryStore();
    store.saveView(viewOf('Offen'), null);
    store.saveView(viewOf('Rest'), null);
    const views = store.saveView(viewOf(' OFFEN ', 'neu'), null);
    expect(views).toEqual([viewOf('OFFEN', 'neu'), viewOf('Rest')]);
  });

  it('are renamed in their place, over another of that name', () => {
    const store = createMemoryStore();
    for (const name of ['a', 'b', 'c']) store.saveView(viewOf(name), null);
    expect(names(store.saveView(viewOf('A'), 'a'))).toEqual(['A', 'b', 'c']);
    expect(names(store.saveView(viewOf('c'), 'A'))).toEqual(['c', 'b']);
    expect(names(store.saveView(viewOf('d'), 'gone'))).toEqual(['c', 'b', 'd']);
  });

  it('are no more than so many', () => {
    const store = createMemoryStore();
    for (let at = 0; at < mostViews; at++) store.saveView(viewOf(`v${at}`), null);
    expect(() => store.saveView(viewOf('one more'), null)).toThrow('too many views');
    expect(store.saveView(viewOf('V7', 'x'), null)).toHaveLength(mostViews);
  });

  it('that cannot be read any more are left out', () => {
    const store = createMemoryStore();
    store.saveView(viewOf('gut'), null);
    for (const text of ['{', 'null', '{"name":"x"}', '']) {
      store.db.prepare('INSERT INTO views (name, view) VALUES (?, ?)').run(`n${text}`, text);
    }
    expect(store.views()).toEqual([viewOf('gut')]);
  });
});

describe('billing rules', () => {
  const quarter: RoundingRule = { ...noRounding, mode: 'up', step: 15 };
  const tenth: RoundingRule = { ...noRounding, mode: 'nearest', step: 6, mergeGap: 10 };

  it('hold for all, and differ for some', () => {
    const store = createMemoryStore();
    expect(store.rules()).toEqual({ standard: noRounding, clients: {} });
    store.setRule(null, quarter);
    // A client without an id is not all clients; and an id may be any word.
    store.setRule('', tenth);
    store.setRule('__proto__', tenth);
    const rules = store.setRule('0d3b1a0e-1111-4222-8333-944445555666', noRounding);
    expect(rules.standard).toEqual(quarter);
    expect(Object.entries(rules.clients)).toEqual([
      ['', tenth],
      ['__proto__', tenth],
      ['0d3b1a0e-1111-4222-8333-944445555666', noRounding],
    ]);
    store.setRule('', null);
    store.setRule('__proto__', null);
    store.setRule(null, tenth);
    expect(store.rules()).toEqual({
      standard: tenth,
      clients: { '0d3b1a0e-1111-4222-8333-944445555666': noRounding },
    });
    expect(store.setRule(null, null).standard).toEqual(noRounding);
  });

  it('that cannot be read any more are as if there were none', () => {
    const store = createMemoryStore();
    const insert = store.db.prepare('INSERT INTO billing_rules (folder, rule) VALUES (?, ?)');
    insert.run(null, JSON.stringify({ ...quarter, step: 7 }));
    insert.run('a', 'nonsense');
    expect(store.rules()).toEqual({ standard: noRounding, clients: {} });
  });
});
