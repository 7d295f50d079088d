import { describe, expect, it } from 'vitest';
import type { LocalRule } from '../../../../src/shared/clients/local-rule.ts';
import type { History } from '../../../../src/main/history/types.ts';
import type { Session } from '../../../../src/shared/session.ts';
import { sessionOf } from '../../../unit/main/history/support/sessions.ts';
import { freshPlace, open } from '../history/place.ts';
import { question } from '../history/questions.ts';

const computer = (hostName: string) => ({
  ...blank,
  hostName,
  displayName: hostName.toLowerCase(),
});
const blank = {
  id: 'c',
  displayName: '',
  hostName: null,
  userDisplayName: null,
  termsName: null,
  termsState: 'Accepted',
};
const petersen = { folderId: 'folder-petersen', name: 'Petersen', number: '00042' };

const sessions: Session[] = [
  sessionOf({ id: 'named', client: petersen, computer: computer('WS-00042-1') }),
  sessionOf({ id: 'numbered', client: null, computer: computer('WS-00042-7') }),
  sessionOf({ id: 'unknown number', client: null, computer: computer('WS-99999-7') }),
  sessionOf({ id: 'shop', client: null, computer: null, name: 'Kasse 3 im Laden hängt' }),
  sessionOf({ id: 'nothing', client: null, computer: null, name: 'Drucker' }),
];

const byNumber: LocalRule = { field: 'computer', pattern: 'WS-#-*', client: null };
const shop: LocalRule = {
  field: 'session',
  pattern: '*laden*',
  client: { key: null, name: 'Laden Nord', number: null },
};

/** Session → the client it is shown with, as search, table and details tell it. */
async function clientsIn(history: History): Promise<Record<string, string | null>> {
  const found = await history.search(question());
  const rows = (found?.page ?? []).flatMap((line) => (line.kind === 'session' ? [line.row] : []));
  for (const row of rows) {
    const details = await history.session(row.id, 'Europe/Berlin');
    expect(details?.client?.name ?? null).toBe(row.clientName);
    expect(details?.client?.isLocal ?? false).toBe(row.clientIsLocal ?? false);
    // A client that was given here is no change of the server's.
    expect(details?.changes).toEqual([]);
  }
  return Object.fromEntries(rows.map((row) => [row.id, row.clientName]));
}

const bare = {
  named: 'Petersen',
  numbered: null,
  'unknown number': null,
  shop: null,
  nothing: null,
};
const ruled = { ...bare, numbered: 'Petersen', shop: 'Laden Nord' };

describe('local rules', () => {
  it('give sessions a client, wherever they are shown, and across restarts', async () => {
    const place = freshPlace();
    const { history } = await open(place);
    await history.ingest({ sessions, malformed: [] });
    expect(await clientsIn(history)).toEqual(bare);
    expect(await history.setLocalRules([byNumber, shop])).toEqual([byNumber, shop]);
    expect(await clientsIn(history)).toEqual(ruled);

    const found = await history.search(question({ clients: [petersen.folderId] }));
    expect(found?.totals.sessions).toBe(2);
    expect((await history.search(question({ text: 'laden nord' })))?.totals.sessions).toBe(1);
    expect((await history.search(question({ clients: [''] })))?.totals.sessions).toBe(2);
    const now = sessions[0]?.createdAt ?? 0;
    const { clients } = await history.clients({ now, zone: 'Europe/Berlin' }, null);
    const local = clients.find(({ isLocal }) => isLocal);
    expect(local?.key).toMatch(/^local:/);
    const its = await history.search(question({ clients: [local?.key ?? ''] }));
    expect(its?.totals.sessions).toBe(1);
    expect(its?.page).toMatchObject([{ row: { id: 'shop', clientName: 'Laden Nord' } }]);
    const today = await history.today({
      now,
      zone: 'Europe/Berlin',
      scope: 'team',
      ownEmail: null,
    });
    expect(
      today.rows
        .filter(({ clientIsLocal }) => clientIsLocal)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual(['numbered', 'shop']);

    await history.settle();
    await history.close();
    const { history: again } = await open(place);
    expect(await again.localRules()).toEqual([byNumber, shop]);
    expect(await clientsIn(again)).toEqual(ruled);
    // Columns that were saved hold what the rules gave; without the rules it must be gone again.
    await again.setLocalRules([]);
    await again.close();
    const { history: last } = await open(place);
    expect(await clientsIn(last)).toEqual(bare);
  });

  it('never change what the server told', async () => {
    const { history } = await open({ kind: 'memory' });
    await history.ingest({ sessions, malformed: [] });
    await history.setLocalRules([byNumber, shop]);
    // The same again is no change, and so nothing to be written.
    expect(await history.ingest({ sessions, malformed: [] })).toEqual({ inserted: 0, changed: 0 });
    // What the server names wins at once.
    const named = { ...sessions[3], client: petersen, lastUpdatedAt: 9e12 } as Session;
    await history.ingest({ sessions: [named], malformed: [] });
    const details = await history.session('shop', 'Europe/Berlin');
    expect(details?.client).toEqual(petersen);
    const change = details?.changes.find(({ field }) => field === 'client.name');
    expect(change).toMatchObject({ before: null, after: 'Petersen' });
  });

  it('follow clients that are new, or have a new name', async () => {
    const { history } = await open({ kind: 'memory' });
    await history.setLocalRules([byNumber, shop]);
    await history.ingest({ sessions: sessions.slice(1), malformed: [] });
    expect((await clientsIn(history)).numbered).toBeNull();
    await history.ingest({ sessions: sessions.slice(0, 1), malformed: [] });
    expect((await clientsIn(history)).numbered).toBe('Petersen');
    const renamed = sessionOf({
      id: 'later',
      client: { ...petersen, name: 'Petersen GmbH' },
      createdAt: Date.UTC(2026, 10, 24),
    });
    await history.ingest({ sessions: [renamed], malformed: [] });
    expect((await clientsIn(history)).numbered).toBe('Petersen GmbH');
  });

  it('let the first that fits decide', async () => {
    const { history } = await open({ kind: 'memory' });
    await history.ingest({ sessions, malformed: [] });
    const other: LocalRule = { ...shop, client: { key: 'x', name: 'X', number: '7' } };
    await history.setLocalRules([shop, other]);
    expect((await clientsIn(history)).shop).toBe('Laden Nord');
    await history.setLocalRules([other, shop]);
    expect((await clientsIn(history)).shop).toBe('X');
  });

  it('are shown before they are set', async () => {
    const { history } = await open({ kind: 'memory' });
    await history.ingest({ sessions, malformed: [] });
    expect(await history.previewLocalRules([byNumber, shop])).toMatchObject({
      sessions: 4,
      assigned: 2,
      rules: [
        { sessions: 1, examples: [{ computer: 'ws-00042-7', client: 'Petersen' }] },
        { sessions: 1, examples: [{ session: 'Kasse 3 im Laden hängt', client: 'Laden Nord' }] },
      ],
    });
    expect(await clientsIn(history)).toEqual(bare);
  });

  it('are shown with their time, and with the latest of many sessions', async () => {
    const { history } = await open({ kind: 'memory' });
    const start = Date.UTC(2026, 10, 2, 8);
    const many = [3, 0, 4, 1, 2].map((day) => {
      const createdAt = start + day * 86_400_000;
      return sessionOf({
        id: `till ${day}`,
        client: null,
        name: `Kasse ${day}`,
        createdAt,
        finishedAt: createdAt + 600_000,
        durationMs: 540_000,
      });
    });
    await history.ingest({ sessions: many, malformed: [] });
    const till: LocalRule = { ...shop, pattern: 'kasse ?' };
    const { rules } = await history.previewLocalRules([till, shop]);
    expect(rules[0]).toMatchObject({ sessions: 5, measuredMs: 5 * 540_000 });
    expect(rules[0]?.examples.map(({ session }) => session)).toEqual([
      'Kasse 4',
      'Kasse 3',
      'Kasse 2',
    ]);
    expect(rules[1]).toEqual({ sessions: 0, measuredMs: 0, examples: [] });
  });

  it('do without a client that a purge took away', async () => {
    const { history } = await open({ kind: 'memory' });
    const later = { createdAt: Date.UTC(2026, 10, 24), finishedAt: null };
    await history.ingest({
      sessions: [sessions[0], { ...sessions[1], ...later }] as Session[],
      malformed: [],
    });
    await history.setLocalRules([byNumber]);
    expect((await clientsIn(history)).numbered).toBe('Petersen');
    await history.purgeBefore(later.createdAt);
    expect(await clientsIn(history)).toEqual({ numbered: null });
  });
});
