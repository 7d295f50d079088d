/** What a session's row holds by the server's decision, but its id; fixed with this step. */
const content = [
  'created_at',
  'finished_at',
  'updated_at',
  'duration',
  'custom_duration',
  'type',
  'state',
  'invoice_state',
  'company',
  'client',
  'computer',
  'computer_user',
  'terms_name',
  'terms_state',
  'people',
  'link_form',
  'link',
  'name',
];
/** That the server touched a session is no change by itself. */
const telling = content.filter((column) => column !== 'updated_at');
/** No participants at all is how sessions are read while the server does not tell of them. */
const changed = telling.map((column) =>
  column === 'people' ? 'old.people <> new.people' : `old.${column} IS NOT new.${column}`,
);

/**
 * What is kept beside the sessions: what each held before the server changed it, notes, views, billing rules,
 * and the search columns as last saved with the rows written since. Times are UTC ms.
 *
 * `noticed_at()` is registered by whoever opens the file. Of a session the newest fifty revisions are kept.
 */
export const keep = `
CREATE TABLE revisions (
  id INTEGER PRIMARY KEY,
  session INTEGER NOT NULL REFERENCES sessions,
  noticed_at INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  finished_at INTEGER,
  updated_at INTEGER NOT NULL,
  duration INTEGER,
  custom_duration INTEGER,
  type INTEGER NOT NULL REFERENCES texts,
  state INTEGER NOT NULL REFERENCES texts,
  invoice_state INTEGER NOT NULL REFERENCES texts,
  company INTEGER NOT NULL REFERENCES texts,
  client INTEGER REFERENCES clients,
  computer INTEGER REFERENCES computers,
  computer_user INTEGER REFERENCES texts,
  terms_name INTEGER REFERENCES texts,
  terms_state INTEGER REFERENCES texts,
  people TEXT,
  link_form INTEGER REFERENCES texts,
  link,
  name NOT NULL
);
CREATE INDEX revisions_by_session ON revisions (session);

CREATE TRIGGER sessions_revised AFTER UPDATE OF ${telling.join(', ')} ON sessions
WHEN ${changed.join(' OR ')}
BEGIN
  INSERT INTO revisions (session, noticed_at, ${content.join(', ')})
  VALUES (old.pk, noticed_at(), ${content.map((column) => `old.${column}`).join(', ')});
  DELETE FROM revisions WHERE session = old.pk AND id <= (
    SELECT id FROM revisions WHERE session = old.pk ORDER BY id DESC LIMIT 1 OFFSET 50
  );
END;

CREATE TABLE notes (
  session INTEGER PRIMARY KEY REFERENCES sessions,
  note NOT NULL,
  written_at INTEGER NOT NULL
);

CREATE TABLE views (
  position INTEGER PRIMARY KEY,
  name NOT NULL UNIQUE,
  view TEXT NOT NULL
);

CREATE TABLE billing_rules (
  id INTEGER PRIMARY KEY,
  folder UNIQUE,
  rule TEXT NOT NULL
);

CREATE TABLE columns_snapshot (
  part INTEGER PRIMARY KEY,
  bytes BLOB NOT NULL
);

CREATE TABLE unsaved_rows (
  pk INTEGER PRIMARY KEY
);
`;
