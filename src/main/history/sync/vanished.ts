import { problemOf, type ProblemCode } from '../../../shared/problem.ts';
import { idsIn } from '../../pcvisit/filtrex.ts';
import type { SyncApi, SyncHistory, SyncLogEntry } from './types.ts';
import type { Window } from './windows.ts';

/** Problems that concern more than this question. */
const mustBeHeard: ReadonlySet<ProblemCode> = new Set([
  'rate-limited',
  'tokens-rejected',
  'disk-full',
  'history-damaged',
]);

/** The server will not have the question, so putting it again is of no use. */
const refusals: ReadonlySet<ProblemCode> = new Set(['refused', 'invalid-request']);

/** Failures of other kinds after which a window's question is given up until the next pass. */
const patience = 3;

export interface VanishedDeps {
  readonly api: Pick<SyncApi, 'sessions'>;
  readonly history: Pick<SyncHistory, 'idsWithin' | 'markVanished' | 'ingest' | 'slice'>;
  readonly clock: () => number;
  readonly deviceIds: () => boolean;
  readonly log: (entry: SyncLogEntry) => void;
}

/**
 * Marks the sessions held for a window that came whole without them, once the server confirmed that they
 * are gone. Where it does not answer, nothing is marked: it is asked again, and by the next pass at the latest.
 *
 * @throws ProblemError for what is worth another try.
 *
 * @param seen the ids that came.
 * @returns whether sessions on disk changed.
 */
export type MarkVanished = (
  window: Window,
  seen: ReadonlySet<string>,
  signal: AbortSignal,
) => Promise<boolean>;

/** Ids per question: about 4 kB of filter. */
const perQuestion = 100;
const allTime = { from: 0, to: null } as const;

/**
 * Which time a `TimeFrame` applies to is undocumented, so a session that is missing from a window may just
 * lie in another one: it is asked for by its id, over all time. A filter that the server misunderstands could
 * look like an empty answer; so one session that is known to be there is always asked for as well.
 */
export function createMarkVanished(deps: VanishedDeps): MarkVanished {
  const { api, history, clock, deviceIds, log } = deps;
  /** An id that came lately. */
  let lastSeen: string | null = null;
  /** In a row. */
  let failures = 0;

  /** Of these ids, the ones the server does not know; none where its answer cannot be relied upon. */
  async function absent(
    ids: readonly string[],
    witness: string | null,
    signal: AbortSignal,
  ): Promise<readonly string[]> {
    const asked = witness === null ? ids : [...ids, witness];
    let open = asked;
    for (;;) {
      const query = { ...allTime, filter: idsIn(open), deviceIds: deviceIds() };
      const page = await api.sessions(query, signal);
      await history.ingest(page);
      // Any of these may be the one that came without a readable id.
      const unnamed = page.malformed.some(({ id }) => id === null);
      if (page.batchLoadingIsStillActive || unnamed) return [];
      const found = new Set([...page.sessions, ...page.malformed].map((each) => each.id));
      const left = open.filter((id) => !found.has(id));
      if (page.nodeCount >= page.totalCount) {
        if (witness === null || !left.includes(witness)) return left;
        lastSeen = null;
        return [];
      }
      // The answer was cut short: ask for the rest, as long as that gets anywhere.
      if (left.length === open.length) return [];
      open = left;
    }
  }

  /** A session that should be there: the newest one held that is not itself in question. */
  async function anotherHeld(candidates: readonly string[]): Promise<string | null> {
    const questioned = new Set(candidates);
    const newest = await history.slice(null, candidates.length + 1);
    return newest.find(({ id }) => !questioned.has(id))?.id ?? null;
  }

  /** Whether the server has no session at all, so that none can stand witness. */
  async function isEmpty(signal: AbortSignal): Promise<boolean> {
    const page = await api.sessions({ ...allTime, deviceIds: deviceIds() }, signal);
    await history.ingest(page);
    return page.totalCount === 0 && page.nodeCount === 0 && !page.batchLoadingIsStillActive;
  }

  return async (window, seen, signal) => {
    const [any] = seen;
    lastSeen = any ?? lastSeen;
    const range = { start: window.start, end: window.end ?? Number.MAX_SAFE_INTEGER };
    const held = await history.idsWithin(range);
    const candidates = held.filter((id) => !seen.has(id));
    if (candidates.length === 0) return false;
    let marked = 0;
    try {
      const seenLately = lastSeen !== null && !candidates.includes(lastSeen) ? lastSeen : null;
      const witness = seenLately ?? (await anotherHeld(candidates));
      if (witness === null && !(await isEmpty(signal))) return false;
      for (let at = 0; at < candidates.length; at += perQuestion) {
        const gone = await absent(candidates.slice(at, at + perQuestion), witness, signal);
        if (gone.length > 0) await history.markVanished(gone, clock());
        marked += gone.length;
      }
      failures = 0;
    } catch (error) {
      const { code } = problemOf(error);
      if (signal.aborted || mustBeHeard.has(code)) throw error;
      failures = refusals.has(code) ? 0 : failures + 1;
      // The window is asked for again, and then this.
      if (failures > 0 && failures < patience) throw error;
      failures = 0;
      log({ level: 'warn', event: 'vanished sessions could not be confirmed', code });
    }
    if (marked > 0) log({ level: 'info', event: 'sessions vanished', count: marked });
    return marked > 0;
  };
}
