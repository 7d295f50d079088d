import { ApiError } from './api-error.ts';
import type { Answer } from './client.ts';
import type { Discovered } from './discovered.ts';
import type { Discovery } from './discovery.ts';
import { sessionsDocument } from './documents.ts';
import type { PcvisitLog } from './log.ts';
import { paginationFor } from './pagination.ts';
import { readerFor } from './participants.ts';
import { readPage } from './sessions-page.ts';
import type { SessionsPage, SessionsQuery } from './types.ts';

export interface SessionsDeps {
  readonly discovery: Discovery;
  readonly ask: (
    document: string,
    variables: Record<string, unknown>,
    signal?: AbortSignal,
  ) => Promise<Answer>;
  readonly host: string;
  readonly log: PcvisitLog;
}

/** How one and the same page can be asked for, from the richest way to the plainest. */
interface Manner {
  readonly name: 'sized' | 'unsized' | 'plain';
  readonly found: Discovered | null;
  readonly pagination: Record<string, string | number> | null;
}

/** Large enough to fill a history quickly, small enough to be read without being noticed. */
const pageSize = 1_000;

/** Reads pages of the history, in the richest manner the server takes. */
export function createSessions({ discovery, ask, host, log }: SessionsDeps) {
  let sizeRefused = false;

  function mannersFor(found: Discovered | null, query: SessionsQuery): readonly Manner[] {
    const plain: Manner = { name: 'plain', found: null, pagination: null };
    if (!found) return [plain];
    const { paging } = found;
    const page = (size: number | null) => paging && paginationFor(paging, query.after, size);
    const unsized: Manner = { name: 'unsized', found, pagination: page(null) };
    const sized: Manner = { name: 'sized', found, pagination: page(pageSize) };
    const takesSize = !sizeRefused && Boolean(paging?.size) && sized.pagination !== null;
    return [
      ...(takesSize ? [sized] : []),
      unsized,
      // Without a cursor a page behind another cannot be asked for.
      ...(query.after === undefined && (found.participant ?? paging) ? [plain] : []),
    ];
  }

  async function read(
    { found, pagination }: Manner,
    query: SessionsQuery,
    company: string,
    signal?: AbortSignal,
  ): Promise<SessionsPage> {
    const participant = found?.participant ?? null;
    const document = sessionsDocument({
      participant,
      paged: pagination !== null,
      filtered: query.filter !== undefined,
      deviceIds: query.deviceIds ?? false,
    });
    const variables = {
      company,
      timeFrame: { startDate: query.from, ...(query.to !== null && { endDate: query.to }) },
      ...(query.filter !== undefined && { filter: { input: query.filter } }),
      ...(pagination && { pagination }),
    };
    const answer = await ask(document, variables, signal);
    const page = await readPage(answer, participant && readerFor(participant), host);
    const [example] = page.malformed;
    if (example) {
      const { id, reason } = example;
      const count = page.malformed.length;
      log({ level: 'warn', event: 'pcvisit.malformed-sessions', count, example: { id, reason } });
    }
    return page;
  }

  function adopt(manner: Manner): void {
    if (manner.name === 'plain') discovery.distrust();
    else sizeRefused = true;
  }

  return async (
    query: SessionsQuery,
    company: string,
    signal?: AbortSignal,
  ): Promise<SessionsPage> => {
    const manners = mannersFor(await discovery.known(), query);
    const [best, ...others] = manners;
    if (!best) throw new ApiError({ code: 'invalid-request' });
    const go = (manner: Manner) => read(manner, query, company, signal);
    const first = await refusalOr(go(best));
    if (!(first instanceof ApiError)) return first;
    // A Failure may be about the page's size, but never about a selection: that is GraphQL's.
    const worthTrying = others.filter(({ name }) => first.requestRefused || name === 'unsized');
    for (const manner of best.name === 'plain' ? [] : worthTrying) {
      const page = await refusalOr(go(manner));
      if (page instanceof ApiError) continue;
      // Less is taken for good only if more is refused again: it may have been a passing fault.
      const again = await refusalOr(go(best));
      if (!(again instanceof ApiError)) return again;
      adopt(manner);
      return page;
    }
    throw first;
  };
}

/** The page, or the refusal as a value; every other failure rejects. */
async function refusalOr(page: Promise<SessionsPage>): Promise<SessionsPage | ApiError> {
  try {
    return await page;
  } catch (error) {
    if (error instanceof ApiError && error.problem.code === 'refused') return error;
    throw error;
  }
}
