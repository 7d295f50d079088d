import { Readable } from 'node:stream';
import type { ExportRow } from '../../../../src/shared/exports/row.ts';
import { exportColumns } from '../../../../src/shared/exports/columns.ts';
import type { Sheet, Writer } from '../../../../src/main/exports/writers/writer.ts';

/** A finished session of 5,025 seconds on 23 November 2026, 14:05:09 in Berlin. */
export function exportRow(changes: Partial<ExportRow> = {}): ExportRow {
  return {
    id: 'a1',
    startedAt: Date.UTC(2026, 10, 23, 13, 5, 9),
    finishedAt: Date.UTC(2026, 10, 23, 14, 28, 54),
    clientNumber: '00417',
    clientName: 'Müller & Söhne',
    computerName: 'PC-EMPFANG',
    technicians: ['Jana Öztürk'],
    type: 'RemoteAccessSession',
    name: 'Drucker',
    measuredMs: 5_025_000,
    customMs: null,
    billableMs: 5_400_000,
    invoiceState: 'Open',
    state: 'Finished',
    commentsLink: null,
    updatedAt: Date.UTC(2026, 10, 23, 14, 30),
    isProvisional: false,
    ...changes,
  };
}

/** What a writer makes of rows, given to it in slices of two. */
export async function written(
  writer: Writer,
  rows: readonly ExportRow[],
  changes: Partial<Sheet> = {},
): Promise<Buffer> {
  const slices = Array.from({ length: Math.ceil(rows.length / 2) }, (_, at) =>
    rows.slice(2 * at, 2 * at + 2),
  );
  const sheet = {
    rows: Readable.from(slices),
    total: rows.length,
    columns: exportColumns,
    language: 'de' as const,
    zone: 'Europe/Berlin',
    ...changes,
  };
  const chunks: Uint8Array[] = [];
  for await (const chunk of writer(sheet)) chunks.push(chunk);
  return Buffer.concat(chunks);
}
