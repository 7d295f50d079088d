import type { JsonValue } from '../../shared/session.ts';

/** One line for the log: an event's name and its details, free of tokens. */
export interface PcvisitLogEntry {
  readonly level: 'info' | 'warn';
  readonly event: string;
  readonly [detail: string]: JsonValue | undefined;
}

export type PcvisitLog = (entry: PcvisitLogEntry) => void;
