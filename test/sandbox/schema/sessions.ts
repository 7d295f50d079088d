/** The history of sessions, what narrows it and its export. */
export const sessions = `
type ClientCompany {
  clientId: CustomerId
  companyFolderDisplayName: Name!
  companyFolderId: AssetUuid!
}

type SessionProtocol {
  clientCompany: ClientCompany
  commentsLink: Url
  customDuration: DurationMs
  duration: DurationMs
  id: TaskUuid!
  invoiceState: TaskInvoiceStatus!
  """timestamp of the last update (event) of this protocol"""
  lastUpdatedAt: UnixTimeMs!
  name: SessionName!
  participants: [SessionProtocolParticipant!]!
  sessionCompanyUuid: CustomerUuid!
  sessionCreatedAt: UnixTimeMs!
  sessionFinishedAt: UnixTimeMs
  state: SessionState!
  target: SessionProtocolMainTarget
  type: SessionType!
}

type SessionProtocolEdge {
  """if true, there will be coming more data, if false there is no more data to be expected for now (until a real update is triggered)"""
  batchLoadingIsStillActive: Boolean!
  nodes: [SessionProtocolNode!]!
  """the starting timepoint for gathering all session data for this company"""
  reportingActiveSince: UnixTimeMs!
  """the total number of protocols in the result independent from paging"""
  totalCount: Int!
}

type SessionProtocolMainTarget {
  computerDisplayName: Name!
  computerHostName: Name
  computerId: AssetUuid!
  computerMacAddress: Mac
  computerTeamViewerId: String
  computerUserDisplayName: Name
  termsAndConditionsNameUsedForAccepting: Name
  termsAndConditionsRequestState: TermsAndConditionsRequestState!
}

type SessionProtocolNode {
  cursor: Cursor!
  index: Int!
  value: SessionProtocol!
}

enum SessionState @sandboxChoice(part: "value names") {
  AwaitingAccessAsParticipant AwaitingParticipant Finished Interrupted Running Scheduled
}

enum SessionType @sandboxChoice(part: "value names") {
  AdHocSessionForSupporter RemoteAccessSession RemoteOfficeSession
}

enum TaskInvoiceStatus @sandboxChoice(part: "value names") {
  """task has been handled"""
  Invoiced
  """task invoice does not need handling"""
  NotRequired
  """not yet invoiced or decided what to do"""
  Open
}

enum TermsAndConditionsRequestState @sandboxChoice(part: "value names") {
  Accepted Declined NotRequested
}

type ExportSummary {
  exportDocumentDownloadLink: Url!
}

enum ExportOutputFormat @sandboxChoice(part: "value names") {
  csv json xml
}

input InputSessionExportOptions {
  exportWithComments: Boolean!
  outputFileFormat: ExportOutputFormat!
}

input Filter {
  """
  see https://www.npmjs.com/package/ filtrex i.e. "onlineState == "Online" or typeName == "Folder""
  """
  input: String!
}

input Search {
  input: String!
}

"""Describes how to sort a list of elements. path points to a value within the result as property we are sorting for, in the form of: x.y.z The backend might use a kind of lexiographical sort algorithm. Thus, hashSize defines the size of the hash for each property we sort, but influences the accuracy of the results. Default is 15; if the values we sort for exceeds this size, we should adapt in the size of the hashSize."""
input Sort {
  direction: SortDirection!
  hashSize: Int
  mapToIndex: [String!]
  path: String!
}

enum SortDirection @sandboxChoice(part: "value names") {
  Asc Desc
}

input TimeFrame {
  endDate: UnixTimeMs
  startDate: UnixTimeMs
}
`;
