import { expect, it } from 'vitest';
import { isOpenInvoice } from '../../../../src/shared/clients/open-invoice.ts';
import type { ClientEntry } from '../../../../src/shared/clients/client.ts';
import { dayOf } from '../../../../src/shared/time.ts';
import type { Session } from '../../../../src/shared/session.ts';
import { billableMs, measuredMs } from '../../../../src/shared/worktime.ts';
import { open } from '../history/place.ts';
import { openOffice } from './setup.ts';

const zone = 'Europe/Berlin';
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const mondayOf = (instant: number): string => {
  const day = new Date(`${dayOf(instant, zone)}T00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
};

/** A client's entry, added up session by session. */
function expected(
  key: string,
  sessions: readonly Session[],
  now: number,
  weeks: readonly string[],
): ClientEntry {
  const newest = sessions.toSorted((a, b) => b.createdAt - a.createdAt)[0];
  const month = dayOf(now, zone).slice(0, 7);
  const open = sessions.filter(({ invoiceState }) => isOpenInvoice(invoiceState));
  const finished = (all: readonly Session[]) => all.filter(({ finishedAt }) => finishedAt !== null);
  const time = (all: readonly Session[]) => sum(finished(all).map(measuredMs));
  return {
    key,
    name: newest?.client?.name ?? '',
    number: newest?.client?.number ?? null,
    isLocal: false,
    sessions: sessions.length,
    running: sessions.length - finished(sessions).length,
    measuredMs: time(sessions),
    monthMs: time(sessions.filter(({ createdAt }) => dayOf(createdAt, zone).startsWith(month))),
    openSessions: open.length,
    openMs: sum(finished(open).map(billableMs)),
    lastAt: newest?.createdAt ?? 0,
    weeks: weeks.map((monday) =>
      time(sessions.filter((each) => mondayOf(each.createdAt) === monday)),
    ),
  };
}

it('tells of every client what its sessions come to', async () => {
  const { history, sessions, now } = await openOffice({ sessions: 1500 });
  const { clients, weeks } = await history.clients({ now, zone }, null);
  expect(weeks).toHaveLength(12);
  expect(weeks.at(-1)).toBe(mondayOf(now));
  const byClient = Map.groupBy(sessions, ({ client }) => client?.folderId ?? '');
  expect(clients.map(({ key }) => key).toSorted()).toEqual([...byClient.keys()].toSorted());
  for (const entry of clients) {
    expect(entry, entry.name).toEqual(
      expected(entry.key, byClient.get(entry.key) ?? [], now, weeks),
    );
  }
  // By name, with those without a client behind all others.
  expect(clients.at(-1)?.key).toBe('');
  const names = clients.slice(0, -1).map(({ name }) => name);
  expect(names).toEqual(names.toSorted(new Intl.Collator('de', { numeric: true }).compare));
  const [first] = clients;
  expect((await history.clients({ now, zone }, first?.key ?? '')).clients).toEqual([first]);
});

it('tells of nobody where there is nobody', async () => {
  const { history } = await open({ kind: 'memory' });
  expect((await history.clients({ now: Date.UTC(2026, 10, 23), zone }, null)).clients).toEqual([]);
  expect(await history.clientTraces('x', { now: 0, zone })).toBeNull();
});

it.each([
  ['Invoiced', false],
  ['NotRequired', false],
  ['NO_INVOICE_NEEDED', false],
  ['Open', true],
  ['NotYetInvoiced', true],
  ['NotInvoicedOrDecided', true],
  ['Undecided', true],
  ['', true],
])('%s is still to be invoiced: %s', (state, open) => {
  expect(isOpenInvoice(state)).toBe(open);
});
