import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packRows, unpackRows } from '../../../../src/main/history/packed-rows.ts';
import type { ExportRow } from '../../../../src/shared/exports/row.ts';

const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('', 'Müller', 'Jana'));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null });
const ms = fc.double({ noNaN: true, noDefaultInfinity: true });
const row: fc.Arbitrary<ExportRow> = fc.record({
  id: text,
  startedAt: ms,
  finishedAt: maybe(ms),
  clientNumber: maybe(text),
  clientName: maybe(text),
  computerName: maybe(text),
  technicians: fc.array(text, { maxLength: 4 }),
  type: text,
  name: text,
  measuredMs: maybe(ms),
  customMs: maybe(ms),
  billableMs: maybe(ms),
  invoiceState: text,
  state: text,
  commentsLink: maybe(text),
  updatedAt: ms,
  isProvisional: fc.boolean(),
});

it('rows come out as they went in, also over a thread', () => {
  fc.assert(
    fc.property(fc.array(row), (rows) => {
      expect(unpackRows(structuredClone(packRows(rows)))).toEqual(rows);
    }),
    { numRuns: 200 },
  );
});
