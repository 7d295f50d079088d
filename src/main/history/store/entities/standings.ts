import type { ExportMark } from '../../../../shared/exports/mark.ts';
import type { SessionExport } from '../../../../shared/exports/session-export.ts';
import { isRunning, measuredMs, type Timed } from '../../../../shared/worktime.ts';
import { prepare, type Db } from '../database.ts';
import { unpackNullable, unpackText, type Packed } from '../packing.ts';

/** How sessions stand to the exports that hold them; see `shared/exports/mark.ts` for what counts as changed. */
export interface Standings {
  of(pk: number): ExportMark;
  /** Of rows behind `after`, up to and with `last`; those that no export holds are left out. */
  within(after: number, last: number): ReadonlyMap<number, ExportMark>;
  /** The exports that hold a session, the newest first and at most so many. */
  exportsOf(pk: number, most: number): readonly SessionExport[];
  /** A finished export beside what its sessions are now; of those that are no longer held nothing is known. */
  compare(id: number): Comparison;
}

/** What an export was like and its sessions are now. Sums in ms are over the sessions still held. */
export interface Comparison {
  /** Rows of the sessions that are held, and not gone from the server. */
  readonly present: readonly number[];
  /** How many are held, also such as are gone from the server. */
  readonly held: number;
  readonly thenMeasuredMs: number;
  readonly thenBillableMs: number;
  readonly nowMeasuredMs: number;
  /** Those that changed, or are gone from the server. */
  readonly differing: readonly {
    readonly pk: number;
    readonly then: Pick<SessionExport, 'measuredMs' | 'customMs' | 'billableMs'> & {
      readonly updatedAt: number;
    };
    readonly isGone: boolean;
  }[];
  /** What the client was called that a session named when it was exported. */
  clientThen(pk: number, updatedAt: number): string | null;
}

/** A session in an export beside what it is now. Times UTC ms, durations ms. */
interface Compared {
  readonly session: number;
  readonly export: number;
  readonly then_updated: number;
  readonly then_measured: number | null;
  readonly then_custom: number | null;
  readonly then_billable: number | null;
  readonly updated_at: number;
  readonly vanished_at: number | null;
  readonly created_at: number;
  readonly finished_at: number | null;
  readonly duration: number | null;
  readonly custom_duration: number | null;
  readonly folder: Packed | null;
}

interface Client {
  readonly folder: Packed | null;
  readonly name: Packed | null;
}

interface Holding {
  readonly export: number;
  readonly updated_at: number;
  readonly measured_ms: number | null;
  readonly custom_ms: number | null;
  readonly billable_ms: number | null;
  readonly finished_at: number;
  readonly path: Packed;
}

const client = (table: string): string =>
  ['folder', 'name']
    .map((of) => `(SELECT ${of} FROM clients WHERE id = ${table}.client) AS ${of}`)
    .join(', ');

const compared = `SELECT x.session, x.export, x.updated_at AS then_updated, x.measured_ms AS then_measured,
    x.custom_ms AS then_custom, x.billable_ms AS then_billable, s.updated_at, s.vanished_at, s.created_at, s.finished_at, s.duration, s.custom_duration,
    (SELECT folder FROM clients WHERE id = s.client) AS folder
  FROM exported AS x JOIN exports AS e ON e.id = x.export JOIN sessions AS s ON s.pk = x.session
  WHERE e.finished_at IS NOT NULL`;

export function createStandings(db: Db): Standings {
  const within = prepare<Compared>(
    db,
    `${compared} AND x.session > ? AND x.session <= ? ORDER BY x.session, x.export`,
  );
  const inExport = prepare<Compared>(db, `${compared} AND x.export = ? ORDER BY x.session`);
  const clientNow = prepare<Client>(db, `SELECT ${client('sessions')} FROM sessions WHERE pk = ?`);
  // The state it was exported in is the first that was followed by a change.
  const clientBefore = prepare<Client>(
    db,
    `SELECT ${client('revisions')} FROM revisions
     WHERE session = ? AND updated_at >= ? ORDER BY id LIMIT 1`,
  );
  const holding = prepare<Holding>(
    db,
    `SELECT x.session, x.export, x.updated_at, x.measured_ms, x.custom_ms, x.billable_ms,
       e.finished_at, e.path
     FROM exported AS x JOIN exports AS e ON e.id = x.export
     WHERE x.session = ? AND e.finished_at IS NOT NULL ORDER BY x.export DESC LIMIT ?`,
  );

  function hasMoved(row: Compared): boolean {
    if (row.updated_at === row.then_updated) return false;
    const before = clientBefore.get(row.session, row.then_updated);
    return before !== undefined && !isSame(before.folder, row.folder);
  }

  function clientThen(pk: number, updatedAt: number): string | null {
    const then = clientBefore.get(pk, updatedAt) ?? clientNow.get(pk);
    return unpackNullable(then?.name ?? null);
  }

  function marksWithin(after: number, last: number): ReadonlyMap<number, ExportMark> {
    // The newest export comes last.
    const newest = new Map<number, Compared>();
    for (const row of within.iterate(after, last)) newest.set(row.session, row);
    const marks = new Map<number, ExportMark>();
    for (const [pk, row] of newest)
      marks.set(pk, hasOtherTimes(row) || hasMoved(row) ? 'changed' : 'yes');
    return marks;
  }

  return {
    of: (pk) => marksWithin(pk - 1, pk).get(pk) ?? 'no',
    within: marksWithin,
    exportsOf: (pk, most) =>
      holding.all(pk, most).map((row) => {
        return {
          id: row.export,
          finishedAt: row.finished_at,
          path: unpackText(row.path),
          measuredMs: row.measured_ms,
          customMs: row.custom_ms,
          billableMs: row.billable_ms,
          clientName: clientThen(pk, row.updated_at),
        };
      }),
    compare(id) {
      const present: number[] = [];
      const differing: Compared[] = [];
      const moved: Compared[] = [];
      const sums = { held: 0, thenMeasuredMs: 0, thenBillableMs: 0, nowMeasuredMs: 0 };
      for (const row of inExport.iterate(id)) {
        sums.held += 1;
        sums.thenMeasuredMs += row.then_measured ?? 0;
        sums.thenBillableMs += row.then_billable ?? 0;
        if (row.vanished_at !== null) {
          differing.push(row);
          continue;
        }
        present.push(row.session);
        sums.nowMeasuredMs += measuredMs(timedOf(row));
        if (hasOtherTimes(row)) differing.push(row);
        else if (row.updated_at !== row.then_updated) moved.push(row);
      }
      const all = [...differing, ...moved.filter(hasMoved)];
      return {
        present,
        ...sums,
        differing: all
          .sort((a, b) => a.session - b.session)
          .map((row) => ({
            pk: row.session,
            then: {
              updatedAt: row.then_updated,
              measuredMs: row.then_measured,
              customMs: row.then_custom,
              billableMs: row.then_billable,
            },
            isGone: row.vanished_at !== null,
          })),
        clientThen,
      };
    },
  };
}

function timedOf(row: Compared): Timed {
  return {
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    durationMs: row.duration,
    customDurationMs: row.custom_duration,
  };
}

function hasOtherTimes(row: Compared): boolean {
  const session = timedOf(row);
  if (isRunning(session)) return row.then_measured !== null;
  return row.then_measured !== measuredMs(session) || row.then_custom !== session.customDurationMs;
}

function isSame(a: Packed | null, b: Packed | null): boolean {
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b;
  return a.equals(b);
}
