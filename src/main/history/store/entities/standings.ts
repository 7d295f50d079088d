import type { ExportMark } from '../../../../shared/exports/mark.ts';
import type { SessionExport } from '../../../../shared/exports/session-export.ts';
import { isRunning, measuredMs } from '../../../../shared/worktime.ts';
import { prepare, type Db } from '../database.ts';
import { unpackNullable, unpackText, type Packed } from '../packing.ts';

/** How sessions stand to the exports that hold them; see `shared/exports/mark.ts` for what counts as changed. */
export interface Standings {
  of(pk: number): ExportMark;
  /** Of rows behind `after`, up to and with `last`; those that no export holds are left out. */
  within(after: number, last: number): ReadonlyMap<number, ExportMark>;
  /** The exports that hold a session, the newest first and at most so many. */
  exportsOf(pk: number, most: number): readonly SessionExport[];
}

/** A session in an export beside what it is now. Times UTC ms, durations ms. */
interface Compared {
  readonly session: number;
  readonly export: number;
  readonly then_updated: number;
  readonly then_measured: number | null;
  readonly then_custom: number | null;
  readonly updated_at: number;
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
    x.custom_ms AS then_custom, s.updated_at, s.created_at, s.finished_at, s.duration, s.custom_duration,
    (SELECT folder FROM clients WHERE id = s.client) AS folder
  FROM exported AS x JOIN exports AS e ON e.id = x.export JOIN sessions AS s ON s.pk = x.session
  WHERE e.finished_at IS NOT NULL AND x.session > ? AND x.session <= ? ORDER BY x.session, x.export`;

export function createStandings(db: Db): Standings {
  const within = prepare<Compared>(db, compared);
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
        const then = clientBefore.get(pk, row.updated_at) ?? clientNow.get(pk);
        return {
          id: row.export,
          finishedAt: row.finished_at,
          path: unpackText(row.path),
          measuredMs: row.measured_ms,
          customMs: row.custom_ms,
          billableMs: row.billable_ms,
          clientName: unpackNullable(then?.name ?? null),
        };
      }),
  };
}

function hasOtherTimes(row: Compared): boolean {
  const session = {
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    durationMs: row.duration,
    customDurationMs: row.custom_duration,
  };
  if (isRunning(session)) return row.then_measured !== null;
  return row.then_measured !== measuredMs(session) || row.then_custom !== session.customDurationMs;
}

function isSame(a: Packed | null, b: Packed | null): boolean {
  if (a === null || b === null || typeof a === 'string' || typeof b === 'string') return a === b;
  return a.equals(b);
}
