import type { SavedView } from '../../../shared/history/view.ts';
import type { Db } from './database.ts';
import { createViews } from './entities/views.ts';

/** What is asked about the views a technician saved; each call answers with all there are then. */
export interface ViewCalls {
  views(): readonly SavedView[];
  saveView(view: SavedView, replaces: string | null): readonly SavedView[];
  removeView(name: string): readonly SavedView[];
}

/** @param inTransaction does all or nothing */
export function createViewCalls(db: Db, inTransaction: <T>(work: () => T) => T): ViewCalls {
  const views = createViews(db);
  return {
    views: () => views.all(),
    saveView: (view, replaces) =>
      inTransaction(() => {
        views.save(view, replaces);
        return views.all();
      }),
    removeView: (name) =>
      inTransaction(() => {
        views.remove(name);
        return views.all();
      }),
  };
}
