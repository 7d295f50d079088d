import type { Book } from '../data/book.ts';
import type { Company } from '../data/company.ts';
import type { FaultControl } from '../faults/control.ts';
import type { Select, Selection } from '../query/select.ts';
import type { Auth } from './auth.ts';
import type { Failure } from './failure.ts';

/** Everything the resolvers and the routes of one running sandbox share. */
export interface World {
  readonly company: Company;
  readonly book: Book;
  readonly select: Select;
  readonly faults: FaultControl;
  readonly auth: Auth;
  readonly exports: Map<string, ExportOrder>;
  /** UTC ms; nothing was recorded before it. */
  readonly beginning: number;
  /** The server's own clock, skew included, UTC ms. */
  readonly clock: () => number;
  /** Address of this server, without a slash at its end. */
  readonly origin: () => string;
}

/** What a download link stands for. */
export interface ExportOrder {
  readonly selection: Selection;
  readonly format: string;
  readonly withComments: boolean;
}

/** What is known about one request; resolvers leave behind which sessions they showed. */
export interface Visit {
  /** Every query of the request answers with this. */
  readonly failure: Failure | null;
  /** The queries that need a JWT answer with this. */
  readonly rejection: Failure | null;
  /** Response key → sample indexes of the sessions shown under it, in order. */
  readonly shown: Map<string, readonly number[]>;
}
