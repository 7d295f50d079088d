import { openHistory } from '../../../src/main/history/index.ts';
import { Database } from '../../../src/main/history/store/database.ts';
import { textCells } from '../../../src/main/exports/writers/text-cells.ts';
import { rfc4180 } from '../../../src/main/exports/writers/csv.ts';
import { exportColumns } from '../../../src/shared/exports/columns.ts';
import { input } from '../children.ts';
import { sampleHistory } from '../history/sample.ts';
import { everything, request, type Sample } from './asked.ts';

/** Fills an encrypted history, and a plain table with the cells of the same rows for the rivals. */
const { sessions, file, key, plain } = await input<Sample>();
const place = { kind: 'file', file, key: Buffer.from(key, 'hex') } as const;
const workerUrl = new URL('../../../src/main/history/worker.ts', import.meta.url);
const { history } = await openHistory({ place, workerUrl, now: Date.now });
for (const batch of sampleHistory(sessions, 'newest', 5000))
  await history.ingest({ sessions: batch, malformed: [] });
if (plain !== null) {
  const db = new Database(plain, {});
  db.exec(`CREATE TABLE cells (${exportColumns.join(', ')})`);
  const insert = db.prepare(
    `INSERT INTO cells VALUES (${exportColumns.map(() => '?').join(', ')})`,
  );
  const cellOf = textCells(rfc4180, 'en', everything.zone, (text) => text);
  const { id } = await history.exports.begin(everything, { request, path: '', part: '' });
  for (;;) {
    const rows = (await history.exports.rows(id, 5000)) ?? [];
    if (rows.length === 0) break;
    db.transaction(() => {
      for (const row of rows) insert.run(exportColumns.map((column) => cellOf[column](row)));
    })();
  }
  await history.exports.drop(id);
  db.close();
}
await history.close();
process.send?.({});
