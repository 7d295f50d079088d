import type { ExportColumn } from '../../../shared/exports/columns.ts';
import type { ExportRow } from '../../../shared/exports/row.ts';
import type { Language } from '../../../shared/language.ts';

export interface Sheet {
  /** In the order they are exported in. */
  readonly rows: AsyncIterable<readonly ExportRow[]>;
  /** How many rows there will be. */
  readonly total: number;
  readonly columns: readonly ExportColumn[];
  readonly language: Language;
  /** IANA name of the zone that dates and times are written in. */
  readonly zone: string;
}

/** Rows in, bytes out: the whole of what a format is. Fails as `rows` does. */
export type Writer = (sheet: Sheet) => AsyncIterable<Uint8Array>;
