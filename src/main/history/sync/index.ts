import { createAlarm } from './alarm.ts';
import { runEngine, type Wishes } from './engine.ts';
import { createReport } from './report.ts';
import type { Sync, SyncDeps } from './types.ts';

export type { Sync, SyncDeps, Timers } from './types.ts';

/**
 * Keeps the local history true to the server's: today first, then everything back to the beginning, newest
 * first; afterwards today every few minutes, the recent past daily and everything weekly.
 */
export function createSync(deps: SyncDeps): Sync {
  const alarm = createAlarm(deps.timers);
  const report = createReport(deps.onState);
  const wishes: Wishes = {
    stopped: false,
    suspended: false,
    online: true,
    today: false,
    renew: false,
    controller: new AbortController(),
  };
  let running: Promise<void> | null = null;

  const hurry = () => {
    wishes.today = true;
    alarm.ring();
  };
  return {
    start() {
      running ??= runEngine({ ...deps, wishes, alarm, report });
    },
    now: hurry,
    suspend() {
      wishes.suspended = true;
      wishes.controller.abort();
      alarm.ring();
    },
    resume() {
      if (wishes.suspended) wishes.controller = new AbortController();
      wishes.suspended = false;
      wishes.renew = true;
      hurry();
    },
    networkChanged(online) {
      const back = online && (!wishes.online || report.state().offline);
      wishes.online = online;
      if (back) hurry();
      else if (!online) alarm.ring();
    },
    state: () => report.state(),
    async stop() {
      wishes.stopped = true;
      wishes.controller.abort();
      alarm.ring();
      await running;
    },
  };
}
