import type { AccountState, SyncState } from '../shared/state.ts';
import type { Language } from '../shared/language.ts';
import type { Scope, Today } from '../shared/today.ts';
import type { Outcome } from '../shared/problem.ts';
import type { Broadcast } from './bridge/index.ts';
import { trayState, type TrayState } from './desktop/tray-state.ts';

export interface SurfaceDeps {
  readonly account: () => AccountState;
  readonly sync: () => SyncState;
  readonly scope: () => Scope;
  readonly language: () => Language;
  readonly clock: () => number;
  readonly readToday: (scope: Scope) => Promise<Outcome<Today>>;
  /** Whether there is an export that could be made again. */
  readonly canRepeat: () => Promise<boolean>;
  readonly showTray: (state: TrayState) => void;
  readonly broadcast: Broadcast;
  readonly setInterval: (callback: () => void, ms: number) => NodeJS.Timeout;
}

/** Everything a person sees of main: the tray, and what open windows are told. */
export interface Surface {
  accountChanged(): void;
  syncChanged(): void;
  historyChanged(): void;
  /** The scope or the language is another. */
  settingsChanged(): void;
}

/** The tray's times grow stale by the minute, and its day ends at midnight. */
const minute = 60_000;

/**
 * Keeps tray and windows in step with account, sync and history. Today is read for the tray one
 * reading at a time, however often the history changes.
 */
export function createSurface(deps: SurfaceDeps): Surface {
  let today: Today | null = null;
  let canRepeat = false;
  let reading = false;
  let again = false;

  function render(): void {
    const [account, sync] = [deps.account(), deps.sync()];
    deps.showTray(
      trayState({ account, sync, today, canRepeat, language: deps.language(), now: deps.clock() }),
    );
  }

  async function readToday(): Promise<void> {
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    do {
      again = false;
      const [outcome, repeats] = await Promise.all([
        deps.readToday(deps.scope()),
        deps.canRepeat(),
      ]);
      canRepeat = repeats;
      today = outcome.ok ? outcome.value : null;
    } while (again);
    reading = false;
    render();
  }

  deps.setInterval(() => void readToday(), minute).unref();
  return {
    accountChanged() {
      deps.broadcast('account.changed', deps.account());
      void readToday();
    },
    syncChanged() {
      deps.broadcast('sync.changed', deps.sync());
      render();
    },
    historyChanged() {
      deps.broadcast('history.changed', { at: deps.clock() });
      void readToday();
    },
    settingsChanged: () => void readToday(),
  };
}
