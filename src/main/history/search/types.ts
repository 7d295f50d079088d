import type { HistoryQuery } from '../../../shared/history/query.ts';

/** A query together with when, where and by whom it is asked. */
export interface Question {
  readonly query: HistoryQuery;
  /** UTC ms. */
  readonly now: number;
  /** IANA name of the zone that days begin in. */
  readonly zone: string;
  /** The e-mail address of whoever is signed in; null where it is not known. */
  readonly ownEmail: string | null;
}

/** Lines of a result, both inclusive. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}
