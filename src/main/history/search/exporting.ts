import type { ExportOutlook } from '../../../shared/exports/record.ts';
import { newestFirst } from '../../../shared/history/query.ts';
import type { ExportRow } from '../../../shared/exports/row.ts';
import type { ExportedRow, ExportPlan } from '../store/entities/ledger.ts';
import type { Store } from '../store/store.ts';
import type { Found } from '../columns/types.ts';
import { packRows, type PackedRows } from '../packed-rows.ts';
import { exportRowOf } from './export-rows.ts';
import { headsOf } from './heads.ts';
import type { BegunExport, ClientShare, Question } from './types.ts';

/** What is asked of the history by whoever exports, answered at once on the worker. */
export interface ExportCalls {
  exportOutlook(question: Question): ExportOutlook;
  /** Whose sessions a question finds, by name; those without a client last. */
  exportClients(question: Question): readonly ClientShare[];
  /** Finds what is to be exported, and notes in the ledger that it is about to be. @param at UTC ms */
  beginExport(question: Question, plan: ExportPlan, at: number): BegunExport;
  /**
   * The next rows, which are noted in the ledger as they are given away; none at the end, null where sessions were
   * removed from the history since it was begun.
   */
  exportRows(id: number, count: number): PackedRows | null;
  /** No further rows are wanted. */
  endExport(id: number): void;
}

export interface Exporting extends ExportCalls {
  /** Rows belong to other sessions soon. */
  forget(): void;
}

interface Running {
  readonly pks: Uint32Array;
  readonly billed: Float64Array;
  at: number;
  /** Read and noted, and not given away yet. */
  readonly ready: ExportRow[];
}

const readAtOnce = 1000;

/** @param find everything a question finds, under the rules as they are */
export function createExporting(store: Store, find: (question: Question) => Found): Exporting {
  const running = new Map<number, Running>();

  /** Reads and notes what comes next, in one go: a lock and a write of its own for each would take longer. */
  function readOn(id: number, own: Running): boolean {
    return store.together(() => {
      const noted: ExportedRow[] = [];
      const end = Math.min(own.pks.length, own.at + readAtOnce);
      for (; own.at < end; own.at += 1) {
        const pk = own.pks[own.at] as number;
        const held = store.sessions.at(pk);
        if (!held) return false;
        const row = exportRowOf(held.session, own.billed[own.at] as number);
        own.ready.push(row);
        noted.push({ pk, ...row });
      }
      store.recordExported(id, noted);
      return true;
    });
  }

  return {
    exportOutlook(question) {
      const found = find(question);
      const before = store.exportedAmong(found.pks());
      return {
        sessions: found.totals.sessions,
        running: found.totals.running,
        billableMs: found.totals.billableMs,
        exportedBefore: before.sessions,
        lastExportedAt: before.lastAt,
      };
    },
    exportClients({ query, ...rest }) {
      const found = find({ ...rest, query: { ...query, sort: newestFirst, group: 'client' } });
      return [...headsOf(found)].map(({ line, newest }) => {
        const session = newest === null ? undefined : store.sessions.at(newest)?.session;
        const { key, label: name, sessions } = line;
        return { key, name, number: session?.client?.number ?? null, sessions };
      });
    },
    beginExport(question, plan, at) {
      const found = find(question);
      const { measuredMs, billableMs } = found.totals;
      const pks = found.pks();
      const totals = { rows: pks.length, measuredMs, billableMs };
      const id = store.openExport(plan, totals, at);
      running.set(id, { pks, billed: found.billed(), at: 0, ready: [] });
      return { id, rows: pks.length };
    },
    exportRows(id, count) {
      const own = running.get(id);
      if (!own) return null;
      if (own.ready.length < count && !readOn(id, own)) return null;
      return packRows(own.ready.splice(0, count));
    },
    forget: () => running.clear(),
    endExport: (id) => void running.delete(id),
  };
}
