import { idsNotIn } from '../../pcvisit/filtrex.ts';
import type { SessionsPage, SessionsQuery } from '../../pcvisit/types.ts';
import { pace } from './pace.ts';
import type { SyncApi, SyncHistory } from './types.ts';
import { boundsOf, type Window } from './windows.ts';

/** What came of asking for one window. */
export interface Fetched {
  readonly stillLoading: boolean;
  /** Every id that came, of malformed sessions as well. */
  readonly ids: ReadonlySet<string>;
  /** Nodes that came, each counted once, and how many the server says there are. */
  readonly received: number;
  readonly total: number;
  /** Nodes of the first answer: where it did not hold everything, the most an answer holds. */
  readonly firstPage: number;
  /** Whether sessions on disk changed. */
  readonly changed: boolean;
  /** The server's `reportingActiveSince`, UTC ms. */
  readonly beginning: number;
}

/** Whether everything the server counts within the window came. */
export function isWhole({ received, total }: Pick<Fetched, 'received' | 'total'>): boolean {
  return received >= total;
}

export interface FetchDeps {
  readonly api: Pick<SyncApi, 'sessions' | 'capabilities'>;
  readonly history: Pick<SyncHistory, 'ingest'>;
  readonly clock: () => number;
  readonly deviceIds: () => boolean;
  /** Pages go round in circles: from now on nothing is paged. */
  readonly onPagingBroken: () => void;
}

export interface Fetcher {
  /**
   * Asks for a window of the server's history and keeps what comes, page by page. Where a page fails, asking
   * for the same window again goes on behind the last page that came.
   *
   * @param shortest the window cannot be made any shorter, so where it does not come whole other ways are tried.
   */
  fetch(window: Window, shortest: boolean, signal: AbortSignal): Promise<Fetched>;
  /** Whether pages of this window have come that need not be asked for again. */
  isHalfway(window: Window): boolean;
}

/** A filter longer than this is refused by some servers; and no millisecond holds that many sessions. */
const mostExcluded = 2000;

/** A window on its way. */
interface Collected extends Fetched {
  readonly window: Window;
  readonly at: number;
  readonly ids: Set<string>;
  received: number;
  total: number;
  changed: boolean;
  stillLoading: boolean;
  cursor: string | null;
}

export function createFetcher(deps: FetchDeps): Fetcher {
  const { api, history, clock, deviceIds, onPagingBroken } = deps;
  let pagingWorks = true;
  let halfway: Collected | null = null;

  async function ask(window: Window, more: Partial<SessionsQuery>, signal: AbortSignal) {
    const query = { ...boundsOf(window), deviceIds: deviceIds(), ...more };
    const page = await api.sessions(query, signal);
    const { inserted, changed } = await history.ingest(page);
    return { page, changed: inserted + changed > 0 };
  }

  async function begin(window: Window, signal: AbortSignal): Promise<Collected> {
    const at = clock();
    const { page, changed } = await ask(window, {}, signal);
    return {
      window,
      at,
      ids: new Set(idsOf(page)),
      received: page.nodeCount,
      total: page.totalCount,
      firstPage: page.nodeCount,
      changed,
      stillLoading: page.batchLoadingIsStillActive,
      beginning: page.reportingActiveSince,
      cursor: page.endCursor,
    };
  }

  /** Asks for more of a window; says how many nodes had not come before, and how many of those have an id. */
  async function askMore(
    so: Collected,
    more: Partial<SessionsQuery>,
    signal: AbortSignal,
  ): Promise<{ page: SessionsPage; fresh: number; freshIds: number }> {
    const { page, changed } = await ask(so.window, more, signal);
    const onPage = new Set(idsOf(page));
    const freshIds = [...onPage].filter((id) => !so.ids.has(id)).length;
    for (const id of onPage) so.ids.add(id);
    so.changed ||= changed;
    so.stillLoading ||= page.batchLoadingIsStillActive;
    return { page, fresh: Math.max(0, page.nodeCount - (onPage.size - freshIds)), freshIds };
  }

  async function pageOn(so: Collected, signal: AbortSignal): Promise<void> {
    while (!isWhole(so) && so.cursor !== null) {
      const { page, fresh } = await askMore(so, { after: so.cursor }, signal);
      so.received += fresh;
      so.total = page.totalCount;
      if (page.nodeCount > 0 && fresh === 0) {
        pagingWorks = false;
        onPagingBroken();
      }
      so.cursor = fresh > 0 && page.endCursor !== so.cursor ? page.endCursor : null;
    }
  }

  /** Several sessions began in this very moment: what is here already is left out of the question. */
  async function askForOthers(so: Collected, signal: AbortSignal): Promise<void> {
    let advancing = true;
    while (!isWhole(so) && advancing && so.ids.size > 0 && so.ids.size <= mostExcluded) {
      const { freshIds } = await askMore(so, { filter: idsNotIn([...so.ids]) }, signal);
      // What has no id cannot be left out, so it comes with every answer and proves nothing.
      so.received += freshIds;
      advancing = freshIds > 0;
    }
  }

  function isHalfway({ start, end }: Window): boolean {
    if (halfway?.window.start !== start || halfway.window.end !== end) return false;
    // Behind a cursor that is older than this too much may have moved.
    return Math.abs(clock() - halfway.at) < pace.settling;
  }

  return {
    isHalfway,
    async fetch(window, shortest, signal) {
      const so = halfway !== null && isHalfway(window) ? halfway : await begin(window, signal);
      halfway = null;
      if (!isWhole(so) && pagingWorks && (await api.capabilities()).paging) {
        halfway = so;
        await pageOn(so, signal);
        halfway = null;
      }
      if (shortest) await askForOthers(so, signal);
      return so;
    },
  };
}

function idsOf(page: SessionsPage): string[] {
  return [
    ...page.sessions.map((session) => session.id),
    ...page.malformed.flatMap((session) => session.id ?? []),
  ];
}
