import type { BillingRules } from '../../../shared/billing/rule.ts';
import type { ExportMark } from '../../../shared/exports/mark.ts';
import type { HistoryGroup, HistorySort } from '../../../shared/history/query.ts';
import type { Charts, Facet, FacetName, HistoryGroupLine } from '../../../shared/history/result.ts';
import type { ParsedSearch } from '../../../shared/history/search.ts';
import type { Session } from '../../../shared/session.ts';

/** A search with everything resolved that depends on when, where and by whom it is asked. */
export interface SearchRequest {
  readonly search: ParsedSearch;
  /** When a session has to have begun, UTC ms: `start` belongs to it, `end` does not. */
  readonly start: number;
  readonly end: number;
  /** Folder ids; '' is a session without a client. Empty lists do not filter. */
  readonly clients: readonly string[];
  /** Person keys; '' is a session without a technician. */
  readonly technicians: readonly string[];
  /** An address whose sessions are wanted beside those of `technicians`; null for nobody's. */
  readonly mine: string | null;
  readonly types: readonly string[];
  readonly states: readonly string[];
  readonly invoices: readonly string[];
  /** Export marks. */
  readonly exported: readonly string[];
  readonly sort: HistorySort;
  readonly group: HistoryGroup;
  /** IANA name of the zone that days begin in. */
  readonly zone: string;
  readonly rules: BillingRules;
}

/** A line of what was found: the head of a group, or a session by its row in the store. */
export type FoundLine =
  | { readonly kind: 'group'; readonly group: HistoryGroupLine }
  | { readonly kind: 'session'; readonly pk: number; readonly billableMs: number };

export interface FoundTotals {
  readonly sessions: number;
  readonly running: number;
  readonly measuredMs: number;
  readonly customMs: number;
  /** After rounding and merging. */
  readonly billableMs: number;
  readonly wallClockMs: number;
}

/** Everything about what was found; its lines are read page by page. */
export interface Found {
  readonly totals: FoundTotals;
  readonly facets: Readonly<Record<FacetName, Facet>>;
  readonly charts: Charts;
  /** Lines there are: sessions, and heads of groups. */
  readonly lines: number;
  /** Some of the lines; fewer than `count` only at the end. */
  page(offset: number, count: number): readonly FoundLine[];
  /** The rows of the sessions among all lines, in their order, each once. */
  pks(): Uint32Array;
  /** Billable time of each of these, ms: it adds up to that of the totals. */
  billed(): Float64Array;
}

/**
 * Every session held as present, as dictionary columns: searched and added up without touching the disk.
 * Kept in step by whoever writes the store, after each transaction.
 */
export interface Columns {
  readonly size: number;
  /**
   * Adds a session, or replaces what is held under its row. `pk` is a positive integer.
   *
   * @param exported left out where no export holds it.
   */
  put(pk: number, session: Session, exported?: ExportMark): void;
  /** Says how sessions stand to exports from now on; those not held are left alone. */
  mark(pks: Iterable<number>, exported: ExportMark): void;
  /** Removes a session; one that is not held is left alone. */
  remove(pk: number): void;
  /** Removes every session that began before an instant, UTC ms. */
  removeBefore(instant: number): void;
  /**
   * @param isOvertaken is asked now and then; once it says yes the search ends.
   * @returns null where it was overtaken.
   */
  search(request: SearchRequest, isOvertaken: () => boolean): Found | null;
  /**
   * Billable time of sessions by rules, together: it adds up to what they come to. NaN where one is not held.
   *
   * @param zone IANA name of the zone that days begin in.
   */
  billed(pks: readonly number[], rules: BillingRules, zone: string): Float64Array;
  /** Everything that is held, for {@link restoreColumns}, in parts that are to be kept in their order. */
  save(): readonly Uint8Array[];
}
