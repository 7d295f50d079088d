import type { ExportEnd } from '../shared/bridge/export-calls.ts';
import type { ExportProgress, ExportRecord } from '../shared/exports/record.ts';
import { ProblemError } from '../shared/problem.ts';

/** An export that is prepared and waits for its place. */
export interface Undertaking {
  /** One file, a folder of several, or nothing that needs a place. */
  readonly makes: 'file' | 'folder' | 'nothing';
  /** Of the file, without a dot; empty where it makes none. */
  readonly extension: string;
  /** What the file or folder is to be called, without an ending; safe on every system. */
  readonly name: string;
  /** It wants a letterhead, and none is known. */
  readonly isLetterless?: boolean;
  /** @param path empty where it makes nothing. @returns the ledger's entries; null where it was called off. Rejects with a ProblemError. */
  run(
    path: string,
    hooks: {
      readonly signal: AbortSignal;
      readonly onProgress: (progress: Omit<ExportProgress, 'elapsedMs'>) => void;
    },
  ): Promise<readonly ExportRecord[] | null>;
}

/** What is told of an undertaking that succeeded. */
export function endOf(
  { makes, isLetterless = false }: Undertaking,
  records: readonly ExportRecord[],
): ExportEnd {
  const [record] = records;
  if (!record) throw new ProblemError({ code: 'unexpected' }, { message: 'nothing was exported' });
  const sumOf = (figure: 'rows' | 'billableMs'): number =>
    records.reduce((sum, each) => sum + each[figure], 0);
  const folder = { files: records.length, rows: sumOf('rows'), billableMs: sumOf('billableMs') };
  return {
    kind: 'done',
    record,
    ...(makes === 'folder' && { folder }),
    ...(isLetterless && { isLetterless }),
  };
}
