import { describe, expect, it } from 'vitest';
import {
  trayState,
  type TrayAction,
  type TrayInput,
  type TrayState,
} from '../../../../src/main/desktop/tray-state.ts';
import type { ProblemCode } from '../../../../src/shared/problem.ts';
import type { AccountState, SyncState } from '../../../../src/shared/state.ts';
import { idle, now, row, signedIn, todayOf } from './states.ts';

const hour = 3_600_000;
const sevenSessions = todayOf(
  Array.from({ length: 7 }, (_, index) => row(index)),
  { measuredMs: 3 * hour + 24 * 60_000 },
);

function tray(change: Partial<TrayInput> = {}): TrayState {
  return trayState({
    account: signedIn,
    sync: idle,
    today: sevenSessions,
    canRepeat: true,
    language: 'en',
    now,
    zone: 'Europe/Berlin',
    ...change,
  });
}

const labels = (state: TrayState): string[] =>
  state.menu.map((item) => (item.kind === 'separator' ? '—' : item.label));
const actions = (state: TrayState): TrayAction[] =>
  state.menu.flatMap((item) => (item.kind === 'action' ? item.action : []));
const account = (status: AccountState['status']): AccountState => ({ ...signedIn, status });
const waiting = (code: ProblemCode, retryAt?: number): SyncState => ({
  ...idle,
  phase: 'waiting',
  problem: { code, retryAt },
});

describe('the tooltip', () => {
  it('tells time and sessions, in English and in German', () => {
    expect(tray().tooltip).toBe('3:24 h · 7 sessions today');
    expect(tray({ language: 'de' }).tooltip).toBe('3:24 Std. · 7 Sitzungen heute');
  });

  it('knows one session, and thousands', () => {
    const one = todayOf([row(0)]);
    const many = todayOf([row(0)], { sessionCount: 1234 });
    expect(tray({ today: one }).tooltip).toBe('0:26 h · 1 session today');
    expect(tray({ today: one, language: 'de' }).tooltip).toBe('0:26 Std. · 1 Sitzung heute');
    expect(tray({ today: many, language: 'de' }).tooltip).toContain('1.234 Sitzungen');
  });

  it('adds how old the figures are while offline', () => {
    const sync = { ...idle, offline: true, lastSuccessAt: now - hour };
    expect(tray({ sync }).tooltip).toBe('3:24 h · 7 sessions today\nOffline, as of 14:00');
    expect(tray({ sync, language: 'de' }).tooltip).toContain('\nOffline, Stand 14:00');
  });

  it.each([
    ['signed-out', 'Not signed in'],
    ['starting', 'Tagwerk is starting'],
    ['locked', 'The keychain is locked'],
  ] as const)('shows no figures while %s', (status, tooltip) => {
    expect(tray({ account: account(status) }).tooltip).toBe(tooltip);
  });

  it('says that there is nothing yet, which is not the same as nothing', () => {
    expect(tray({ today: null }).tooltip).toBe('Today is being loaded');
    expect(tray({ today: todayOf([]) }).tooltip).toBe('No sessions today yet');
  });

  it('does not call yesterday today', () => {
    const at = (instant: number) => tray({ now: instant }).tooltip;
    expect(at(sevenSessions.end - 1)).toContain('7 sessions today');
    expect(at(sevenSessions.end)).toContain('Today is being loaded');
  });

  it('fits where Windows cuts it', () => {
    const sync = waiting('server-error', now + hour);
    for (const language of ['de', 'en'] as const) {
      for (const status of ['signed-in', 'rejected', 'locked'] as const) {
        const { tooltip } = tray({ account: account(status), sync, language });
        expect(tooltip.length).toBeLessThanOrEqual(127);
      }
    }
  });
});

describe('the icon', () => {
  const running = todayOf([row(0, { finishedAt: null })]);
  const offline = { ...idle, offline: true };

  it.each([
    ['all is calm', {}, 'idle'],
    ['a session runs', { today: running }, 'running'],
    ['nobody is signed in', { account: account('signed-out'), today: null }, 'idle'],
    ['the app starts', { account: account('starting'), today: null }, 'idle'],
    ['the server refused the tokens', { account: account('rejected') }, 'problem'],
    ['the keychain is locked', { account: account('locked') }, 'problem'],
    ['offline', { sync: offline, today: running }, 'offline'],
    ['refused and offline', { account: account('rejected'), sync: offline }, 'problem'],
    ['the server fails', { sync: waiting('server-error'), today: running }, 'problem'],
    ['the disk is full', { sync: waiting('disk-full') }, 'problem'],
    ['the server asks for patience', { sync: waiting('rate-limited') }, 'idle'],
    [
      'it does so while a session runs',
      { sync: waiting('rate-limited'), today: running },
      'running',
    ],
    ['what ran did so yesterday', { today: running, now: running.end }, 'idle'],
  ] as const)('where %s', (_what, change, icon) => {
    expect(tray(change).icon).toBe(icon);
  });
});

describe('the menu', () => {
  it('holds the total, the last five sessions and what can be done', () => {
    expect(labels(tray({ language: 'de' }))).toEqual([
      '3:24 Std. · 7 Sitzungen heute',
      '—',
      '14:30–14:56   Kunde 0   0:26 Std.',
      '14:00–14:26   Kunde 1   0:26 Std.',
      '13:30–13:56   Kunde 2   0:26 Std.',
      '13:00–13:26   Kunde 3   0:26 Std.',
      '12:30–12:56   Kunde 4   0:26 Std.',
      '—',
      'Tagwerk öffnen',
      'Jetzt synchronisieren',
      '—',
      'Heute exportieren',
      'Letzten Export wiederholen',
      '—',
      'Abmelden …',
      'Tagwerk beenden',
    ]);
  });

  it('shows times of the day’s zone', () => {
    const today = todayOf([row(0)], { zone: 'America/New_York' });
    expect(labels(tray({ today }))[2]).toMatch(/^08:30–08:56/);
  });

  it('says of a session that it runs instead of how long it took', () => {
    const today = todayOf([row(0, { finishedAt: null, measuredMs: 0 })]);
    expect(labels(tray({ today }))[2]).toBe('14:30   Kunde 0   running');
    expect(labels(tray({ today, language: 'de' }))[2]).toBe('14:30   Kunde 0   läuft');
  });

  it('has words for a session without a client', () => {
    const today = todayOf([row(0, { clientName: null }), row(1, { clientName: '\u202e \n' })]);
    expect(labels(tray({ today })).slice(2, 4)).toEqual([
      '14:30–14:56   No client   0:26 h',
      '14:00–14:26   No client   0:26 h',
    ]);
  });

  it('makes strangers’ names harmless', () => {
    const today = todayOf([row(0, { clientName: 'A&B {time}\n\u202eGmbH' })]);
    expect(labels(tray({ today }))[2]).toBe('14:30–14:56   A&&B {time} GmbH   0:26 h');
  });

  it.each([
    ['signed-in', ['open', 'syncNow', 'exportToday', 'repeatExport', 'signOut', 'quit']],
    ['rejected', ['open', 'signIn', 'exportToday', 'repeatExport', 'signOut', 'quit']],
    ['signed-out', ['open', 'signIn', 'quit']],
    ['starting', ['open', 'quit']],
    ['locked', ['open', 'quit']],
  ] as const)('offers what makes sense while %s', (status, offered) => {
    expect(actions(tray({ account: account(status), today: null }))).toEqual(offered);
  });

  it('exports today only where there is something, and repeats only what there was', () => {
    const enabled = (change: Partial<TrayInput>) =>
      tray(change).menu.flatMap((item) =>
        item.kind === 'action' && /export/i.test(item.action) ? item.enabled : [],
      );
    expect(enabled({})).toEqual([true, true]);
    expect(enabled({ canRepeat: false })).toEqual([true, false]);
    expect(enabled({ today: todayOf([]) })).toEqual([false, true]);
    expect(enabled({ today: null })).toEqual([false, true]);
    expect(labels(tray({ language: 'de' }))).toEqual(
      expect.arrayContaining(['Heute exportieren', 'Letzten Export wiederholen']),
    );
  });

  it('keeps showing the day after the server refused the tokens', () => {
    const state = tray({ account: account('rejected') });
    expect(labels(state)[0]).toBe('3:24 h · 7 sessions today');
    expect(labels(state)[1]).toContain('sign in again');
    expect(labels(state)).toContain('14:30–14:56   Kunde 0   0:26 h');
  });

  it.each(['signed-out', 'starting', 'locked'] as const)('shows no session while %s', (status) => {
    expect(labels(tray({ account: account(status) })).join()).not.toContain('Kunde');
  });

  it('opens the window where a session is chosen', () => {
    const chosen = tray().menu[2];
    expect(chosen).toMatchObject({ kind: 'action', action: 'open' });
  });

  it.each([
    [{ ...idle, offline: true, lastSuccessAt: null }, ['Offline']],
    [waiting('server-error', now + hour), ['Problem, as of 14:59', 'Next attempt at 16:00']],
    [{ ...waiting('server-error'), lastSuccessAt: null }, ['The server could not be asked']],
    [waiting('server-error', now - 1), ['Problem, as of 14:59']],
    [
      waiting('rate-limited', now + 60_000),
      ['The server is slowing us down', 'Next attempt at 15:01'],
    ],
    [waiting('disk-full'), ['The disk is full']],
    [{ ...idle, phase: 'first' as const }, ['The history is being loaded']],
    [{ ...idle, serverStillLoading: true }, ['The server is still loading sessions']],
    [idle, []],
  ])('says what is wrong or under way (%#)', (sync, notes) => {
    const shown = labels(tray({ sync, today: todayOf([]) }));
    expect(shown.slice(1, shown.indexOf('—'))).toEqual(notes);
  });

  it('is equal to itself as long as nothing changes, whatever the clock says', () => {
    const running = todayOf([row(0, { finishedAt: null })]);
    expect(tray({ today: running, now: now + 60_000 })).toEqual(tray({ today: running }));
  });
});
