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
  /** May turn to less while the program runs, where the server refuses what it told of itself. */
  capabilities(): Promise<Capabilities>;
  /** Buys a fresh JWT before anything else is asked, as after sleep. */
  renew(): Promise<void>;
  /** Forgets the JWT and rejects whatever is under way. */
  close(): void;
}
