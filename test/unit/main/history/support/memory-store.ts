import type { Db } from '../../../../../src/main/history/store/database.ts';
import { migrations } from '../../../../../src/main/history/store/migrations.ts';
import { openPlace } from '../../../../../src/main/history/store/open-store.ts';
import { createStore, type Store } from '../../../../../src/main/history/store/store.ts';
import type { Session } from '../../../../../src/shared/session.ts';

export interface MemoryStore extends Store {
  readonly db: Db;
  /** Writes sessions as if they were read at an instant, UTC ms. */
  write(sessions: readonly Session[], at?: number): void;
}

/** The real store in memory. */
export function createMemoryStore(): MemoryStore {
  const { db } = openPlace({ kind: 'memory' }, migrations, () => 0);
  const store = createStore(db);
  return {
    ...store,
    db,
    write: (sessions, at = 0) => void store.ingest({ sessions, malformed: [] }, at),
  };
}
