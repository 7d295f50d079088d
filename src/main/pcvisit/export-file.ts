import * as v from 'valibot';
import { ApiError } from './api-error.ts';
import type { Ask } from './connection.ts';
import { createDownload, type DownloadDeps } from './download.ts';
import { exportDocument } from './export-document.ts';
import type { ExportFile, ExportQuery } from './types.ts';

export interface ExportFilesDeps extends DownloadDeps {
  readonly ask: Ask;
}

const answerSchema = v.object({
  AcExportSessionsHistory: v.object({
    exportDocumentDownloadLink: v.pipe(v.string(), v.nonEmpty(), v.maxLength(8192)),
  }),
});

/** Long enough for names to be told apart: the server sorts by the first characters alone. */
const hashSize = 64;

/**
 * Orders files with the history. Rejects with an {@link ApiError}: also with `download-refused` where the link leads
 * to what must not be asked.
 */
export function createExportFiles({ ask, ...deps }: ExportFilesDeps) {
  const { host } = deps.endpoint;
  const download = createDownload(deps);

  return async (query: ExportQuery, company: string, signal?: AbortSignal): Promise<ExportFile> => {
    const { data } = await ask(exportDocument, variablesOf(query, company), signal);
    const result = v.safeParse(answerSchema, data, { abortEarly: true });
    if (!result.success) {
      const detail = v.getDotPath(result.issues[0]) ?? 'data';
      throw new ApiError({ code: 'malformed-response', host }, { detail });
    }
    return download(result.output.AcExportSessionsHistory.exportDocumentDownloadLink);
  };
}

function variablesOf(query: ExportQuery, company: string): Record<string, unknown> {
  const { from, to, filter, search, sort, format, comments } = query;
  const isBounded = from !== null || to !== null;
  return {
    company,
    options: { exportWithComments: comments, outputFileFormat: format },
    ...(isBounded && {
      timeFrame: { ...(from !== null && { startDate: from }), ...(to !== null && { endDate: to }) },
    }),
    ...(filter !== null && { filter: { input: filter } }),
    ...(search !== null && { search: { input: search } }),
    ...(sort !== null && { sort: [{ ...sort, hashSize }] }),
  };
}
