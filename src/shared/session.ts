/** What JSON can hold: the shape of everything that was discovered at run time. */
export type JsonValue =
  string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/**
 * Someone who took part in a session. The server does not document this type: `fields` is
 * everything that discovery found and the server gave, under the server's names; the rest is
 * read from it by the scalar types the schema declares (Email, Name, CustomerUuid, Auth0Uuid).
 * Without introspection a session's participants are an empty list.
 */
export interface Participant {
  readonly name: string | null;
  readonly email: string | null;
  readonly userId: string | null;
  readonly companyUuid: string | null;
  readonly fields: { readonly [key: string]: JsonValue };
}

export interface SessionClient {
  /** The client number the technician's company gave; keeps leading zeros. */
  readonly number: string | null;
  readonly name: string;
  readonly folderId: string;
  /** A rule on this machine gave it to the session, which names none; absent where the server named it. */
  readonly isLocal?: boolean;
}

export interface SessionComputer {
  readonly id: string;
  readonly displayName: string;
  readonly hostName: string | null;
  readonly userDisplayName: string | null;
  readonly termsName: string | null;
  readonly termsState: string;
  /** Absent unless it was asked for (the setting `deviceIds`). */
  readonly macAddress?: string | null;
  /** Absent unless it was asked for (the setting `deviceIds`). */
  readonly teamViewerId?: string | null;
}

/**
 * One remote-support session as the server reported it. Times are UTC ms, durations ms.
 * `type`, `state`, `invoiceState` and `termsState` are open sets.
 */
export interface Session {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly state: string;
  readonly invoiceState: string;
  readonly client: SessionClient | null;
  readonly computer: SessionComputer | null;
  readonly participants: readonly Participant[];
  /** Measured by the server. */
  readonly durationMs: number | null;
  /** Set afterwards in the web app, for billing. */
  readonly customDurationMs: number | null;
  readonly commentsLink: string | null;
  readonly createdAt: number;
  /** Null while the session runs. */
  readonly finishedAt: number | null;
  readonly lastUpdatedAt: number;
  readonly companyUuid: string;
}
