import { describe, expect, it } from 'vitest';
import { indexOfSession, makeSession, sessionId } from '../../sandbox/data/session.ts';
import { vatIdOf } from '../../sandbox/data/vat-id.ts';
import { bookOf, monday, samples, sourceOf } from './support.ts';

const { seed, company, timeline } = sourceOf({ sessions: 2000 });
const all = samples(bookOf({ sessions: 2000 }));

describe('the sample data', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(samples(bookOf({ seed: 7 }))).toEqual(samples(bookOf({ seed: 7 })));
    const other = samples(bookOf({ seed: 8 }));
    expect(other).not.toEqual(samples(bookOf({ seed: 7 })));
    expect(other.some(({ id }) => id === sessionId(7, 0))).toBe(false);
  });

  it('makes any session without those before it', () => {
    const source = sourceOf({ sessions: 1_000_000 });
    const one = makeSession(source, 765_432, monday);
    expect(makeSession(sourceOf({ sessions: 1_000_000 }), 765_432, monday)).toEqual(one);
  });

  it('grows along with time, whatever the number', () => {
    for (const sessions of [0, 1, 5, 13, 2000, 300_000]) {
      const { timeline: own } = sourceOf({ sessions });
      const step = Math.max(1, Math.floor(sessions / 5000));
      let last = own.beginning;
      for (let index = 0; index < sessions; index += step) {
        expect(own.createdAt(index)).toBeGreaterThanOrEqual(last);
        last = own.createdAt(index);
      }
      expect(last).toBeLessThanOrEqual(monday);
    }
  });

  it('reaches fourteen months back', () => {
    const months = (monday - (all[0]?.sessionCreatedAt ?? 0)) / (30.44 * 86_400_000);
    expect(months).toBeGreaterThan(13.5);
    expect(months).toBeLessThan(14.1);
  });

  it('tells the index of every id, and refuses foreign ones', () => {
    for (const [index, { id }] of all.entries()) expect(indexOfSession(seed, id)).toBe(index);
    expect(new Set(all.map(({ id }) => id)).size).toBe(2000);
    expect(indexOfSession(seed + 1, sessionId(seed, 3))).toBeNull();
    expect(indexOfSession(seed, 'nonsense')).toBeNull();
    expect(sessionId(1, 5)).toMatch(
      /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
    );
  });

  it('is busier on working days', () => {
    const days = new Map<number, number>();
    for (const { sessionCreatedAt } of all) {
      const day = new Date(sessionCreatedAt).getUTCDay();
      days.set(day, (days.get(day) ?? 0) + 1);
    }
    const weekend = (days.get(0) ?? 0) + (days.get(6) ?? 0);
    expect(weekend).toBeGreaterThan(0);
    for (const day of [1, 2, 3, 4, 5]) expect(days.get(day)).toBeGreaterThan(2 * weekend);
  });

  it('holds what a real history holds', () => {
    const clients = all.flatMap(({ clientCompany }) => clientCompany ?? []);
    expect(all.filter(({ clientCompany }) => clientCompany === null).length).toBeGreaterThan(50);
    expect(clients.some(({ clientId }) => clientId?.startsWith('0'))).toBe(true);
    expect(clients.some(({ clientId }) => clientId === null)).toBe(true);
    expect(clients.some(({ companyFolderDisplayName: name }) => /[äöüß]/.test(name))).toBe(true);
    expect(clients.some(({ companyFolderDisplayName: name }) => / (Ltd|LLP)/.test(name))).toBe(
      true,
    );
    expect(new Set(all.map(({ invoiceState }) => invoiceState)).size).toBe(3);
    expect(new Set(all.map(({ type }) => type)).size).toBe(3);
    expect(all.some(({ customDuration }) => customDuration === 0)).toBe(true);
    expect(all.some(({ commentsLink }) => commentsLink?.startsWith('https://'))).toBe(true);
    expect(all.some(({ target }) => target === null)).toBe(true);
    expect(company.team).toHaveLength(8);
    expect(company.clients.count).toBe(120);
  });

  it('reaches computers that no client was named for, some by the number of one', () => {
    const strays = all.filter(({ clientCompany, target }) => clientCompany === null && target);
    const hosts = strays.map(({ target }) => target?.computerHostName ?? '');
    expect(hosts.filter((host) => host.startsWith('BAECKEREI-KASSE-')).length).toBeGreaterThan(10);
    const numbers = new Set(all.flatMap(({ clientCompany }) => clientCompany?.clientId ?? []));
    const numbered = hosts.filter((host) =>
      numbers.has(/^(?:WS|SRV)-(\d+)-/.exec(host)?.[1] ?? ''),
    );
    expect(numbered.length).toBeGreaterThan(10);
    expect(all.some(({ clientCompany, target }) => clientCompany === null && !target)).toBe(true);
  });

  it('has unique numbers, folders and names of clients', () => {
    for (const count of [120, 2000]) {
      const { clients } = sourceOf({ sessions: count * 500 }).company;
      const list = Array.from({ length: count }, (_, index) => clients.get(index));
      expect(clients.count).toBe(count);
      const numbers = list.flatMap(({ number }) => number ?? []);
      expect(new Set(numbers).size).toBe(numbers.length);
      expect(new Set(list.map(({ folderId }) => folderId)).size).toBe(count);
    }
  });

  it('lets sessions run over midnight and beside each other', () => {
    const day = (time: number): string =>
      new Intl.DateTimeFormat('sv', { timeZone: 'Europe/Berlin' }).format(time);
    const over = all.filter(
      (each) =>
        each.sessionFinishedAt && day(each.sessionCreatedAt) !== day(each.sessionFinishedAt),
    );
    expect(over.length).toBeGreaterThan(10);
    const beside = all.filter((each, index) => {
      const next = all[index + 1];
      return next && (each.sessionFinishedAt ?? Infinity) > next.sessionCreatedAt;
    });
    expect(beside.length).toBeGreaterThan(50);
  });

  it('is consistent with itself', () => {
    for (const session of all) {
      const { sessionCreatedAt: created, sessionFinishedAt: finished, duration } = session;
      expect(session.lastUpdatedAt).toBeGreaterThanOrEqual(created);
      expect(session.lastUpdatedAt).toBeLessThanOrEqual(monday);
      expect(session.sessionCompanyUuid).toBe(company.customerUuid);
      expect(session.participants.length).toBeGreaterThan(0);
      if (finished === null) {
        expect(duration).toBeNull();
        expect(['Running', 'AwaitingParticipant']).toContain(session.state);
        continue;
      }
      expect(finished).toBeGreaterThanOrEqual(created);
      expect(duration).toBeGreaterThanOrEqual(0);
      expect(duration).toBeLessThanOrEqual(finished - created);
    }
    expect(all.filter(({ sessionFinishedAt }) => sessionFinishedAt === null).length).toBeLessThan(
      3,
    );
    expect(timeline.count).toBe(2000);
  });
});

it('gives VAT ids whose check digit is right', () => {
  for (let index = 0; index < 200; index += 1) {
    const id = vatIdOf(index);
    if (id.startsWith('AT')) {
      expect(id).toMatch(/^ATU\d{8}$/);
      continue;
    }
    expect(id).toMatch(/^DE\d{9}$/);
    // ISO 7064, MOD 11,10: all nine digits together leave 1.
    const product = [...id.slice(2, -1)].reduce(
      (carry, digit) => (((Number(digit) + carry) % 10 || 10) * 2) % 11,
      10,
    );
    expect((product + Number(id.at(-1))) % 10).toBe(1);
  }
});
