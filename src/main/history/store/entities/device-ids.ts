import { pluck, type Db } from '../database.ts';

/** MAC addresses and TeamViewer ids, which are only held where somebody wants them. */
export interface DeviceIds {
  areHeld(): boolean;
  /**
   * Removes them from sessions as they are, as they were and as they could not be read. Computers that told
   * each other apart by nothing else become one. To be called within a transaction.
   */
  remove(): void;
}

const revising = 'sessions_revised';

/** The first of the computers that are now the same as the one a row refers to. */
const first = (table: string): string => `
  SELECT min(same.id) FROM computers AS own JOIN computers AS same
    ON same.computer = own.computer AND same.display_name = own.display_name
      AND same.host_name IS own.host_name
  WHERE own.id = ${table}.computer`;

const statements = [
  'UPDATE computers SET device_ids = NULL WHERE device_ids IS NOT NULL',
  ...['sessions', 'revisions'].map(
    (table) => `UPDATE ${table} SET computer = (${first(table)})
      WHERE computer IS NOT NULL AND computer <> (${first(table)})`,
  ),
  `DELETE FROM computers WHERE id NOT IN (
    SELECT min(id) FROM computers GROUP BY computer, display_name, host_name
  )`,
  // What was wrong stays said; the session itself comes again without them.
  `UPDATE malformed SET raw = 'null'
    WHERE instr(raw, 'computerMacAddress') OR instr(raw, 'computerTeamViewerId')`,
];

export function createDeviceIds(db: Db): DeviceIds {
  const held = pluck<number>(
    db,
    `SELECT EXISTS (SELECT 1 FROM computers WHERE device_ids IS NOT NULL)
      OR EXISTS (SELECT 1 FROM malformed
        WHERE instr(raw, 'computerMacAddress') OR instr(raw, 'computerTeamViewerId'))`,
  );
  const trigger = pluck<string>(
    db,
    "SELECT sql FROM sqlite_schema WHERE type = 'trigger' AND name = ?",
  );
  return {
    areHeld: () => held.get() === 1,
    remove() {
      // That we forget something is no change of the server's, and what a session was is not kept for it.
      const sql = trigger.get(revising);
      if (sql === undefined) throw new Error(`there is no trigger ${revising}`);
      db.exec(`DROP TRIGGER ${revising}`);
      for (const statement of statements) db.exec(statement);
      db.exec(sql);
    },
  };
}
