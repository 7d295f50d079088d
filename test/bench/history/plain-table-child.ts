import { unlock } from '../../../src/main/history/store/cipher.ts';
import { Database } from '../../../src/main/history/store/database.ts';
import type { Session } from '../../../src/shared/session.ts';
import { input } from '../children.ts';
import { cpuOf } from './clock.ts';
import type { IngestFigures } from './ingest-child.ts';
import { sampleHistory } from './sample.ts';

/** The floor: one table without an index, in the same cipher, 5,000 rows a transaction. */
const { sessions, file, key } = await input<{ sessions: number; file: string; key: string }>();
const db = new Database(file);
unlock(db, Buffer.from(key, 'hex'));
db.pragma('journal_mode = WAL');
db.pragma('synchronous = NORMAL');
db.exec(`CREATE TABLE sessions (
  id, name, type, state, invoiceState, clientNumber, clientName, clientFolder, computer, displayName, hostName,
  userName, termsName, termsState, participants, duration, custom, comments, created, finished, updated, company
)`);
const insert = db.prepare(`INSERT INTO sessions VALUES (${Array(22).fill('?').join(', ')})`);
let cpuMs = 0;
for (const batch of sampleHistory(sessions, 'newest', 5000))
  cpuMs += cpuOf(() =>
    db
      .transaction(() => {
        for (const session of batch) insert.run(...valuesOf(session));
      })
      .immediate(),
  );
cpuMs += cpuOf(() => db.close());
const figures: IngestFigures = { cpuMs };
process.send?.(figures);

function valuesOf(session: Session): readonly (string | number | null)[] {
  const { client, computer, participants } = session;
  return [
    session.id,
    session.name,
    session.type,
    session.state,
    session.invoiceState,
    client?.number ?? null,
    client?.name ?? null,
    client?.folderId ?? null,
    computer?.id ?? null,
    computer?.displayName ?? null,
    computer?.hostName ?? null,
    computer?.userDisplayName ?? null,
    computer?.termsName ?? null,
    computer?.termsState ?? null,
    JSON.stringify(participants),
    session.durationMs,
    session.customDurationMs,
    session.commentsLink,
    session.createdAt,
    session.finishedAt,
    session.lastUpdatedAt,
    session.companyUuid,
  ];
}
