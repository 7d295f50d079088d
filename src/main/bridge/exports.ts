import type { Received, Response } from '../../shared/bridge/contract.ts';
import type { ExportEnd, ExportProspect } from '../../shared/bridge/export-calls.ts';
import type { ServerProspect } from '../../shared/exports/server.ts';
import type { HistoryQuery } from '../../shared/history/query.ts';
import type { Handlers } from './calls.ts';

type ExportCalls = Extract<keyof Handlers, `exports.${string}`>;

/** What windows ask of main about exports. Each rejects with a `ProblemError`. */
export interface ExportsDeps {
  prospect(query: HistoryQuery): Promise<ExportProspect>;
  serverProspect(query: HistoryQuery): Promise<ServerProspect>;
  run(request: Received<'exports.run'>): Promise<ExportEnd>;
  cancel(): boolean;
  open(id: number): Promise<boolean>;
  reveal(id: number): Promise<boolean>;
}

export function exportHandlers(deps: ExportsDeps): Pick<Handlers, ExportCalls> {
  return {
    'exports.prospect': async (query) => ({ ok: true, value: await deps.prospect(query) }),
    'exports.serverProspect': async (query) => ({
      ok: true,
      value: await deps.serverProspect(query),
    }),
    'exports.run': async (request): Promise<Response<'exports.run'>> => ({
      ok: true,
      value: await deps.run(request),
    }),
    'exports.cancel': () => deps.cancel(),
    'exports.open': async (id) => ({ ok: true, value: await deps.open(id) }),
    'exports.reveal': async (id) => ({ ok: true, value: await deps.reveal(id) }),
  };
}
