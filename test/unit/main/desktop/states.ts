import type { AccountState, SyncState } from '../../../../src/shared/state.ts';
import type { Today, TodayRow } from '../../../../src/shared/today.ts';

/** 23 November 2026, 15:00 in Berlin. */
export const now = Date.UTC(2026, 10, 23, 14, 0);
const minute = 60_000;

export const signedIn: AccountState = {
  status: 'signed-in',
  endpoint: 'https://api.example.de/graphql',
  ownEmail: null,
  storage: 'keychain',
  demo: false,
  problem: null,
};

export const idle: SyncState = {
  phase: 'idle',
  offline: false,
  problem: null,
  lastSuccessAt: now - minute,
  progress: null,
  serverStillLoading: false,
  malformedCount: 0,
  notice: null,
};

/** A finished session that began so many minutes ago. */
export function row(index: number, change: Partial<TodayRow> = {}): TodayRow {
  const startedAt = now - (index + 1) * 30 * minute;
  return {
    id: `session-${index}`,
    name: `Fernwartung ${index}`,
    type: 'Remote',
    state: 'Finished',
    invoiceState: 'Open',
    clientName: `Kunde ${index}`,
    clientNumber: null,
    computerName: null,
    technicians: [],
    mine: true,
    startedAt,
    finishedAt: startedAt + 26 * minute,
    measuredMs: 26 * minute,
    billableMs: 26 * minute,
    customDurationMs: null,
    commentsLink: null,
    ...change,
  };
}

export function todayOf(rows: readonly TodayRow[], change: Partial<Today> = {}): Today {
  return {
    day: '2026-11-23',
    zone: 'Europe/Berlin',
    start: Date.UTC(2026, 10, 22, 23),
    end: Date.UTC(2026, 10, 23, 23),
    scope: 'team',
    mineKnown: false,
    measuredMs: rows.reduce((sum, each) => sum + each.measuredMs, 0),
    billableMs: 0,
    wallClockMs: 0,
    parallelMs: 0,
    sessionCount: rows.length,
    runningCount: rows.filter((each) => each.finishedAt === null).length,
    clientCount: rows.length,
    rows: [...rows],
    week: [],
    ...change,
  };
}
