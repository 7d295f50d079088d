import type { JsonValue } from '../../../shared/session.ts';
import type { SyncState } from '../../../shared/state.ts';
import type { Pcvisit } from '../../pcvisit/types.ts';
import type { History } from '../types.ts';

/** One line for the log: an event's name and its details. Never a session's content. */
export interface SyncLogEntry {
  readonly level: 'info' | 'warn';
  readonly event: string;
  readonly [detail: string]: JsonValue | undefined;
}

/** `setTimeout` and `clearTimeout`, or what a test puts in their place. */
export interface Timers {
  setTimeout(callback: () => void, ms: number): unknown;
  clearTimeout(timer: unknown): void;
}

/** What of the API sync uses. */
export type SyncApi = Pick<Pcvisit, 'sessions' | 'capabilities' | 'renew'>;

/** What of the history sync uses. */
export type SyncHistory = Pick<
  History,
  | 'ingest'
  | 'cover'
  | 'idsWithin'
  | 'markVanished'
  | 'coverage'
  | 'note'
  | 'oldestRunning'
  | 'purgeBefore'
  | 'removeDeviceIds'
  | 'slice'
>;

export interface SyncDeps {
  readonly api: SyncApi;
  readonly history: SyncHistory;
  /** UTC ms. */
  readonly clock: () => number;
  readonly timers: Timers;
  /** In [0, 1). */
  readonly random: () => number;
  /** IANA name of the time zone that "today" is meant in. */
  readonly zone: () => string;
  /** Whether MAC addresses and TeamViewer ids are asked for. */
  readonly deviceIds: () => boolean;
  /** Sessions begun before it are neither fetched nor kept, UTC ms; null keeps everything. */
  readonly retentionFrom: () => number | null;
  /** Whether somebody looks: today is then asked more often. */
  readonly isVisible: () => boolean;
  readonly onState: (state: SyncState) => void;
  /** Sessions changed on disk. */
  readonly onChange: () => void;
  readonly log: (entry: SyncLogEntry) => void;
}

/** Keeps the local history true to the server's. */
export interface Sync {
  start(): void;
  /** Asks today at once; ends any wait but one the server asked for. */
  now(): void;
  /** The machine goes to sleep: nothing is asked until {@link Sync.resume}. */
  suspend(): void;
  /** The machine woke up: renews the JWT, then asks today. */
  resume(): void;
  networkChanged(online: boolean): void;
  state(): SyncState;
  /** Ends for good; resolves when nothing is under way any more. */
  stop(): Promise<void>;
}
