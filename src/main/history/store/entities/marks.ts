import { pluck, type Db } from '../database.ts';

/** What finished passes confirmed, the server's beginning, and since when participants are lacking. UTC ms. */
export const markNames = [
  'beginning',
  'lastToday',
  'lastRecent',
  'lastFull',
  'unattended',
] as const;
export type MarkName = (typeof markNames)[number];

export interface Marks {
  read(name: MarkName): number | null;
  /** Null forgets the mark. */
  write(name: MarkName, at: number | null): void;
}

export function createMarks(db: Db): Marks {
  const read = pluck<number>(db, 'SELECT at FROM marks WHERE name = ?');
  const write = db.prepare(
    'INSERT INTO marks (name, at) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET at = excluded.at',
  );
  const remove = db.prepare('DELETE FROM marks WHERE name = ?');
  return {
    read: (name) => read.get(name) ?? null,
    write(name, at) {
      if (at === null) remove.run(name);
      else write.run(name, at);
    },
  };
}
