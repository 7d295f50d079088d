import { problemOf } from '../../../shared/problem.ts';
import { createFetcher, isWhole, type Fetched } from './fetch-window.ts';
import { mayBeTooMuch, pace } from './pace.ts';
import type { Walk } from './planner.ts';
import type { SyncDeps } from './types.ts';
import { createMarkVanished } from './vanished.ts';
import {
  afterPart,
  afterWhole,
  halved,
  lengthOf,
  newestPart,
  pastSizing,
  todaySizing,
  type Window,
} from './windows.ts';

/** What one step of a walk came to. */
export interface Step {
  readonly window: Window;
  readonly fetched: Fetched;
  /**
   * - `whole`: the window is done.
   * - `part`: a shorter one is asked next.
   * - `loading`: the server is not done itself.
   * - `stuck`: the shortest window there is did not come whole.
   */
  readonly outcome: 'whole' | 'part' | 'loading' | 'stuck';
  /** Whether sessions on disk changed. */
  readonly changed: boolean;
}

/** Asks for the next window of a walk and keeps what it brought. */
export type TakeStep = (walk: Walk, signal: AbortSignal) => Promise<Step>;

export function createWalker(
  deps: Pick<SyncDeps, 'api' | 'history' | 'clock' | 'deviceIds' | 'log'>,
): TakeStep {
  const { history, clock, log } = deps;
  const fetcher = createFetcher({
    ...deps,
    onPagingBroken: () => log({ level: 'warn', event: 'pages repeat themselves, not paging' }),
  });
  const markVanished = createMarkVanished(deps);
  const sizings = { today: todaySizing, past: pastSizing };

  return async (walk, signal) => {
    const which = walk.kind === 'today' ? 'today' : 'past';
    const sizing = sizings[which];
    const asOf = clock();
    const window = newestPart(walk.range, sizing, asOf);
    const length = lengthOf(window, asOf);

    let fetched: Fetched;
    try {
      fetched = await fetcher.fetch(window, length <= 1, signal);
    } catch (error) {
      const { code } = problemOf(error);
      // What has begun to come is not too much; and going on there needs the same window.
      if (!fetcher.isHalfway(window) && mayBeTooMuch.has(code)) {
        sizings[which] = halved(sizing, length);
      }
      throw error;
    }
    const { stillLoading } = fetched;
    const step = { window, fetched, changed: fetched.changed };
    if (stillLoading) return { ...step, outcome: 'loading' };
    if (!isWhole(fetched)) {
      sizings[which] = afterPart(sizing, length, fetched);
      return { ...step, outcome: length <= 1 ? 'stuck' : 'part' };
    }
    sizings[which] = afterWhole(sizing, length, fetched);
    const vanished = await markVanished(window, fetched.ids, signal);
    const end = Math.min(window.end ?? Infinity, asOf - pace.settling);
    if (end > window.start) await history.cover({ start: window.start, end });
    return { ...step, changed: fetched.changed || vanished, outcome: 'whole' };
  };
}

/** What is left of a walk behind a window; null where nothing is. */
export function behind(walk: Walk, window: Window): Walk | null {
  if (window.start <= walk.range.start) return null;
  return { ...walk, range: { start: walk.range.start, end: window.start } };
}
