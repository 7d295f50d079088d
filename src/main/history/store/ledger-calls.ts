import type { BillingRules } from '../../../shared/billing/rule.ts';
import type { ExportMark } from '../../../shared/exports/mark.ts';
import type { ExportRecord } from '../../../shared/exports/record.ts';
import type { ExportRequest } from '../../../shared/exports/request.ts';
import type { Db } from './database.ts';
import {
  createLedger,
  type Ledger,
  type ExportedRow,
  type ExportPlan,
  type ExportSeal,
  type ExportTotals,
  type UnfinishedExport,
} from './entities/ledger.ts';
import { createStandings, type Standings } from './entities/standings.ts';

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
  readonly standings: Standings;
  readonly requests: Ledger['requests'];
  readonly rulesOf: Ledger['rulesOf'];
  open(plan: ExportPlan, totals: ExportTotals, at: number): number;
  record(id: number, rows: readonly ExportedRow[]): void;
  among(pks: Uint32Array): { readonly sessions: number; readonly lastAt: number | null };
  /** Sessions were written, which may be in an export under way. */
  written(pks: readonly number[]): void;
  /** To be called before the sessions themselves are removed, within a transaction. */
  removeBefore(instant: number): void;
}

export interface LedgerKeeperDeps {
  /** Does all or nothing. */
  readonly inTransaction: <T>(work: () => T) => T;
  /** Those that hold now. */
  readonly rules: () => BillingRules;
  /** Within the transaction: the saved search columns no longer hold for these rows. */
  readonly outdate: (pks: Uint32Array) => void;
  /** After it: this is how these rows stand to exports now. */
  readonly tellMarked: (pks: Iterable<number>, exported: ExportMark) => void;
}

export function createLedgerKeeper(db: Db, deps: LedgerKeeperDeps): LedgerKeeper {
  const { inTransaction, rules, outdate, tellMarked } = deps;
  const ledger = createLedger(db);
  const standings = createStandings(db);
  /** By export that was begun since the start: what was written while it was made. */
  const underWay = new Map<number, Set<number>>();

  function finish(id: number, at: number): void {
    const pks = inTransaction(() => {
      ledger.finish(id, at);
      const within = ledger.within(id);
      outdate(within);
      return within;
    });
    tellMarked(pks, 'yes');
    // Of one that was begun before the start nobody knows what was written meanwhile.
    const written = underWay.get(id) ?? pks;
    underWay.delete(id);
    tellMarked(
      [...written].filter((pk) => standings.of(pk) === 'changed'),
      'changed',
    );
  }

  return {
    calls: {
      sealExport: (id, seal) => inTransaction(() => ledger.seal(id, seal)),
      finishExport: finish,
      dropExport(id) {
        inTransaction(() => ledger.drop(id));
        underWay.delete(id);
      },
      exports: () => ledger.finished(),
      exportRequest: (id) => ledger.requestOf(id),
      unfinishedExports: () => ledger.unfinished(),
    },
    standings,
    requests: () => ledger.requests(),
    rulesOf: (id) => ledger.rulesOf(id),
    open(plan, totals, at) {
      const id = inTransaction(() => ledger.begin(plan, totals, rules(), at));
      underWay.set(id, new Set());
      return id;
    },
    record: (id, rows) => inTransaction(() => ledger.record(id, rows)),
    among: (pks) => ledger.among(pks),
    written(pks) {
      for (const set of underWay.values()) for (const pk of pks) set.add(pk);
    },
    removeBefore: (instant) => ledger.removeBefore(instant),
  };
}
