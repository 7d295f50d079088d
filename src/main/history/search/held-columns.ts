import type { Columns } from '../columns/types.ts';
import type { Store, Written } from '../store/store.ts';

export interface HeldColumnsDeps {
  readonly store: Pick<Store, 'sessions' | 'standings' | 'snapshot' | 'saveSnapshot' | 'onWritten'>;
  readonly createColumns: () => Columns;
  /** Null for parts that another version saved; may throw for any others. */
  readonly restoreColumns: (parts: readonly Uint8Array[]) => Columns | null;
}

interface Listener {
  /** Sessions were removed for good; their rows may belong to others soon. */
  readonly onPurged: () => void;
}

/** The search columns: loaded when they are first wanted, and in step with the store from then on. */
export interface HeldColumns {
  /** Every session held as present. */
  whole(): Columns;
  /**
   * One step towards columns that are saved; none where enough of them is.
   *
   * @returns whether there is another step to take.
   */
  settle(): boolean;
  /** Saves what is loaded, where that pays. */
  save(): void;
}

/** Rows read at once: some ten milliseconds' worth. */
const sliceSize = 2000;

/** Fewer unsaved rows than these are read again faster than everything is saved. */
const worthSaving = 1000;

export function createHeldColumns(deps: HeldColumnsDeps & Listener): HeldColumns {
  const { store } = deps;
  let columns: Columns | null = null;
  /** The row up to which rows have been read; null once all have. */
  let readTo: number | null = null;

  function begin(): Columns {
    const parts = store.snapshot.read();
    const restored = parts && attempt(() => deps.restoreColumns(parts));
    if (restored && attempt(() => catchUp(restored))) {
      readTo = null;
      return (columns = restored);
    }
    if (parts) store.saveSnapshot(null);
    readTo = 0;
    return (columns = deps.createColumns());
  }

  /** Reads the rows written since. @returns whether the columns hold what the store does then. */
  function catchUp(restored: Columns): boolean {
    for (const pk of store.snapshot.unsaved()) {
      const row = store.sessions.at(pk);
      if (row && row.vanishedAt === null) restored.put(pk, row.session, store.standings.of(pk));
      else restored.remove(pk);
    }
    return restored.size === store.sessions.count();
  }

  /** Reads one slice of rows. @returns the columns, and whether they are whole. */
  function advance(): { readonly held: Columns; readonly isWhole: boolean } {
    const held = columns ?? store.snapshot.readingOnce(begin);
    if (readTo === null) return { held, isWhole: true };
    const from = readTo;
    const slice = store.snapshot.readingOnce(() => store.sessions.following(from, sliceSize));
    for (const { pk, session, exported } of slice) held.put(pk, session, exported);
    readTo = slice.length < sliceSize ? null : (slice.at(-1)?.pk ?? null);
    return { held, isWhole: readTo === null };
  }

  store.onWritten((written) => {
    if (written.kind === 'purged') deps.onPurged();
    if (!columns) return;
    try {
      apply(columns, written);
    } catch {
      // What was written is on disk; the columns are read from there anew when they are next wanted.
      columns = null;
    }
  });

  const isSaved = () => store.snapshot.exists() && store.snapshot.unsavedCount() <= worthSaving;

  return {
    whole() {
      for (;;) {
        const { held, isWhole } = advance();
        if (isWhole) return held;
      }
    },
    settle() {
      if (isSaved() || store.sessions.count() === 0) return false;
      const { held, isWhole } = advance();
      if (!isWhole) return true;
      store.saveSnapshot(held.save());
      return false;
    },
    save() {
      if (!columns || readTo !== null || columns.size === 0 || isSaved()) return;
      store.saveSnapshot(columns.save());
    },
  };
}

function apply(columns: Columns, written: Written): void {
  switch (written.kind) {
    case 'put':
      for (const { pk, session, exported } of written.rows) columns.put(pk, session, exported);
      break;
    case 'marked':
      columns.mark(written.pks, written.exported);
      break;
    case 'removed':
      for (const pk of written.pks) columns.remove(pk);
      break;
    case 'purged':
      columns.removeBefore(written.before);
      break;
  }
}

/** What bytes of another version, or none of ours, lead to is no reason to fail. */
function attempt<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}
