import type { ExportMark } from '../../../shared/exports/mark.ts';
import { personLabelOf } from '../../../shared/history/person-key.ts';
import type { HistoryLine, HistoryRow } from '../../../shared/history/result.ts';
import type { Session } from '../../../shared/session.ts';
import { techniciansOf } from '../../../shared/technician.ts';
import { measuredMs } from '../../../shared/worktime.ts';
import type { Found, FoundLine } from '../columns/types.ts';
import type { Store } from '../store/store.ts';
import type { LineRange } from './types.ts';

/** Lines read at once for copying. */
const chunk = 1000;

/**
 * Lines as the table shows them, with what their sessions hold now. A row is only ever removed by a purge,
 * which forgets every result; were one missing all the same, its line would be left out.
 */
export function readLines(
  { sessions, notes, standings }: Pick<Store, 'sessions' | 'notes' | 'standings'>,
  lines: readonly FoundLine[],
): readonly HistoryLine[] {
  const noted = notes.among(lines.flatMap((line) => (line.kind === 'session' ? line.pk : [])));
  return lines.flatMap((line): HistoryLine[] => {
    if (line.kind === 'group') return [line];
    const held = sessions.at(line.pk);
    if (!held) return [];
    const row = rowOf(held.session, line.billableMs);
    const hasNote = noted.has(line.pk);
    return [{ kind: 'session', row: { ...row, hasNote, ...markOf(standings.of(line.pk)) } }];
  });
}

/**
 * The rows of some lines, each session once, at most so many. Heads of groups are left out, and so are
 * sessions that have vanished since.
 */
export function readRows(
  store: Pick<Store, 'sessions' | 'notes' | 'standings'>,
  found: Found,
  ranges: readonly LineRange[],
  most: number,
): readonly HistoryRow[] {
  const rows: HistoryRow[] = [];
  const seen = new Set<number>();
  for (const { first, last } of ranges) {
    const end = Math.min(last + 1, found.lines);
    for (let at = first; at < end && rows.length < most; at += chunk) {
      const wanted = found.page(at, Math.min(chunk, end - at)).filter((line) => {
        if (line.kind === 'group' || seen.has(line.pk)) return false;
        seen.add(line.pk);
        return store.sessions.at(line.pk)?.vanishedAt === null;
      });
      for (const line of readLines(store, wanted)) if (line.kind === 'session') rows.push(line.row);
    }
  }
  return rows.slice(0, most);
}

function markOf(exported: ExportMark): Pick<HistoryRow, 'exported'> {
  return exported === 'no' ? {} : { exported };
}

function rowOf(session: Session, billableMs: number): Omit<HistoryRow, 'hasNote'> {
  return {
    id: session.id,
    name: session.name,
    type: session.type,
    state: session.state,
    invoiceState: session.invoiceState,
    clientName: session.client?.name ?? null,
    clientNumber: session.client?.number ?? null,
    ...(session.client?.isLocal && { clientIsLocal: true }),
    computerName: session.computer?.displayName ?? null,
    technicians: techniciansOf(session)
      .map(personLabelOf)
      .filter((label) => label !== ''),
    startedAt: session.createdAt,
    finishedAt: session.finishedAt,
    updatedAt: session.lastUpdatedAt,
    measuredMs: measuredMs(session),
    customMs: session.customDurationMs,
    billableMs,
  };
}
