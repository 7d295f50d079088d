import { isDeepStrictEqual } from 'node:util';
import type { SyncState } from '../../../shared/state.ts';
import { historyStart, isFilled, reachesBackTo, type Situation } from './planner.ts';

/** The state as told to the rest of the program; told only when it differs. */
export interface Report {
  state(): SyncState;
  change(patch: Partial<SyncState>): void;
}

const nothingYet: SyncState = {
  phase: 'off',
  offline: false,
  problem: null,
  lastSuccessAt: null,
  progress: null,
  serverStillLoading: false,
  malformedCount: 0,
  notice: null,
};

export function createReport(onState: (state: SyncState) => void): Report {
  let state = nothingYet;
  return {
    state: () => state,
    change(patch) {
      const next = { ...state, ...patch };
      if (isDeepStrictEqual(next, state)) return;
      state = next;
      onState(state);
    },
  };
}

/** What the history itself tells about the state. */
export function standing(
  situation: Situation,
): Pick<SyncState, 'lastSuccessAt' | 'progress' | 'malformedCount'> {
  const { coverage } = situation;
  return {
    lastSuccessAt: coverage.lastToday,
    malformedCount: coverage.malformed,
    progress: isFilled(situation)
      ? null
      : {
          sessions: coverage.sessions,
          reachesBackTo: reachesBackTo(situation),
          // What retention leaves out will never come, so progress ends there.
          beginning: historyStart(situation),
        },
  };
}
