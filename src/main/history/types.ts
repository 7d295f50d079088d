import type { BillingRules, RoundingRule } from '../../shared/billing/rule.ts';
import type { ClientList } from '../../shared/clients/client.ts';
import type { LocalPreview, LocalRule } from '../../shared/clients/local-rule.ts';
import type { KnownPerson } from '../../shared/clients/person.ts';
import type { SessionDetails } from '../../shared/history/details.ts';
import type { Differences, ExportList } from '../../shared/exports/entry.ts';
import type { ExportOutlook, ExportRecord } from '../../shared/exports/record.ts';
import type { ExportRequest } from '../../shared/exports/request.ts';
import type { ExportRow } from '../../shared/exports/row.ts';
import type { HistoryLine, HistoryResult, HistoryRow } from '../../shared/history/result.ts';
import type { SavedView } from '../../shared/history/view.ts';
import type { Problem } from '../../shared/problem.ts';
import type { Session } from '../../shared/session.ts';
import type { TimeRange } from '../../shared/time.ts';
import type { Today, TodayQuery } from '../../shared/today.ts';
import type { MalformedSession } from '../pcvisit/types.ts';
import type { CardCalls } from './store/card-calls.ts';
import type { ExportPlan, ExportSeal, UnfinishedExport } from './store/entities/ledger.ts';
import type {
  BegunExport,
  ClientShare,
  ClientTraces,
  LineRange,
  Moment,
  Question,
} from './search/types.ts';

/** Where a history lives: an encrypted file, or nowhere but in memory. */
export type HistoryPlace =
  | { readonly kind: 'file'; readonly file: string; readonly key: Uint8Array }
  | { readonly kind: 'memory' };

/** What one complete stretch of the server's history held. */
export interface Batch {
  readonly sessions: readonly Session[];
  readonly malformed: readonly MalformedSession[];
  /** Participants were not asked for: those that are held stay as they are. */
  readonly participantsUnread?: boolean;
}

export interface IngestResult {
  readonly inserted: number;
  /** Rows whose content differs from what was held. */
  readonly changed: number;
}

/** How far the history reaches, and how true it is. All times UTC ms. */
export interface Coverage {
  /** Ranges known complete, in order and not touching each other. */
  readonly ranges: readonly TimeRange[];
  /** `reportingActiveSince` as last heard; null before the first answer. */
  readonly beginning: number | null;
  readonly sessions: number;
  readonly malformed: number;
  readonly lastToday: number | null;
  readonly lastRecent: number | null;
  readonly lastFull: number | null;
  /** When sessions were first read without their participants; null where those can be read. */
  readonly unattended: number | null;
}

/**
 * The local history, on its worker. Every call is answered in order; a call that fails rejects
 * with a `ProblemError` (`disk-full`, `history-damaged`, `unexpected`) and leaves the file as it was.
 */
export interface History {
  /** Inserts and updates, in one transaction. A row with an older `lastUpdatedAt` than the held one is ignored. */
  ingest(batch: Batch): Promise<IngestResult>;
  /** Records that everything the server has within the range is here. */
  cover(range: TimeRange): Promise<void>;
  /** Ids held as present whose `createdAt` lies within the range. */
  idsWithin(range: TimeRange): Promise<readonly string[]>;
  /** Marks rows that are gone from the server; they stay readable for what refers to them. */
  markVanished(ids: readonly string[], at: number): Promise<void>;
  coverage(): Promise<Coverage>;
  /** Remembers what a finished pass confirmed. UTC ms. */
  note(
    marks: Partial<
      Pick<Coverage, 'beginning' | 'lastToday' | 'lastRecent' | 'lastFull' | 'unattended'>
    >,
  ): Promise<void>;
  /** `createdAt` of the oldest session that still runs, UTC ms. */
  oldestRunning(): Promise<number | null>;
  today(query: TodayQuery): Promise<Today>;
  /** Every session held as present, newest first, in slices: `after` is the last id of the slice before. */
  slice(after: string | null, count: number): Promise<readonly Session[]>;
  /** Removes sessions that began before the instant, and shrinks the file. */
  purgeBefore(instant: number): Promise<number>;
  /** Removes MAC addresses and TeamViewer ids, which is no change of a session. @returns whether there were any. */
  removeDeviceIds(): Promise<boolean>;
  /** The first page and everything about what is found; null where a later search overtook it. */
  search(question: Question): Promise<HistoryResult | null>;
  /** Lines of one of the last results; null where it is no longer remembered. */
  page(result: number, offset: number, count: number): Promise<readonly HistoryLine[] | null>;
  /** The rows of some lines, each session once, at most so many; null as for {@link History.page}. */
  rowsOf(
    result: number,
    ranges: readonly LineRange[],
    most: number,
  ): Promise<readonly HistoryRow[] | null>;
  /** Null where no such session is held. `zone` is the one its times are to be shown in. */
  session(id: string, zone: string): Promise<SessionDetails | null>;
  /** An empty note is none. Rejects with `invalid-request` where no such session is held. */
  setNote(id: string, note: string): Promise<void>;
  views(): Promise<readonly SavedView[]>;
  /** Saves a view in the place of the one called `replaces`, or of one of its own name. */
  saveView(view: SavedView, replaces: string | null): Promise<readonly SavedView[]>;
  removeView(name: string): Promise<readonly SavedView[]>;
  rules(): Promise<BillingRules>;
  /** Sets the rule of one client, or of all (null); null for a rule takes it away again. */
  setRule(client: string | null, rule: RoundingRule | null): Promise<BillingRules>;
  /** Billable time of what a question finds, ms: by the rules as they are, and with one of them set. */
  previewRule(
    question: Question,
    client: string | null,
    rule: RoundingRule | null,
  ): Promise<{ readonly beforeMs: number; readonly afterMs: number }>;
  /** Clients by name, with what their sessions come to; `only` narrows it to one of them. */
  clients(moment: Moment, only: string | null): Promise<ClientList>;
  /** What a client's latest sessions tell about who it is; null where there is none. */
  clientTraces(client: string, moment: Moment): Promise<ClientTraces | null>;
  /** Whom sessions know by an account, colleagues first. */
  knownPeople(): Promise<readonly KnownPerson[]>;
  /** The rules that give sessions without a client one, on this machine alone. */
  localRules(): Promise<readonly LocalRule[]>;
  setLocalRules(rules: readonly LocalRule[]): Promise<readonly LocalRule[]>;
  previewLocalRules(rules: readonly LocalRule[]): Promise<LocalPreview>;
  /** Imprints, people and pictures as the server last told them, encrypted with the history. */
  readonly cards: KeptCards;
  /** The ledger of exports, and the rows that go into them. */
  readonly exports: HistoryExports;
  /** Saves what a start would have to build anew; other calls are answered in between. */
  settle(): Promise<void>;
  /** Memory of the worker's isolate and its store, bytes. */
  memory(): Promise<{ heapUsed: number; external: number }>;
  /** Finishes what is under way and closes the file. */
  close(): Promise<void>;
}

/** What is kept of imprints, people and pictures; asked as everything else of the history is. */
export type KeptCards = {
  readonly [N in keyof CardCalls]: (
    ...args: Parameters<CardCalls[N]>
  ) => Promise<ReturnType<CardCalls[N]>>;
};

export interface OpenedHistory {
  readonly history: History;
  /** Set where a damaged or unreadable file was set aside and a new one begun; `path` names it. */
  readonly notice: Problem | null;
}

/** Exports as the history sees them: rows out, and the ledger. Times are UTC ms. */
export interface HistoryExports {
  outlook(question: Question): Promise<ExportOutlook>;
  /** Whose sessions a question finds, by name; those without a client last. */
  clients(question: Question): Promise<readonly ClientShare[]>;
  begin(question: Question, plan: ExportPlan): Promise<BegunExport>;
  /** The next rows; none at the end, null where sessions were removed from the history since it was begun. */
  rows(id: number, count: number): Promise<readonly ExportRow[] | null>;
  seal(id: number, seal: ExportSeal): Promise<void>;
  finish(id: number): Promise<void>;
  /** There is no file: it was none. */
  drop(id: number): Promise<void>;
  /** Finished exports, the newest first. */
  list(): Promise<readonly ExportRecord[]>;
  /** As {@link HistoryExports.list}, some of them, with what they were asked for. `zone` is the one days begin in. */
  entries(offset: number, count: number, zone: string): Promise<ExportList>;
  /** An export beside what its sessions are now, some of those that differ; null where there is none. */
  differences(id: number, offset: number, count: number, zone: string): Promise<Differences | null>;
  /** What a finished export was asked for; null where there is none, or where it cannot be read any more. */
  requestOf(id: number): Promise<ExportRequest | null>;
  unfinished(): Promise<readonly UnfinishedExport[]>;
}
