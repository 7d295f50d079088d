import type { Contact } from '../../../shared/clients/client.ts';
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
  /** The account behind the address, once the server told it. */
  readonly ownUserId?: string | null;
}

/** Lines of a result, both inclusive. */
export interface LineRange {
  readonly first: number;
  readonly last: number;
}

/** When and where something is asked: what "this month" means. */
export type Moment = Pick<Question, 'now' | 'zone'>;

/** What a client's latest sessions tell about who it is. */
export interface ClientTraces {
  readonly name: string;
  readonly number: string | null;
  /** The newest session was given the client by a rule. */
  readonly isLocal: boolean;
  /** Uuids of companies, other than the technician's own, whose people took part: most often first. */
  readonly companies: readonly string[];
  readonly contacts: readonly Contact[];
}

/** A client of what a question finds. */
export interface ClientShare {
  /** Its folder id; empty for sessions without a client. */
  readonly key: string;
  /** Empty for sessions without a client. */
  readonly name: string;
  /** Keeps leading zeros. */
  readonly number: string | null;
  readonly sessions: number;
}

/** An export that was begun. */
export interface BegunExport {
  /** Its number in the ledger. */
  readonly id: number;
  readonly rows: number;
}
