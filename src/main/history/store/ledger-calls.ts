import type { BillingRules } from '../../../shared/billing/rule.ts';
import type { ExportRecord } from '../../../shared/exports/record.ts';
import type { ExportRequest } from '../../../shared/exports/request.ts';
import type { Db } from './database.ts';
import {
  createLedger,
  type ExportedRow,
  type ExportPlan,
  type ExportSeal,
  type ExportTotals,
  type UnfinishedExport,
} from './entities/ledger.ts';

/** What is asked of the ledger from outside the worker. Times are UTC ms. */
export interface LedgerCalls {
  /** Notes what the file is, before it gets its name. */
  sealExport(id: number, seal: ExportSeal): void;
  /** The file has its name: the export counts from now on, for good. */
  finishExport(id: number, at: number): void;
  /** There is no file: the export is forgotten. */
  dropExport(id: number): void;
  /** Finished exports, the newest first. */
  exports(): readonly ExportRecord[];
  /** What a finished export was asked for; null where there is none, or where it cannot be read any more. */
  exportRequest(id: number): ExportRequest | null;
  unfinishedExports(): readonly UnfinishedExport[];
}

export interface LedgerKeeper {
  readonly calls: LedgerCalls;
  open(plan: ExportPlan, totals: ExportTotals, at: number): number;
  record(id: number, rows: readonly ExportedRow[]): void;
  among(pks: Uint32Array): { readonly sessions: number; readonly lastAt: number | null };
  /** To be called before the sessions themselves are removed, within a transaction. */
  removeBefore(instant: number): void;
}

/**
 * @param inTransaction does all or nothing
 * @param rules those that hold now
 */
export function createLedgerKeeper(
  db: Db,
  inTransaction: <T>(work: () => T) => T,
  rules: () => BillingRules,
): LedgerKeeper {
  const ledger = createLedger(db);
  return {
    calls: {
      sealExport: (id, seal) => inTransaction(() => ledger.seal(id, seal)),
      finishExport: (id, at) => inTransaction(() => ledger.finish(id, at)),
      dropExport: (id) => inTransaction(() => ledger.drop(id)),
      exports: () => ledger.finished(),
      exportRequest: (id) => ledger.requestOf(id),
      unfinishedExports: () => ledger.unfinished(),
    },
    open: (plan, totals, at) => inTransaction(() => ledger.begin(plan, totals, rules(), at)),
    record: (id, rows) => inTransaction(() => ledger.record(id, rows)),
    among: (pks) => ledger.among(pks),
    removeBefore: (instant) => ledger.removeBefore(instant),
  };
}
