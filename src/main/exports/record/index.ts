import type { ExportRow } from '../../../shared/exports/row.ts';
import { ProblemError } from '../../../shared/problem.ts';
import type { Writer } from '../writers/writer.ts';
import { recordPage } from './page.ts';
import { recordStyle, type RecordFont } from './style.ts';
import type { RecordFrame } from './types.ts';
import { recordWords } from './words.ts';

export type { RecordFrame } from './types.ts';
export type { RecordFont } from './style.ts';
export { recordWords } from './words.ts';

/** A page and the style sheet that it asks for as `record.css`. */
export interface Paper {
  readonly html: string;
  readonly css: string;
}

export interface RecordDeps {
  readonly frame: RecordFrame;
  readonly fonts: readonly RecordFont[];
  /** Makes a PDF of it. Rejects with a ProblemError. */
  readonly print: (paper: Paper) => Promise<Uint8Array>;
}

/**
 * Sessions in one record: that is some two hundred and fifty pages, more than anybody signs. Chromium lays the whole of it out
 * at once, so there has to be an end.
 */
export const mostRecordRows = 4_000;

/**
 * A service record as PDF. Its columns are always the same.
 *
 * Fails with ProblemError `record-too-long` beyond {@link mostRecordRows}, or as `print` does.
 */
export function recordWriter({ frame, fonts, print }: RecordDeps): Writer {
  return async function* ({ rows, total, language, zone }) {
    if (total > mostRecordRows) throw new ProblemError({ code: 'record-too-long' });
    const held: ExportRow[] = [];
    for await (const slice of rows) held.push(...slice);
    yield await print({
      html: recordPage(held, frame, { language, zone, fonts }),
      css: recordStyle(fonts, frame.documentId, recordWords[language]),
    });
  };
}
