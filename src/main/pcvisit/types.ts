import type { Imprint } from '../../shared/clients/imprint.ts';
import type { Person, TokenPayload } from '../../shared/clients/person.ts';
import type { JsonValue, Session } from '../../shared/session.ts';

/** What is asked of the server's history. All times UTC ms; the bounds may be taken as inclusive. */
export interface SessionsQuery {
  readonly from: number;
  /** Null asks up to the server's own present. */
  readonly to: number | null;
  /** Goes on behind a page; only where {@link Capabilities.paging} is true. */
  readonly after?: string;
  /** A filtrex expression; built with `filtrex.ts` alone. */
  readonly filter?: string;
  /** Also asks for MAC address and TeamViewer id. */
  readonly deviceIds?: boolean;
}

/** A session the server sent in a form that cannot be read. */
export interface MalformedSession {
  /** The id, where at least that could be read. */
  readonly id: string | null;
  /** Which field was wrong and how, for the log and the report; never the whole session. */
  readonly reason: string;
  readonly raw: JsonValue;
}

export interface SessionsPage {
  readonly sessions: readonly Session[];
  readonly malformed: readonly MalformedSession[];
  /** Participants were not asked for: that a session's list is empty says nothing. */
  readonly participantsUnread?: boolean;
  /** Nodes that came, readable or not: what `totalCount` is compared with. */
  readonly nodeCount: number;
  readonly totalCount: number;
  /** Cursor of the last node, for {@link SessionsQuery.after}; null on an empty page. */
  readonly endCursor: string | null;
  readonly batchLoadingIsStillActive: boolean;
  /** UTC ms; nothing exists before it. */
  readonly reportingActiveSince: number;
}

/** What discovery learnt about this endpoint. Without introspection everything is off or empty. */
export interface Capabilities {
  readonly introspection: boolean;
  /** Whether `Pagination` was understood: a cursor field to go on behind. */
  readonly paging: boolean;
  readonly participants: boolean;
  /** Whether the fields of an address are known, and so can be asked for. */
  readonly address: boolean;
  /** Enum name → its values, for the enums whose values the reference lacks. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

/** An imprint, and the address its picture is said to lie at: null where it has none of its own. */
export interface FoundImprint {
  readonly imprint: Imprint;
  readonly picture: string | null;
}

/** A person, and the address of a picture as in {@link FoundImprint}. */
export interface FoundPerson {
  readonly person: Person;
  readonly picture: string | null;
}

/** What of the history the server is to write to a file, and how. */
export interface ExportQuery {
  /** UTC ms, inclusive; null leaves that side open. */
  readonly from: number | null;
  readonly to: number | null;
  /** A filtrex expression; built with `filtrex.ts` alone. */
  readonly filter: string | null;
  /** Searched for by rules of the server's own. */
  readonly search: string | null;
  /** A path into a session, and one of the server's own names for a direction. */
  readonly sort: { readonly path: string; readonly direction: string } | null;
  /** One of the server's `ExportOutputFormat`. */
  readonly format: string;
  /** Whether the texts of comments are written too. */
  readonly comments: boolean;
}

/** A file that the server made. */
export interface ExportFile {
  /** Where it lies. */
  readonly host: string;
  /** That is not the API's own place: the JWT does not go there. */
  readonly isForeign: boolean;
  /**
   * The file as it comes. Rejects with a `ProblemError`: `redirected`, `download-gone`, `download-no-file` (a web
   * page, or nothing), `download-endless`, `download-cut`, or one of the way to a server.
   */
  read(signal?: AbortSignal): AsyncIterable<Uint8Array>;
}

/**
 * The API as the rest of main sees it. Every method rejects with a `ProblemError`; each renews
 * the JWT by itself and waits out nothing longer than a few seconds: a rate limit is passed on as
 * `rate-limited` with `retryAt`, and until then nothing is sent. What ends because its signal or
 * `close` ended it rejects with an `AbortError` instead, which is no failure.
 */
export interface Pcvisit {
  /** One page of the history. */
  sessions(query: SessionsQuery, signal?: AbortSignal): Promise<SessionsPage>;
  /**
   * What a company says of itself, by its company id or uuid; by null our own company's. Null where the server
   * has none.
   */
  imprint(id: string | null, signal?: AbortSignal): Promise<FoundImprint | null>;
  /** Who has an account of their own under an e-mail address; team accounts cannot be found this way. */
  person(email: string, signal?: AbortSignal): Promise<FoundPerson | 'none' | 'team-account'>;
  /** As good as a credential: the answer is for whoever asked, and goes nowhere else. */
  tokenPayload(userId: string, signal?: AbortSignal): Promise<TokenPayload>;
  /** Has the server write its history to a file; rejects with `download-refused` where its link must not be followed. */
  exportFile(query: ExportQuery, signal?: AbortSignal): Promise<ExportFile>;
  /** May turn to less while the program runs, where the server refuses what it told of itself. */
  capabilities(): Promise<Capabilities>;
  /** Buys a fresh JWT before anything else is asked, as after sleep. */
  renew(): Promise<void>;
  /** Forgets the JWT and rejects whatever is under way. */
  close(): void;
}
