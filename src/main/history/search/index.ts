import { noRounding, type BillingRules, type RoundingRule } from '../../../shared/billing/rule.ts';
import type { ClientList } from '../../../shared/clients/client.ts';
import type { SessionDetails } from '../../../shared/history/details.ts';
import {
  pageSize,
  type HistoryLine,
  type HistoryResult,
  type HistoryRow,
} from '../../../shared/history/result.ts';
import type { Found } from '../columns/types.ts';
import type { Store } from '../store/store.ts';
import { listClients } from './client-list.ts';
import { tracesOf } from './client-traces.ts';
import { detailsOf } from './details.ts';
import { createExporting, type ExportCalls } from './exporting.ts';
import { createHeldColumns, type HeldColumnsDeps } from './held-columns.ts';
import { readLines, readRows } from './lines.ts';
import { createPastExports, type PastExportCalls } from './past-exports.ts';
import { resolveQuery } from './resolve-query.ts';
import { createResults } from './results.ts';
import type { ClientTraces, LineRange, Moment, Question } from './types.ts';

export interface SearchDeps extends Omit<HeldColumnsDeps, 'store'> {
  readonly store: Store;
  /** Gives results their numbers; none twice. */
  readonly nextNumber: () => number;
  /** Whether a later search has been asked for than the one with this ticket. */
  readonly isOvertaken: (ticket: number) => boolean;
}

/** What is asked of the history by those who look things up in it, answered at once on the worker. */
export interface SearchCalls extends ExportCalls, PastExportCalls {
  /** Null where it was overtaken. */
  search(question: Question, ticket: number): HistoryResult | null;
  /** Null where the result is no longer remembered. */
  page(result: number, offset: number, count: number): readonly HistoryLine[] | null;
  rowsOf(result: number, ranges: readonly LineRange[], most: number): readonly HistoryRow[] | null;
  session(id: string, zone: string): SessionDetails | null;
  /** @param only a single client's key; null is all of them. */
  clients(moment: Moment, only: string | null): ClientList;
  /** Null where there is no session of the client. */
  clientTraces(client: string, moment: Moment): ClientTraces | null;
  /** Billable time of what a question finds, ms: by the rules as they are, and with one of them set. */
  previewRule(
    question: Question,
    client: string | null,
    rule: RoundingRule | null,
  ): { readonly beforeMs: number; readonly afterMs: number };
}

export interface Search extends SearchCalls {
  /** One step towards search columns that are saved. @returns whether there is another one. */
  settle(): boolean;
  /** Saves the search columns where that pays; before the store is closed. */
  save(): void;
}

/** Exports told of one session. */
const mostExports = 50;

export function createSearch(deps: SearchDeps): Search {
  const { store, isOvertaken } = deps;
  const held = createHeldColumns({
    ...deps,
    onPurged() {
      results.forget();
      exporting.forget();
    },
  });
  const results = createResults(deps.nextNumber);
  const find = (question: Question, rules: BillingRules): Found => {
    const found = held.whole().search(resolveQuery(question, rules), () => false);
    if (found) return found;
    throw new Error('overtaken by nobody');
  };
  const exporting = createExporting(store, (question) => find(question, store.rules()));
  const billable = (question: Question, rules: BillingRules): number =>
    find(question, rules).totals.billableMs;

  return {
    search(question, ticket) {
      if (isOvertaken(ticket)) return null;
      const request = resolveQuery(question, store.rules());
      const columns = held.whole();
      const found = columns.search(request, () => isOvertaken(ticket));
      if (!found) return null;
      const { totals, facets, charts, lines } = found;
      const { remarks, highlights } = request.search;
      return {
        result: results.add(found),
        totals,
        held: columns.size,
        facets,
        charts,
        lines,
        page: [...readLines(store, found.page(0, pageSize))],
        remarks: [...remarks],
        highlights: [...highlights],
      };
    },
    page(result, offset, count) {
      const found = results.find(result);
      return found && readLines(store, found.page(offset, count));
    },
    rowsOf(result, ranges, most) {
      const found = results.find(result);
      return found && readRows(store, found, ranges, most);
    },
    session(id, zone) {
      const pk = store.sessions.pkOf(id);
      const session = pk === undefined ? undefined : store.sessions.at(pk);
      if (pk === undefined || !session) return null;
      const revisions = store.revisions.of(pk);
      const note = store.notes.read(pk);
      const exported = store.standings.of(pk);
      const exports = store.standings.exportsOf(pk, mostExports);
      const rules = store.rules();
      return detailsOf({ held: session, revisions, note, exported, exports, rules, zone });
    },
    clients: (moment, only) => listClients(held.whole(), store, moment, only),
    clientTraces: (client, moment) => tracesOf(held.whole(), store, moment, client),
    previewRule(question, client, rule) {
      const rules = store.rules();
      return {
        beforeMs: billable(question, rules),
        afterMs: billable(question, withRule(rules, client, rule)),
      };
    },
    exportOutlook: exporting.exportOutlook,
    exportClients: exporting.exportClients,
    beginExport: exporting.beginExport,
    exportRows: exporting.exportRows,
    endExport: exporting.endExport,
    ...createPastExports(store, held.whole),
    settle: held.settle,
    save: held.save,
  };
}

/** The rules with that of one client, or of all (null), set; null for a rule takes it away. */
export function withRule(
  { standard, clients }: BillingRules,
  client: string | null,
  rule: RoundingRule | null,
): BillingRules {
  if (client === null) return { standard: rule ?? noRounding, clients };
  const others = Object.entries(clients).filter(([folderId]) => folderId !== client);
  const own: [string, RoundingRule][] = rule ? [[client, rule]] : [];
  return { standard, clients: Object.fromEntries([...others, ...own]) };
}
