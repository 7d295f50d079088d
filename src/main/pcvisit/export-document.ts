import { failure } from './documents.ts';

/** Orders a file with the history, and answers with where it lies. */
export const exportDocument = `query AcExportSessionsHistory(
  $company: CustomerUuid!
  $options: InputSessionExportOptions!
  $filter: Filter
  $search: Search
  $sort: [Sort!]
  $timeFrame: TimeFrame
) {
  AcExportSessionsHistory(
    company: $company
    options: $options
    filter: $filter
    search: $search
    sort: $sort
    timeFrame: $timeFrame
  ) {
    __typename
    ... on ExportSummary { exportDocumentDownloadLink }
    ${failure}
  }
}`;
