import type { Figure } from '../report.ts';

/** A part of the history's benchmark. */
export interface Part {
  /** How many sessions it is about, at most. */
  readonly sessions: number;
  /** @param folder is its own, and goes afterwards */
  run(sessions: number, folder: string): Promise<readonly Figure[]>;
}
