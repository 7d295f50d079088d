import { selectionOf, type Field } from './selection.ts';

export const failure = '... on Failure { error comment_for_user comment_for_dev }';

/** Buys a JWT. The only document that ever carries the tokens. */
export const signedJwtDocument = `query SiRetrieveSignedJwt(
  $integratorApiToken: IntegratorApiToken!
  $userApiToken: UserApiToken!
) {
  SiRetrieveSignedJwt(integratorApiToken: $integratorApiToken, userApiToken: $userApiToken) {
    __typename
    ... on SignedJwtWasRetrieved { customerUuid token }
    ${failure}
  }
}`;

/** What of the sessions' document depends on what was discovered, and on settings. */
export interface SessionsShape {
  /** Fields of a participant; null leaves participants out. */
  readonly participant: readonly Field[] | null;
  readonly paged: boolean;
  readonly filtered: boolean;
  readonly deviceIds: boolean;
}

/** Asks for one page of the history. No two shapes give the same document, no shape gives two. */
export function sessionsDocument(shape: SessionsShape): string {
  const filter = shape.filtered;
  const { paged, participant } = shape;
  return `query AcQuerySessionsHistory(
  $company: CustomerUuid!
  $timeFrame: TimeFrame${filter ? '\n  $filter: Filter' : ''}${paged ? '\n  $pagination: Pagination' : ''}
) {
  AcQuerySessionsHistory(
    company: $company
    timeFrame: $timeFrame${filter ? '\n    filter: $filter' : ''}${paged ? '\n    pagination: $pagination' : ''}
  ) {
    __typename
    ... on SessionProtocolEdge {
      batchLoadingIsStillActive
      reportingActiveSince
      totalCount
      nodes {
        cursor
        value {
          id
          name
          type
          state
          invoiceState
          duration
          customDuration
          commentsLink
          sessionCreatedAt
          sessionFinishedAt
          lastUpdatedAt
          sessionCompanyUuid
          clientCompany { clientId companyFolderDisplayName companyFolderId }
          target {
            computerId
            computerDisplayName
            computerHostName
            computerUserDisplayName
            termsAndConditionsNameUsedForAccepting
            termsAndConditionsRequestState${shape.deviceIds ? '\n            computerMacAddress\n            computerTeamViewerId' : ''}
          }${participant ? `\n          participants { ${selectionOf(participant)} }` : ''}
        }
      }
    }
    ${failure}
  }
}`;
}

/** The enums whose values the reference lacks, all or some. */
export const openEnums = [
  'SessionState',
  'SessionType',
  'TaskInvoiceStatus',
  'TermsAndConditionsRequestState',
  'ExportOutputFormat',
  'SortDirection',
  'ErrorIDs',
] as const;

/**
 * Asks the server about the types it does not document, and nothing else. It stays below the depth
 * of nested lists at which graphql-js refuses introspection.
 */
export const discoveryDocument = `query DiscoverUndocumentedTypes {
  pagination: __type(name: "Pagination") {
    inputFields { name defaultValue type { ...Wrapped } }
  }
  participant: __type(name: "SessionProtocolParticipant") { ...Fields }
  address: __type(name: "Address") { ...Fields }
${openEnums.map((name) => `  ${name}: __type(name: "${name}") { enumValues(includeDeprecated: true) { name } }`).join('\n')}
}
fragment Fields on __Type {
  fields {
    name
    args { defaultValue type { kind } }
    type { ...Nested ofType { ...Nested ofType { ...Nested ofType { ...Nested } } } }
  }
}
fragment Nested on __Type {
  kind
  name
  fields { name args { defaultValue type { kind } } type { ...Wrapped } }
}
fragment Wrapped on __Type {
  kind
  name
  ofType { kind name ofType { kind name ofType { kind name } } }
}`;
