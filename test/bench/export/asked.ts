import type { Question } from '../../../src/main/history/search/types.ts';
import { exportColumns } from '../../../src/shared/exports/columns.ts';
import type { ExportFormat } from '../../../src/shared/exports/format.ts';
import type { ExportRequest } from '../../../src/shared/exports/request.ts';
import { newestFirst, noFilter } from '../../../src/shared/history/query.ts';
import { newest } from '../history/sample.ts';

/** Where a sample lies. */
export interface Sample {
  readonly sessions: number;
  /** The encrypted history, and its key in hexadecimal digits. */
  readonly file: string;
  readonly key: string;
  /** A plain table of the same cells; null for none. */
  readonly plain: string | null;
}

/** All of a history. */
export const everything: Question = {
  query: { filter: noFilter, sort: newestFirst, group: 'none' },
  now: newest,
  zone: 'Europe/Berlin',
  ownEmail: null,
};

export const requestAs = (format: ExportFormat): ExportRequest => ({
  query: everything.query,
  options: { format, columns: [...exportColumns], language: 'en' },
  label: null,
});
export const request = requestAs('csv');
