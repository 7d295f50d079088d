/**
 * What is known about clients beyond their sessions: imprints, people and pictures as the server last told them,
 * the company ids a technician entered, and the rules that give sessions without a client one. Times are UTC ms;
 * a null folder is the technician's own company.
 */
export const cards = `
CREATE TABLE imprints (
  id INTEGER PRIMARY KEY,
  folder UNIQUE,
  imprint TEXT NOT NULL,
  picture,
  confirmed_at INTEGER NOT NULL
);

CREATE TABLE persons (
  id INTEGER PRIMARY KEY,
  email NOT NULL UNIQUE,
  person TEXT NOT NULL,
  picture,
  confirmed_at INTEGER NOT NULL
);

CREATE TABLE pictures (
  id INTEGER PRIMARY KEY,
  address NOT NULL UNIQUE,
  type TEXT,
  bytes BLOB,
  fetched_at INTEGER NOT NULL
);

CREATE TABLE company_ids (
  id INTEGER PRIMARY KEY,
  folder NOT NULL UNIQUE,
  company NOT NULL,
  entered_at INTEGER NOT NULL
);

CREATE TABLE local_rules (
  position INTEGER PRIMARY KEY,
  rule TEXT NOT NULL
);

CREATE INDEX sessions_without_client ON sessions (pk) WHERE client IS NULL;
`;
