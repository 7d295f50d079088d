import { durationDigits, type Formats } from '../../shared/format.ts';
import type { HistoryColumn } from '../../shared/history/query.ts';
import type { HistoryRow } from '../../shared/history/result.ts';

/** What stands in each cell; null where nothing was given. */
export type RowTexts = Readonly<Record<HistoryColumn, string | null>>;

/** The words for the open sets of a session. */
interface SetWords {
  type(id: string): string;
  state(id: string): string;
  invoice(id: string): string;
}

/** Columns whose texts are searched, so that what was found can be marked in them. */
export const searchedColumns: ReadonlySet<HistoryColumn> = new Set([
  'client',
  'clientNumber',
  'computer',
  'technician',
  'name',
]);

/** The texts of rows in one language, made once for each row and kept as long as the row is. */
export function createRowTexts(formats: Formats, words: SetWords): (row: HistoryRow) => RowTexts {
  const made = new WeakMap<HistoryRow, RowTexts>();
  return (row) => {
    const held = made.get(row);
    if (held) return held;
    const texts = textsOf(row, formats, words);
    made.set(row, texts);
    return texts;
  };
}

function textsOf(row: HistoryRow, formats: Formats, words: SetWords): RowTexts {
  const { finishedAt } = row;
  const start = instant(row.startedAt);
  const end = instant(finishedAt);
  const updated = instant(row.updatedAt);
  return {
    date: start === null ? null : formats.date(start),
    start: start === null ? null : formats.time(start),
    // With its date, where that is not the day it began on.
    end: end === null ? null : formats.moment(end, start ?? end),
    client: row.clientName || null,
    clientNumber: row.clientNumber || null,
    computer: row.computerName || null,
    technician: row.technicians.join(', ') || null,
    name: row.name || null,
    type: words.type(row.type) || null,
    state: words.state(row.state) || null,
    measured: finishedAt === null ? null : durationDigits(row.measuredMs),
    custom: row.customMs === null ? null : durationDigits(row.customMs),
    billable: finishedAt === null ? null : durationDigits(row.billableMs),
    invoice: words.invoice(row.invoiceState) || null,
    updated: updated === null ? null : `${formats.date(updated)}, ${formats.time(updated)}`,
  };
}

/** No calendar reaches further than this; formats refuse to go there. */
const endOfTime = 8.64e15;

function instant(at: number | null): number | null {
  return at !== null && Math.abs(at) <= endOfTime ? at : null;
}
