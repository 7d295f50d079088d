import type { Problem } from '../../shared/problem.ts';
import type { SearchCalls } from './search/index.ts';
import type { StoreCalls } from './store/store.ts';
import type { HistoryPlace } from './types.ts';

/** What the worker is started with. */
export interface WorkerStart {
  readonly place: HistoryPlace;
  /** One 32-bit number, the ticket of the search that was asked for last: a message would wait behind a search. */
  readonly lastTicket: SharedArrayBuffer;
}

export interface WorkerMemory {
  readonly heapUsed: number;
  readonly external: number;
}

/** Everything the worker is asked: the store's calls, the search's, and some about the worker itself. */
export interface WorkerCalls extends StoreCalls, SearchCalls {
  /** Saves what a start would have to build anew; other calls are answered in between. */
  settle(): void;
  memory(): WorkerMemory;
  close(): void;
}

export type CallName = keyof WorkerCalls;

export interface CallOf<N extends CallName> {
  readonly id: number;
  readonly name: N;
  readonly args: Parameters<WorkerCalls[N]>;
}

export type Call = { [N in CallName]: CallOf<N> }[CallName];

/** Why something failed; `message` is for the log alone. */
export interface Failure {
  readonly problem: Problem;
  readonly message: string;
}

/** The worker's first word. */
export type Opened =
  { readonly ok: true; readonly notice: Problem | null } | ({ readonly ok: false } & Failure);

export type Answer =
  | { readonly id: number; readonly ok: true; readonly value: unknown }
  | ({ readonly id: number; readonly ok: false } & Failure);
