import type { Received, Response } from '../../shared/bridge/contract.ts';
import type { ExportEnd, ExportProspect } from '../../shared/bridge/export-calls.ts';
import type { ServerProspect } from '../../shared/exports/server.ts';
import type { Differences, ExportList, Verdict } from '../../shared/exports/entry.ts';
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

/** What windows ask of main about the exports that were made. Each rejects with a `ProblemError`. */
export interface LedgerDeps {
  list(request: Received<'exports.list'>): Promise<ExportList>;
  verify(id: number): Promise<Verdict>;
  differences(request: Received<'exports.differences'>): Promise<Differences | null>;
}

export function exportHandlers(deps: ExportsDeps, ledger: LedgerDeps): Pick<Handlers, ExportCalls> {
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
    'exports.list': async (request) => ({ ok: true, value: await ledger.list(request) }),
    'exports.verify': async (id) => ({ ok: true, value: await ledger.verify(id) }),
    'exports.differences': async (request) => ({
      ok: true,
      value: await ledger.differences(request),
    }),
  };
}
