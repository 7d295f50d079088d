/** The six queries and what they answer with. */
export const queries = `
type Query {
  AcExportSessionsHistory(
    company: CustomerUuid!
    filter: Filter
    options: InputSessionExportOptions!
    search: Search
    sort: [Sort!]
    timeFrame: TimeFrame
  ): AcExportSessionsHistoryResult
  AcQuerySessionsHistory(
    company: CustomerUuid!
    filter: Filter
    pagination: Pagination
    search: Search
    sort: [Sort!]
    timeFrame: TimeFrame
  ): AcQuerySessionsHistoryResult
  CaRetrievePublicCompanyData(
    id: CompanyIdOrCustomerUuid!
  ): CaRetrievePublicCompanyDataResult
  """returns a user identified by its email teamaccounts can't be requested this way!!"""
  SiFindUserByMail(
    email: Email!
  ): SiFindUserByMailResult
  """retrieves a new signed JWT for integrator communication based on provided API tokens"""
  SiRetrieveSignedJwt(
    integratorApiToken: IntegratorApiToken!
    userApiToken: UserApiToken!
  ): SiRetrieveSignedJwtResult!
  """retrieves a payload for a certain user which can be added to a JWT to use foreign JWTs as allowed identifiers"""
  SiRetrieveSignedTokenPayload(
    id: Auth0Uuid!
  ): SiRetrieveSignedTokenPayloadResult!
}

union AcExportSessionsHistoryResult = ExportSummary | Failure
union AcQuerySessionsHistoryResult = Failure | SessionProtocolEdge
union CaRetrievePublicCompanyDataResult = Failure | Imprint
union SiFindUserByMailResult = Failure | User
union SiRetrieveSignedJwtResult = Failure | SignedJwtWasRetrieved
union SiRetrieveSignedTokenPayloadResult = Failure | SignedTokenPayload
`;
