import type { ExportRow } from '../../shared/exports/row.ts';

/**
 * Rows on their way between threads: each text once, and numbers side by side. As objects, three times as long goes
 * into copying them.
 */
export interface PackedRows {
  readonly texts: readonly string[];
  /** By row: the places of its texts, one more than that and 0 for null; how many technicians; theirs. */
  readonly places: Uint32Array;
  /** By row, `NaN` for null. */
  readonly numbers: Float64Array;
}

const textFields = [
  'id',
  'clientNumber',
  'clientName',
  'computerName',
  'type',
  'name',
  'invoiceState',
  'state',
  'commentsLink',
] as const satisfies readonly (keyof ExportRow)[];

const numberFields = [
  'startedAt',
  'finishedAt',
  'measuredMs',
  'customMs',
  'billableMs',
  'updatedAt',
] as const satisfies readonly (keyof ExportRow)[];

/** Behind those fields: 1 where it is provisional. */
const numbersOfRow = numberFields.length + 1;

export function packRows(rows: readonly ExportRow[]): PackedRows {
  const known = new Map<string, number>();
  const texts: string[] = [];
  const placeOf = (text: string): number => {
    let place = known.get(text);
    if (place === undefined) {
      place = texts.push(text);
      known.set(text, place);
    }
    return place;
  };
  const places: number[] = [];
  const numbers = new Float64Array(rows.length * numbersOfRow);
  let at = 0;
  for (const row of rows) {
    for (const field of textFields) {
      const text = row[field];
      places.push(text === null ? 0 : placeOf(text));
    }
    places.push(row.technicians.length);
    for (const name of row.technicians) places.push(placeOf(name));
    for (const field of numberFields) numbers[at++] = row[field] ?? Number.NaN;
    numbers[at++] = row.isProvisional ? 1 : 0;
  }
  return { texts, places: Uint32Array.from(places), numbers };
}

export function unpackRows({ texts, places, numbers }: PackedRows): ExportRow[] {
  let place = 0;
  let at = 0;
  const maybeText = (): string | null => texts[(places[place++] ?? 0) - 1] ?? null;
  const text = (): string => maybeText() ?? '';
  const number = (): number => numbers[at++] ?? 0;
  const maybeNumber = (): number | null => {
    const value = number();
    return Number.isNaN(value) ? null : value;
  };
  return Array.from({ length: numbers.length / numbersOfRow }, () => ({
    // Evaluated in the order they were packed in.
    id: text(),
    clientNumber: maybeText(),
    clientName: maybeText(),
    computerName: maybeText(),
    type: text(),
    name: text(),
    invoiceState: text(),
    state: text(),
    commentsLink: maybeText(),
    technicians: Array.from({ length: places[place++] ?? 0 }, text),
    startedAt: number(),
    finishedAt: maybeNumber(),
    measuredMs: maybeNumber(),
    customMs: maybeNumber(),
    billableMs: maybeNumber(),
    updatedAt: number(),
    isProvisional: number() === 1,
  }));
}
