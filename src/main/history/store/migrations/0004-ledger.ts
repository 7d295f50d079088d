/**
 * Every export that was made, and the sessions in it with the values they were exported with. What is finished never
 * changes; an export under way is sealed before its file gets its name, so that whoever starts after a fall can tell
 * which of the two is there. Times are UTC ms, durations ms.
 */
export const ledger = `
CREATE TABLE exports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  begun_at INTEGER NOT NULL,
  finished_at INTEGER,
  path NOT NULL,
  part NOT NULL,
  request TEXT NOT NULL,
  rules TEXT NOT NULL,
  rows INTEGER NOT NULL,
  measured_ms INTEGER NOT NULL,
  billable_ms INTEGER NOT NULL,
  bytes INTEGER,
  sha256 TEXT
);

CREATE TABLE exported (
  session INTEGER NOT NULL REFERENCES sessions,
  export INTEGER NOT NULL REFERENCES exports,
  updated_at INTEGER NOT NULL,
  measured_ms INTEGER,
  custom_ms INTEGER,
  billable_ms INTEGER,
  PRIMARY KEY (session, export)
) WITHOUT ROWID;
CREATE INDEX exported_by_export ON exported (export);

CREATE TRIGGER exports_stay BEFORE UPDATE ON exports WHEN old.finished_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a finished export does not change'); END;
CREATE TRIGGER exports_remain BEFORE DELETE ON exports WHEN old.finished_at IS NOT NULL
BEGIN SELECT raise(ABORT, 'a finished export is not removed'); END;
CREATE TRIGGER exported_stays BEFORE UPDATE ON exported
BEGIN SELECT raise(ABORT, 'what was exported does not change'); END;
`;
