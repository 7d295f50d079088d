/** A participant under the sandbox's usual names. */
export interface RawParticipant {
  readonly name: string;
  /** Null for guests, who join by a session number. */
  readonly email: string | null;
  readonly userId: string | null;
  readonly companyUuid: string | null;
  readonly role: 'Supporter' | 'Guest';
  readonly joinedAt: number;
  readonly leftAt: number | null;
}

export interface RawClient {
  readonly clientId: string | null;
  readonly companyFolderDisplayName: string;
  readonly companyFolderId: string;
}

export interface RawTarget {
  readonly computerDisplayName: string;
  readonly computerHostName: string | null;
  readonly computerId: string;
  readonly computerMacAddress: string | null;
  readonly computerTeamViewerId: string | null;
  readonly computerUserDisplayName: string | null;
  readonly termsAndConditionsNameUsedForAccepting: string | null;
  readonly termsAndConditionsRequestState: string;
}

/** A session exactly as GraphQL gives it. Times are UTC ms, durations ms. */
export interface RawSession {
  readonly clientCompany: RawClient | null;
  readonly commentsLink: string | null;
  readonly customDuration: number | null;
  readonly duration: number | null;
  readonly id: string;
  readonly invoiceState: string;
  readonly lastUpdatedAt: number;
  readonly name: string;
  readonly participants: readonly RawParticipant[];
  readonly sessionCompanyUuid: string;
  readonly sessionCreatedAt: number;
  readonly sessionFinishedAt: number | null;
  readonly state: string;
  readonly target: RawTarget | null;
  readonly type: string;
}

/** The two published sample tokens. */
export interface SandboxTokens {
  readonly integratorToken: string;
  readonly userToken: string;
}
