import { exportFileName } from '../shared/exports/file-name.ts';
import type { ExportRequest } from '../shared/exports/request.ts';
import {
  mostIds,
  serverExtension,
  type ServerOptions,
  type ServerProspect,
} from '../shared/exports/server.ts';
import { dayOf } from '../shared/time.ts';
import { exactBut, runExport, serverWriter, translate } from './exports/index.ts';
import type { History } from './history/types.ts';
import type { Question } from './history/search/types.ts';
import type { Pcvisit } from './pcvisit/types.ts';
import type { Undertaking } from './undertaking.ts';

export interface ServerExportsDeps {
  /** Throws a `ProblemError` where nobody is signed in. */
  readonly own: () => {
    readonly history: History;
    readonly api: Pick<Pcvisit, 'exportFile' | 'capabilities'>;
  };
  /** The file does not lie with the API itself: whether it may be fetched from there. */
  readonly mayFetchFrom: (host: string) => Promise<boolean>;
}

export interface ServerExports {
  /** What an export by the server would come to. Rejects as the API does. */
  prospect(question: Question): Promise<ServerProspect>;
  prepare(question: Question, request: ExportRequest, server: ServerOptions): Undertaking;
}

/** The one output format that the reference names: all there is where the server cannot be asked. */
const documentedFormat = 'csv';

/** The server's own exports of what a question finds. */
export function createServerExports({ own, mayFetchFrom }: ServerExportsDeps): ServerExports {
  return {
    async prospect(question) {
      const { api, history } = own();
      const [{ enums }, { sessions }] = await Promise.all([
        api.capabilities(),
        history.exports.outlook(question),
      ]);
      const { untranslated } = translate(question, enums['SortDirection'] ?? []);
      const formats = enums['ExportOutputFormat'] ?? [];
      return {
        formats: formats.length > 0 ? [...formats] : [documentedFormat],
        sessions,
        untranslated: [...(sessions <= mostIds ? exactBut(untranslated) : untranslated)],
      };
    },
    prepare: (question, request, server) => ({
      makes: 'file',
      extension: serverExtension(server.format),
      name: exportFileName(
        request.query.filter.period,
        request.label,
        dayOf(question.now, question.zone),
      ),
      async run(path, { signal, onProgress }) {
        const { api, history } = own();
        const refusal = new AbortController();
        const either = AbortSignal.any([signal, refusal.signal]);
        const record = await runExport(question, request, path, {
          history: history.exports,
          signal: either,
          onProgress,
          writer: serverWriter(question, server, {
            api,
            mayFetchFrom,
            callOff: () => refusal.abort(),
            signal: either,
          }),
        });
        return record && [record];
      },
    }),
  };
}
