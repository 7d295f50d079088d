import { idsNotIn } from '../../pcvisit/filtrex.ts';
import type { SessionsPage, SessionsQuery } from '../../pcvisit/types.ts';
import type { SyncApi, SyncHistory } from './types.ts';
import { boundsOf, type Window } from './windows.ts';

/** What came of asking for one window. */
export interface Fetched {
  /** Whether everything the server counts within the window came. */
  readonly whole: boolean;
  readonly stillLoading: boolean;
  /** Every id that came, of malformed sessions as well. */
  readonly ids: ReadonlySet<string>;
  readonly received: number;
  readonly total: number;
  /** Nodes of the first answer: where it did not hold everything, the most an answer holds. */
  readonly firstPage: number;
  /** Whether sessions on disk changed. */
  readonly changed: boolean;
  /** The server's `reportingActiveSince`, UTC ms. */
  readonly beginning: number;
}

export interface FetchDeps {
  readonly api: Pick<SyncApi, 'sessions' | 'capabilities'>;
  readonly history: Pick<SyncHistory, 'ingest'>;
  readonly deviceIds: () => boolean;
  /** Pages go round in circles: from now on nothing is paged. */
  readonly onPagingBroken: () => void;
}

/**
 * Asks for a window of the server's history and keeps what comes, page by page.
 *
 * @param shortest the window cannot be made any shorter, so where it does not come whole other ways are tried.
 */
export type FetchWindow = (
  window: Window,
  shortest: boolean,
  signal: AbortSignal,
) => Promise<Fetched>;

/** A filter longer than this is refused by some servers; and no millisecond holds that many sessions. */
const mostExcluded = 2000;

export function createFetchWindow({
  api,
  history,
  deviceIds,
  onPagingBroken,
}: FetchDeps): FetchWindow {
  let pagingWorks = true;

  return async (window, shortest, signal) => {
    const query = { ...boundsOf(window), deviceIds: deviceIds() };
    const ids = new Set<string>();
    let received = 0;
    let changed = false;
    let stillLoading = false;

    /** Keeps a page; says how many of its nodes had not come before, and how many of those have an id. */
    const ask = async (
      more: Partial<SessionsQuery>,
    ): Promise<{ page: SessionsPage; fresh: number; freshIds: number }> => {
      const page = await api.sessions({ ...query, ...more }, signal);
      const kept = await history.ingest(page);
      changed ||= kept.inserted + kept.changed > 0;
      stillLoading ||= page.batchLoadingIsStillActive;
      const onPage = new Set(idsOf(page));
      const freshIds = [...onPage].filter((id) => !ids.has(id)).length;
      for (const id of onPage) ids.add(id);
      const fresh = Math.max(0, page.nodeCount - (onPage.size - freshIds));
      return { page, fresh, freshIds };
    };

    const { page: first } = await ask({});
    received = first.nodeCount;
    let total = first.totalCount;
    const fetched = (): Fetched => ({
      whole: received >= total,
      stillLoading,
      ids,
      received,
      total,
      firstPage: first.nodeCount,
      changed,
      beginning: first.reportingActiveSince,
    });

    if (received < total && pagingWorks && (await api.capabilities()).paging) {
      let cursor = first.endCursor;
      while (received < total && cursor !== null) {
        const { page, fresh } = await ask({ after: cursor });
        received += fresh;
        total = page.totalCount;
        if (page.nodeCount > 0 && fresh === 0) {
          pagingWorks = false;
          onPagingBroken();
        }
        cursor = fresh > 0 && page.endCursor !== cursor ? page.endCursor : null;
      }
    }

    // Several sessions began in this very moment: what is here already is left out of the question.
    let advancing = shortest;
    while (received < total && advancing && ids.size > 0 && ids.size <= mostExcluded) {
      const { freshIds } = await ask({ filter: idsNotIn([...ids]) });
      // What has no id cannot be left out, so it comes with every answer and proves nothing.
      received += freshIds;
      advancing = freshIds > 0;
    }
    return fetched();
  };
}

function idsOf(page: SessionsPage): string[] {
  return [
    ...page.sessions.map((session) => session.id),
    ...page.malformed.flatMap((session) => session.id ?? []),
  ];
}
