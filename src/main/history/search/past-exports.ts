import type {
  Difference,
  Differences,
  ExportEntry,
  ExportList,
} from '../../../shared/exports/entry.ts';
import type { ExportRequest } from '../../../shared/exports/request.ts';
import { frozenQuery } from '../../../shared/history/frozen.ts';
import { dayOf } from '../../../shared/time.ts';
import type { Columns } from '../columns/types.ts';
import type { Store } from '../store/store.ts';
import { exportRowOf } from './export-rows.ts';

/** What is asked of the ledger to look at. `zone` is the IANA name of the one that days begin in. */
export interface PastExportCalls {
  /** Finished exports, the newest first. */
  exportEntries(offset: number, count: number, zone: string): ExportList;
  /** An export beside what its sessions are now; null where there is none. */
  exportDifferences(id: number, offset: number, count: number, zone: string): Differences | null;
}

interface Known {
  readonly request: ExportRequest | null;
  readonly version: number;
}

/** @param columns every session held as present */
export function createPastExports(
  store: Pick<
    Store,
    'exports' | 'exportRequests' | 'exportRules' | 'rules' | 'sessions' | 'standings'
  >,
  columns: () => Pick<Columns, 'billed'>,
): PastExportCalls {
  function known(zone: string): ReadonlyMap<number, Known> {
    const versions = new Map<string, number>();
    const all = new Map<number, Known>();
    for (const { id, begunAt, request: asked } of store.exportRequests()) {
      const query = asked && frozenQuery(asked.query, dayOf(begunAt, zone));
      const request = asked && query && { ...asked, query };
      const key = request && keyOf(request);
      const version = key === null ? 1 : (versions.get(key) ?? 0) + 1;
      if (key !== null) versions.set(key, version);
      all.set(id, { request, version });
    }
    return all;
  }

  return {
    exportEntries(offset, count, zone) {
      const records = store.exports();
      const asked = known(zone);
      const entries = records.slice(offset, offset + count).map((record): ExportEntry => ({
        ...record,
        request: asked.get(record.id)?.request ?? null,
        version: asked.get(record.id)?.version ?? 1,
      }));
      return { entries, total: records.length };
    },
    exportDifferences(id, offset, count, zone) {
      const record = store.exports().find((each) => each.id === id);
      if (!record) return null;
      const compared = store.standings.compare(id);
      const rules = store.exportRules(id) ?? store.rules();
      const billed = columns().billed(compared.present, rules, zone);
      const billedOf = new Map(compared.present.map((pk, place) => [pk, billed[place] ?? NaN]));
      const rows = compared.differing
        .slice(offset, offset + count)
        .flatMap((each): Difference[] => {
          const session = store.sessions.at(each.pk)?.session;
          if (!session) return [];
          const { updatedAt, ...then } = each.then;
          const { measuredMs, customMs, billableMs } = exportRowOf(
            session,
            billedOf.get(each.pk) ?? 0,
          );
          const now = {
            measuredMs,
            customMs,
            billableMs,
            clientName: session.client?.isLocal ? null : (session.client?.name ?? null),
          };
          return [
            {
              id: session.id,
              name: session.name,
              startedAt: session.createdAt,
              then: { ...then, clientName: compared.clientThen(each.pk, updatedAt) },
              now: each.isGone ? null : now,
            },
          ];
        });
      return {
        rows,
        total: compared.differing.length,
        sessions: compared.held,
        then: { measuredMs: compared.thenMeasuredMs, billableMs: compared.thenBillableMs },
        now: {
          measuredMs: compared.nowMeasuredMs,
          billableMs: billed.reduce((sum, ms) => sum + (ms === ms ? ms : 0), 0),
        },
        purged: record.rows - compared.held,
      };
    },
  };
}

/**
 * What tells requests apart whose files are versions of one another: which sessions, in which format. What was not
 * exported before is another set each time; such have no versions.
 */
function keyOf({ query: { filter }, options, server }: ExportRequest): string | null {
  if (filter.exported.length > 0 || /(?:exported|exportiert):/i.test(filter.text)) return null;
  const listed = Object.entries(filter).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.toSorted() : value,
  ]);
  return JSON.stringify([Object.fromEntries(listed), server ?? options.format]);
}
