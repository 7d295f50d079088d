import { ProblemError } from '../../../../shared/problem.ts';
import { mostViews, savedViewSchema, type SavedView } from '../../../../shared/history/view.ts';
import { pluck, type Db } from '../database.ts';
import { packText } from '../packing.ts';
import { readJson } from '../stored-json.ts';

/** Views a technician saved; no two have names that differ in case alone. */
export interface Views {
  /** In the order they were saved in; one that cannot be read any more is left out. */
  all(): readonly SavedView[];
  /**
   * Saves a view in the place of the one called `replaces`, or of one of its own name, else behind the others.
   *
   * @throws ProblemError `invalid-request` where there are too many.
   */
  save(view: SavedView, replaces: string | null): void;
  /** A view that is not there is left alone. */
  remove(name: string): void;
}

export function createViews(db: Db): Views {
  const all = pluck<string>(db, 'SELECT view FROM views ORDER BY position');
  const position = pluck<number>(db, 'SELECT position FROM views WHERE name = ?');
  const write = db.prepare('UPDATE views SET name = ?, view = ? WHERE position = ?');
  const insert = db.prepare('INSERT INTO views (name, view) VALUES (?, ?)');
  const remove = db.prepare('DELETE FROM views WHERE name = ?');
  const count = pluck<number>(db, 'SELECT count(*) FROM views');
  return {
    all: () => all.all().flatMap((text) => readJson(savedViewSchema, text) ?? []),
    save(view, replaces) {
      const name = keyOf(view.name);
      const text = JSON.stringify(view);
      const place = replaces === null ? undefined : position.get(keyOf(replaces));
      if (place !== undefined) {
        // Renamed to what another is called, it takes that one's name as well.
        if (position.get(name) !== place) remove.run(name);
        write.run(name, text, place);
        return;
      }
      const own = position.get(name);
      if (own !== undefined) write.run(name, text, own);
      else if ((count.get() ?? 0) < mostViews) insert.run(name, text);
      else throw new ProblemError({ code: 'invalid-request' }, { message: 'too many views' });
    },
    remove(name) {
      remove.run(keyOf(name));
    },
  };
}

function keyOf(name: string) {
  return packText(name.trim().normalize('NFC').toLowerCase());
}
