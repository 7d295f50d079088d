import { join } from 'node:path';
import { createDays } from '../../../src/main/history/columns/days.ts';
import { Database, type Db } from '../../../src/main/history/store/database.ts';
import { pageSize } from '../../../src/shared/history/result.ts';
import { personKeyOf } from '../../../src/shared/history/person-key.ts';
import type { Session } from '../../../src/shared/session.ts';
import { techniciansOf } from '../../../src/shared/technician.ts';
import { measuredMs } from '../../../src/shared/worktime.ts';
import { input } from '../children.ts';
import { cpuOfEach } from './clock.ts';
import { sampleHistory } from './sample.ts';
import { choices, typed, type Chosen, type Taken } from './typed.ts';

export interface SqlFigures {
  /** By what is typed, as FTS5 prefixes: how many there are, and the first page. */
  readonly alone: Taken;
  /** Time by client, technician and day of everything, each from an index that covers it. */
  readonly totalsMs: number;
}

/** The rival: unencrypted SQLite with a contentless full-text index and covering ones; rows in order of time. */
const rounds = 3;
const { sessions, folder } = await input<{ sessions: number; folder: string }>();
const days = createDays('Europe/Berlin');
/** As in any such database, what comes again is stored as a number. */
const numbers = new Map<string, number>();
const db = new Database(join(folder, 'rival.sqlite'), {});
db.pragma('journal_mode = WAL');
db.pragma('synchronous = NORMAL');
db.pragma('cache_size = -64000');
db.exec(`
  CREATE TABLE sessions (pk INTEGER PRIMARY KEY, created INTEGER, client INTEGER, day INTEGER, measured INTEGER);
  CREATE TABLE attended (technician INTEGER, session INTEGER, measured INTEGER);
  CREATE VIRTUAL TABLE words USING fts5 (
    text, content = '', tokenize = 'unicode61 remove_diacritics 2'
  );
`);
fill(db);
db.exec(`
  CREATE INDEX by_client ON sessions (client, measured);
  CREATE INDEX by_day ON sessions (day, measured);
  CREATE INDEX by_technician ON attended (technician, measured);
  ANALYZE;
`);

const taken = (chosen: Chosen) => cpuOfEach(typed, rounds, searchFor(chosen));
const figures: SqlFigures = {
  alone: {
    none: taken(choices.none),
    period: taken(choices.period),
    client: taken(choices.client),
  },
  totalsMs: totals(),
};
db.close();
process.send?.(figures);

function fill(to: Db): void {
  const row = to.prepare('INSERT INTO sessions VALUES (?, ?, ?, ?, ?)');
  const technician = to.prepare('INSERT INTO attended VALUES (?, ?, ?)');
  const text = to.prepare('INSERT INTO words (rowid, text) VALUES (?, ?)');
  let pk = 0;
  const write = (batch: readonly Session[]) => {
    for (const session of batch) {
      const measured = measuredMs(session);
      const day = days.numberOf(session.createdAt);
      row.run(++pk, session.createdAt, numberOf(session.client?.folderId ?? ''), day, measured);
      for (const person of techniciansOf(session))
        technician.run(numberOf(personKeyOf(person)), pk, measured);
      text.run(pk, textOf(session));
    }
  };
  for (const batch of sampleHistory(sessions, 'oldest', 5000))
    to.transaction(() => write(batch)).immediate();
}

function numberOf(key: string): number {
  const number = numbers.get(key) ?? numbers.size + 1;
  numbers.set(key, number);
  return number;
}

function textOf({ name, client, computer, participants }: Session): string {
  const people = participants.flatMap((each) => [each.name, each.email]);
  const own = [name, client?.name, client?.number, computer?.displayName, computer?.hostName];
  return [...own, ...people].filter((each) => typeof each === 'string').join(' ');
}

/** The quickest way SQLite knows for each: a range of rows where a period is chosen, and the index walked first. */
function searchFor({ since, client }: Chosen): (text: string) => unknown {
  const first = since === null ? 0 : firstRowSince(since);
  const from =
    client === null
      ? 'words WHERE words MATCH ? AND words.rowid >= ?'
      : `words CROSS JOIN sessions ON pk = words.rowid
         WHERE words MATCH ? AND words.rowid >= ? AND client = ${numberOf(client)}`;
  const count = db.prepare(`SELECT count(*) FROM ${from}`);
  const page = db.prepare(
    `SELECT words.rowid FROM ${from} ORDER BY words.rowid DESC LIMIT ${pageSize}`,
  );
  return (text) => [count.get(`"${text}"*`, first), page.all(`"${text}"*`, first)];
}

function firstRowSince(instant: number): number {
  const row = db.prepare('SELECT min(pk) AS pk FROM sessions WHERE created >= ?').get(instant);
  return Number((row as { pk: number }).pk);
}

function totals(): number {
  const queries = ['client', 'day', 'technician'].map((of) => {
    const table = of === 'technician' ? 'attended' : 'sessions';
    return db.prepare(`SELECT ${of}, count(*), sum(measured) FROM ${table} GROUP BY ${of}`);
  });
  const each = cpuOfEach(queries, 5, (query) => query.all());
  return each.reduce((sum, ms) => sum + ms, 0);
}
