import type { BillingRules } from '../../shared/billing/rule.ts';
import type { Received } from '../../shared/bridge/contract.ts';
import type { SessionDetails } from '../../shared/history/details.ts';
import type { HistoryLine, HistoryResult } from '../../shared/history/result.ts';
import type { SavedView } from '../../shared/history/view.ts';
import type { Handlers } from './calls.ts';

type HistoryCalls = Extract<keyof Handlers, `history.${string}`>;

/** What History asks of main. Each rejects with a `ProblemError`: `invalid-request` where nobody is signed in. */
export interface HistoryDeps {
  search(query: Received<'history.search'>): Promise<HistoryResult | null>;
  page(request: Received<'history.page'>): Promise<readonly HistoryLine[] | null>;
  session(id: string): Promise<SessionDetails | null>;
  setNote(request: Received<'history.setNote'>): Promise<void>;
  /** @returns how many rows were put onto the clipboard. */
  copyRows(request: Received<'history.copyRows'>): Promise<number | null>;
  views(): Promise<readonly SavedView[]>;
  saveView(request: Received<'history.saveView'>): Promise<readonly SavedView[]>;
  removeView(name: string): Promise<readonly SavedView[]>;
  rules(): Promise<BillingRules>;
  setRule(request: Received<'history.setRule'>): Promise<BillingRules>;
  previewRule(
    request: Received<'history.previewRule'>,
  ): Promise<{ readonly beforeMs: number; readonly afterMs: number }>;
}

export function historyHandlers(deps: HistoryDeps): Pick<Handlers, HistoryCalls> {
  return {
    'history.search': async (query) => done(await deps.search(query)),
    'history.page': async (request) => {
      const lines = await deps.page(request);
      return done(lines && [...lines]);
    },
    'history.session': async (id) => done(await deps.session(id)),
    'history.setNote': async (request) => {
      await deps.setNote(request);
      return done(null);
    },
    'history.copyRows': async (request) => done(await deps.copyRows(request)),
    'history.views': async () => done([...(await deps.views())]),
    'history.saveView': async (request) => done([...(await deps.saveView(request))]),
    'history.removeView': async (name) => done([...(await deps.removeView(name))]),
    'history.rules': async () => done(await deps.rules()),
    'history.setRule': async (request) => done(await deps.setRule(request)),
    'history.previewRule': async (request) => done(await deps.previewRule(request)),
  };
}

function done<T>(value: T): { ok: true; value: T } {
  return { ok: true, value };
}
