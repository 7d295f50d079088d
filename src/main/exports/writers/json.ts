import type { ExportRow } from '../../../shared/exports/row.ts';
import { localTimes, offsetText } from '../local-time.ts';
import type { Writer } from './writer.ts';

/** Counts up when a field changes its meaning or goes; further fields may come without. */
const version = 1;

/** Every field, whatever the columns; see `docs/export-json.md`. */
export const jsonWriter: Writer = async function* ({ rows, total, zone }) {
  const head = JSON.stringify({
    format: 'tagwerk-sessions',
    version,
    timeZone: zone,
    count: total,
  });
  yield Buffer.from(`${head.slice(0, -1)},"sessions":[`);
  const localTime = localTimes(zone);
  const moment = (instant: number): string => {
    const { text, offset } = localTime(instant);
    return text + offsetText(offset);
  };
  let separator = '\n';
  for await (const slice of rows) {
    let text = '';
    for (const row of slice) {
      text += separator + JSON.stringify(objectOf(row, moment));
      separator = ',\n';
    }
    yield Buffer.from(text);
  }
  yield Buffer.from('\n]}\n');
};

function objectOf(row: ExportRow, moment: (instant: number) => string) {
  return {
    id: row.id,
    name: row.name,
    startedAt: moment(row.startedAt),
    finishedAt: row.finishedAt === null ? null : moment(row.finishedAt),
    updatedAt: moment(row.updatedAt),
    client: row.clientName === null ? null : { name: row.clientName, number: row.clientNumber },
    computer: row.computerName,
    technicians: row.technicians,
    type: row.type,
    state: row.state,
    invoiceState: row.invoiceState,
    measuredMs: row.measuredMs,
    customMs: row.customMs,
    billableMs: row.billableMs,
    commentsLink: row.commentsLink,
  };
}
