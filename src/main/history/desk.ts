import { createColumns, restoreColumns } from './columns/index.ts';
import { createSearch, type Search } from './search/index.ts';
import type { Db } from './store/database.ts';
import { createStore, type Store } from './store/store.ts';

/** What answers over an open file. */
export interface Desk {
  readonly store: Store;
  readonly search: Search;
}

/**
 * Makes desks, one after another where a file has to be replaced.
 *
 * @param lastTicket one 32-bit number, the ticket of the search that was asked for last.
 * @param now UTC ms.
 */
export function deskMaker(lastTicket: SharedArrayBuffer, now: () => number): (db: Db) => Desk {
  const ticket = new Int32Array(lastTicket);
  // A page may still hold numbers of an earlier start.
  let lastNumber = now();
  return (db) => {
    const store = createStore(db);
    const search = createSearch({
      store,
      createColumns,
      restoreColumns,
      nextNumber: () => ++lastNumber,
      isOvertaken: (own) => Atomics.load(ticket, 0) !== own,
    });
    return { store, search };
  };
}
