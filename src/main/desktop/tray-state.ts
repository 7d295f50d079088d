import { createFormats, type Formats } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import type { AccountState, SyncState } from '../../shared/state.ts';
import type { Today, TodayRow } from '../../shared/today.ts';
import { menuText } from './foreign-text.ts';
import { counted, fill, textsOf, type Texts } from './texts/index.ts';

export type TrayIcon = 'idle' | 'running' | 'problem' | 'offline';
export type TrayAction =
  'open' | 'syncNow' | 'exportToday' | 'repeatExport' | 'signIn' | 'signOut' | 'quit';

export type TrayItem =
  | { readonly kind: 'separator' }
  /** Something to read. */
  | { readonly kind: 'text'; readonly label: string }
  | {
      readonly kind: 'action';
      readonly label: string;
      readonly action: TrayAction;
      readonly enabled: boolean;
    };

/** Everything the tray shows; two that are equal need no update. */
export interface TrayState {
  readonly icon: TrayIcon;
  readonly tooltip: string;
  readonly menu: readonly TrayItem[];
}

export interface TrayInput {
  readonly account: AccountState;
  readonly sync: SyncState;
  /** As last read; one of a day that is over counts as none. */
  readonly today: Today | null;
  /** Whether there is an export that could be made again. */
  readonly canRepeat: boolean;
  readonly language: Language;
  /** UTC ms. */
  readonly now: number;
  /** IANA time zone; the machine's own where it is left out. */
  readonly zone?: string;
}

const mostSessions = 5;

/** Windows cuts a tooltip behind 127 characters. */
const longestTooltip = 127;

/** What the tray shows for a state of things. Pure. */
export function trayState(input: TrayInput): TrayState {
  const today = input.today !== null && input.now < input.today.end ? input.today : null;
  const words: Words = {
    texts: textsOf(input.language),
    formats: createFormats(input.language, today?.zone ?? input.zone),
  };
  const summary = summaryOf(input, today, words);
  const notes = notesOf(input, words);
  return {
    icon: iconOf(input, today),
    tooltip: [summary, ...notes.slice(0, 1)].join('\n').slice(0, longestTooltip),
    menu: [
      ...[summary, ...notes].map(text),
      ...sessionsOf(input, today, words),
      { kind: 'separator' },
      ...actionsOf(input, today, words.texts),
    ],
  };
}

interface Words {
  readonly texts: Texts;
  readonly formats: Formats;
}

/** Whether what is on this machine may be shown: also after the server refused the tokens. */
function isReadable(account: AccountState): boolean {
  return account.status === 'signed-in' || account.status === 'rejected';
}

function iconOf({ account, sync }: TrayInput, today: Today | null): TrayIcon {
  if (account.status === 'rejected' || account.status === 'locked') return 'problem';
  if (account.status !== 'signed-in') return 'idle';
  if (sync.offline) return 'offline';
  // A server that asks for a little patience is no problem; one that fails is.
  if (sync.problem !== null && sync.problem.code !== 'rate-limited') return 'problem';
  return today !== null && today.runningCount > 0 ? 'running' : 'idle';
}

function summaryOf({ account }: TrayInput, today: Today | null, words: Words): string {
  const { texts, formats } = words;
  if (account.status === 'starting') return texts.trayStarting;
  if (account.status === 'signed-out') return texts.traySignedOut;
  if (account.status === 'locked') return texts.trayLocked;
  if (today === null) return texts.trayLoading;
  if (today.sessionCount === 0) return texts.trayNoSessions;
  const sessions = counted(texts, formats, today.sessionCount);
  return fill(texts.trayToday, { time: formats.duration(today.measuredMs), sessions });
}

/** What is wrong or under way, the most important first. */
function notesOf({ account, sync, now }: TrayInput, { texts, formats }: Words): readonly string[] {
  if (account.status === 'rejected') return [texts.trayRejected];
  if (account.status !== 'signed-in') return [];
  const asOf = sync.lastSuccessAt === null ? null : formats.moment(sync.lastSuccessAt, now);
  const told = (alone: string, dated: string): string =>
    asOf === null ? alone : fill(dated, { time: asOf });
  if (sync.offline) return [told(texts.trayOffline, texts.trayOfflineAsOf)];
  const notes: string[] = [];
  if (sync.problem?.code === 'disk-full') notes.push(texts.trayDiskFull);
  else if (sync.problem?.code === 'rate-limited') notes.push(texts.trayRateLimited);
  else if (sync.problem !== null) notes.push(told(texts.trayProblem, texts.trayProblemAsOf));
  const retryAt = sync.problem?.retryAt;
  if (retryAt !== undefined && retryAt > now) {
    notes.push(fill(texts.trayRetry, { time: formats.time(retryAt) }));
  }
  if (sync.phase === 'first') notes.push(texts.trayFirstSync);
  else if (sync.serverStillLoading) notes.push(texts.trayServerLoading);
  return notes;
}

function sessionsOf(
  { account }: TrayInput,
  today: Today | null,
  words: Words,
): readonly TrayItem[] {
  if (today === null || !isReadable(account) || today.rows.length === 0) return [];
  const rows = today.rows.slice(0, mostSessions);
  return [{ kind: 'separator' }, ...rows.map((row) => action('open', sessionLabel(row, words)))];
}

function sessionLabel(row: TodayRow, { texts, formats }: Words): string {
  const client = menuText(row.clientName ?? '') || texts.trayNoClient;
  const start = formats.time(row.startedAt);
  if (row.finishedAt === null) return fill(texts.trayRunningSession, { start, client });
  const end = formats.time(row.finishedAt);
  return fill(texts.traySession, { start, end, client, time: formats.duration(row.measuredMs) });
}

function actionsOf(
  { account, canRepeat }: TrayInput,
  today: Today | null,
  texts: Texts,
): readonly TrayItem[] {
  const open = action('open', texts.open);
  const quit = action('quit', texts.quit);
  const separator: TrayItem = { kind: 'separator' };
  const exports = [
    action('exportToday', texts.exportToday, today !== null && today.sessionCount > 0),
    action('repeatExport', texts.exportRepeat, canRepeat),
  ];
  switch (account.status) {
    case 'signed-in':
      return [
        open,
        action('syncNow', texts.syncNow),
        separator,
        ...exports,
        separator,
        action('signOut', texts.signOut),
        quit,
      ];
    case 'rejected':
      return [
        open,
        action('signIn', texts.signIn),
        separator,
        ...exports,
        separator,
        action('signOut', texts.signOut),
        quit,
      ];
    case 'signed-out':
      return [open, action('signIn', texts.signIn), separator, quit];
    case 'locked':
    case 'starting':
      return [open, separator, quit];
    default:
      return account.status satisfies never;
  }
}

function action(name: TrayAction, label: string, enabled = true): TrayItem {
  return { kind: 'action', label, action: name, enabled };
}

function text(label: string): TrayItem {
  return { kind: 'text', label };
}
