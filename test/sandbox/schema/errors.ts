/** Every error id there is; most of the names are not documented. */
export const errors = `
enum ErrorIDs @sandboxChoice(part: "value names") {
  Ac_ServiceSupplyExceeded Ac_SubscriptionExpired Ac_SubscriptionMissing AccessDenied
  AccountDisabled AccountNotFound AgentNotInstalled AgentOffline AgentOutdated AlreadyExists
  ApiTokenExpired ApiTokenInvalid ApiTokenRevoked AssetNotFound AuthenticationFailed
  BackendNotReachable BadRequest Ca_CompanyNotFound Ca_ImprintIncomplete CertificateInvalid
  ChallengeFailed ChallengeRequired CompanyMismatch ComputerNotFound ConfigurationInvalid
  ConflictingUpdate ConnectionLost ContractExpired CursorInvalid DeviceNotFound DuplicateEntry
  EmailInvalid EmailNotVerified ExportFailed ExportFormatNotSupported ExportTooLarge
  FeatureNotLicensed FileNotFound FilterInvalid FolderNotFound FunctionNotAvailable GroupNotFound
  HostNotReachable IdentifierInvalid InputTooLong InternalError JwtExpired JwtInvalid JwtMissing
  LicenceExceeded LoginPolicyViolated MailNotSent MaintenanceMode NetworkError NoError
  NotAllServicesAvailable NotAllowed NotFound NotImplemented ParameterInvalid PasswordWrong
  PermissionMissing PolicyViolation QuotaExceeded RemoteHostBusy RequestTooLarge SearchInvalid
  ServiceNotRunning ServiceNotSupported SessionClosed SessionNotFound SharingViolation
  SortPathInvalid StorageFull SubnetNotFound TeamAccountNotAllowed
  """TimeOut: Used for rate limiting and timeout scenarios. When this error occurs due to rate limiting, the comment_for_dev field contains HTTP-style Retry-After information in the format: "Retry-After:"""
  TimeOut
  TokenMismatch
  """TryAgainLater: Similar to TimeOut, indicates the request should be retried later. Check the comment_for_dev field for specific retry instructions and timing information."""
  TryAgainLater
  UnexpectedState Unknown UnsupportedPlatform UnsupportedVersionUsed UpdateRequired UserBlocked
  UserExists UserNotFound ValidationFailed VatIdInvalid VersionConflict WakeOnLanFailed
  WebHookFailed WorkflowNotAllowed WriteProtected ZoneInvalid
}

"""Following here this failure strategy: https://blog.apollographql.com/full-stack-error-handling-with-graphql-apollo-5c12da407210 Each mutate or request returns ALWAYS the expect result OR an Failure. So, the network layer on client side itself (in case the network to the server is down) and the whole server has to ensure this behaviour."""
type Failure {
  comment_for_dev: String @sandboxChoice(part: "nullability")
  comment_for_user: String @sandboxChoice(part: "nullability")
  error: ErrorIDs! @sandboxChoice(part: "nullability")
}
`;
