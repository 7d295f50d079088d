/**
 * Sessions and what they refer to. Whatever repeats (clients, computers, people, words) lies once in
 * a table of its own; an id is a 16-byte blob where it is a UUID. Columns without a type hold text, or
 * a blob where the text is not well-formed. Times are UTC ms, durations ms.
 */
export const begin = `
CREATE TABLE texts (
  id INTEGER PRIMARY KEY,
  text NOT NULL UNIQUE
);

CREATE TABLE clients (
  id INTEGER PRIMARY KEY,
  folder NOT NULL,
  name NOT NULL,
  number
);
CREATE INDEX clients_by_content ON clients (folder, name, number);

CREATE TABLE computers (
  id INTEGER PRIMARY KEY,
  computer NOT NULL,
  display_name NOT NULL,
  host_name,
  device_ids TEXT
);
CREATE INDEX computers_by_content ON computers (computer, display_name, host_name);

CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  digest INTEGER NOT NULL,
  person TEXT NOT NULL
);
CREATE INDEX people_by_digest ON people (digest);

CREATE TABLE sessions (
  pk INTEGER PRIMARY KEY,
  id NOT NULL UNIQUE,
  created_at INTEGER NOT NULL,
  finished_at INTEGER,
  updated_at INTEGER NOT NULL,
  vanished_at INTEGER,
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
CREATE INDEX sessions_by_beginning ON sessions (created_at);
CREATE INDEX sessions_by_end ON sessions (finished_at);
CREATE INDEX sessions_vanished ON sessions (vanished_at) WHERE vanished_at IS NOT NULL;

CREATE TABLE malformed (
  id INTEGER PRIMARY KEY,
  session UNIQUE,
  digest UNIQUE,
  reason NOT NULL,
  raw NOT NULL,
  created_at INTEGER,
  seen_at INTEGER NOT NULL
);

CREATE TABLE covered (
  start INTEGER PRIMARY KEY,
  "end" INTEGER NOT NULL
);

CREATE TABLE marks (
  name TEXT PRIMARY KEY,
  at INTEGER NOT NULL
) WITHOUT ROWID;
`;
