import type { Db } from '../database.ts';

const textColumns = [
  'type',
  'state',
  'invoice_state',
  'company',
  'computer_user',
  'terms_name',
  'terms_state',
  'link_form',
] as const;

const statements = [
  `DELETE FROM clients WHERE id NOT IN (SELECT client FROM sessions WHERE client IS NOT NULL)`,
  `DELETE FROM computers WHERE id NOT IN (SELECT computer FROM sessions WHERE computer IS NOT NULL)`,
  `DELETE FROM people WHERE id NOT IN (SELECT coalesce(value ->> 0, value) FROM sessions, json_each(sessions.people))`,
  `DELETE FROM texts WHERE id NOT IN (${textColumns
    .map((column) => `SELECT ${column} FROM sessions WHERE ${column} IS NOT NULL`)
    .join(' UNION ')})`,
];

/**
 * Removes the clients, computers, people and words that no session refers to any more: a purge that left
 * a client's name behind would be none. To be called within a transaction.
 */
export function removeOrphans(db: Db): void {
  for (const statement of statements) db.exec(statement);
}
