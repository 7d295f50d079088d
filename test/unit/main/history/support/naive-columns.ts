import type {
  Columns,
  Found,
  FoundLine,
  SearchRequest,
} from '../../../../../src/main/history/columns/types.ts';
import { fold } from '../../../../../src/shared/history/fold.ts';
import type { Session } from '../../../../../src/shared/session.ts';
import { tookPart } from '../../../../../src/shared/technician.ts';
import { billableMs, isRunning, measuredMs } from '../../../../../src/shared/worktime.ts';

export interface NaiveColumns extends Columns {
  /** What is held, by row. */
  readonly rows: ReadonlyMap<number, Session>;
}

/**
 * Columns that keep plain sessions: they know terms of any field, the period, clients and "mine", and put the
 * newest first. Enough to see whether they are kept in step.
 */
export function createNaiveColumns(
  entries: Iterable<readonly [number, Session]> = [],
): NaiveColumns {
  const rows = new Map(entries);
  return {
    rows,
    get size() {
      return rows.size;
    },
    put: (pk, session) => void rows.set(pk, session),
    mark: () => undefined,
    billed: (pks) => {
      return Float64Array.from(pks, (pk) => {
        const session = rows.get(pk);
        return session ? billableMs(session) : NaN;
      });
    },
    remove: (pk) => void rows.delete(pk),
    removeBefore(instant) {
      for (const [pk, { createdAt }] of rows) if (createdAt < instant) rows.delete(pk);
    },
    search(request, isOvertaken) {
      const hits: [number, Session][] = [];
      for (const entry of rows) {
        if (isOvertaken()) return null;
        if (matches(request, entry[1])) hits.push(entry);
      }
      hits.sort(([a, left], [b, right]) => right.createdAt - left.createdAt || b - a);
      return foundOf(hits);
    },
    save: () => [new TextEncoder().encode(JSON.stringify([...rows]))],
  };
}

export function restoreNaiveColumns([bytes]: readonly Uint8Array[]): NaiveColumns | null {
  return createNaiveColumns(JSON.parse(new TextDecoder().decode(bytes)) as [number, Session][]);
}

function matches(
  { search, start, end, clients, mine, technicians }: SearchRequest,
  session: Session,
) {
  const text = fold([session.name, session.client?.name, session.computer?.displayName].join('\n'));
  return (
    session.createdAt >= start &&
    session.createdAt < end &&
    (clients.length === 0 || clients.includes(session.client?.folderId ?? '')) &&
    (mine === null ? technicians.length === 0 : tookPart(session, mine)) &&
    search.terms.every((term) => text.includes(term.text) !== term.negated)
  );
}

function foundOf(hits: readonly (readonly [number, Session])[]): Found {
  const none = { choices: [], total: 0 };
  const ranking = { bars: [], rest: null };
  const sum = (of: (session: Session) => number) =>
    hits.reduce((total, [, session]) => total + of(session), 0);
  const lines = hits.map(([pk, session]): FoundLine => ({
    kind: 'session',
    pk,
    billableMs: billableMs(session),
  }));
  return {
    totals: {
      sessions: hits.length,
      running: hits.filter(([, session]) => isRunning(session)).length,
      measuredMs: sum(measuredMs),
      customMs: sum((session) => session.customDurationMs ?? 0),
      billableMs: sum(billableMs),
      wallClockMs: 0,
    },
    facets: {
      clients: none,
      technicians: none,
      types: none,
      states: none,
      invoices: none,
      exported: none,
    },
    charts: { unit: 'day', times: [], clients: ranking, technicians: ranking },
    lines: lines.length,
    page: (offset, count) => lines.slice(offset, offset + count),
    pks: () => Uint32Array.from(hits, ([pk]) => pk),
    billed: () => Float64Array.from(hits, ([, session]) => billableMs(session)),
  };
}
