import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { writers } from '../../../../src/main/exports/writers/index.ts';
import { fileFormats } from '../../../../src/shared/exports/format.ts';
import type { ExportRow } from '../../../../src/shared/exports/row.ts';
import { exportRow, written } from './rows.ts';

const failure = new Error('called off');

/** Rows that end in a failure, as those of an export that is called off. */
async function* rowsUntil(slices: number): AsyncIterable<readonly ExportRow[]> {
  for (let slice = 0; slice < slices; slice += 1) {
    await turn();
    yield Array.from({ length: 250 }, () => exportRow());
  }
  throw failure;
}

describe('rows that fail', () => {
  it.each(
    [...fileFormats, 'clipboard' as const].flatMap((format) =>
      [0, 1, 20].map((slices) => [format, slices] as const),
    ),
  )('fail the %s, after %i slices, and whoever waits for it', async (format, slices) => {
    const rows = rowsUntil(slices);
    await expect(written(writers[format], [], { rows, total: 10_000 })).rejects.toBe(failure);
  });
});
