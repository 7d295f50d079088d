import { readFileSync } from 'node:fs';
import { runExport, writers } from '../../../../src/main/exports/index.ts';
import type { HistoryExports } from '../../../../src/main/history/types.ts';
import { exportColumns } from '../../../../src/shared/exports/columns.ts';
import type { ExportRequest } from '../../../../src/shared/exports/request.ts';
import { question } from '../history/questions.ts';

export const noon = Date.UTC(2026, 10, 23, 11);
export const day = 86_400_000;

const { query } = question();

export const request: ExportRequest = {
  query,
  options: { format: 'csv', columns: [...exportColumns], language: 'en' },
  label: null,
};

/** Exports everything as CSV. */
export function exportAll(
  history: HistoryExports,
  path: string,
  {
    signal = new AbortController().signal,
    onProgress = () => undefined,
  }: { signal?: AbortSignal; onProgress?: (rows: number) => void } = {},
) {
  return runExport(question(), request, path, {
    history,
    writer: writers.csv,
    signal,
    onProgress: ({ rows }) => onProgress(rows),
  });
}

/** The ids in a CSV file, in its order. */
export function idsIn(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\r\n');
  return lines.slice(1, -1).map((line) => line.split(',', 1)[0] ?? '');
}
