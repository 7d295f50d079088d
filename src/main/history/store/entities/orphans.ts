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

/** Whatever refers to words, clients, computers and people. */
const tables = ['sessions', 'revisions'] as const;

function used(...columns: readonly string[]): string {
  return tables
    .flatMap((table) =>
      columns.map((column) => `SELECT ${column} FROM ${table} WHERE ${column} IS NOT NULL`),
    )
    .join(' UNION ');
}

const usedPeople = tables
  .map(
    (table) => `SELECT coalesce(each.value ->> 0, each.value) FROM ${table},
      json_each(${table}.people) AS each`,
  )
  .join(' UNION ');

const statements = [
  `DELETE FROM clients WHERE id NOT IN (${used('client')})`,
  `DELETE FROM computers WHERE id NOT IN (${used('computer')})`,
  `DELETE FROM people WHERE id NOT IN (${usedPeople})`,
  `DELETE FROM texts WHERE id NOT IN (${used(...textColumns)})`,
];

/**
 * Removes the clients, computers, people and words that no session refers to any more, neither as it is nor
 * as it was: a purge that left a client's name behind would be none. To be called within a transaction.
 */
export function removeOrphans(db: Db): void {
  for (const statement of statements) db.exec(statement);
}
