import type { WebContents } from 'electron';
import { accountHandlers, type AccountDeps } from './account.ts';
import { appHandlers, type AppDeps } from './app.ts';
import { registerCalls, type CallsDeps } from './calls.ts';
import { clientHandlers, type ClientsDeps } from './clients.ts';
import { exportHandlers, type ExportsDeps, type LedgerDeps } from './exports.ts';
import { historyHandlers, type HistoryDeps } from './history.ts';
import { isTrustedSender } from './sender.ts';
import { settingsHandlers, type SettingsDeps } from './settings.ts';
import { syncHandlers, type SyncDeps } from './sync.ts';
import { todayHandlers, type TodayDeps } from './today.ts';

export { createBroadcast, type Broadcast } from './events.ts';

export interface BridgeDeps extends Pick<CallsDeps, 'ipcMain' | 'report'> {
  /** The contents of our own open windows. */
  readonly windows: () => readonly WebContents[];
  readonly app: AppDeps;
  readonly settings: SettingsDeps;
  readonly account: AccountDeps;
  readonly workspace: SyncDeps & TodayDeps;
  readonly history: HistoryDeps;
  readonly clients: ClientsDeps;
  readonly exports: ExportsDeps;
  readonly ledger: LedgerDeps;
}

/** Opens main to the renderer: every call of the contract, for our own windows alone. */
export function registerBridge(deps: BridgeDeps): void {
  registerCalls({
    ipcMain: deps.ipcMain,
    report: deps.report,
    isTrusted: (event) => isTrustedSender(event, deps.windows()),
    handlers: {
      ...appHandlers(deps.app),
      ...settingsHandlers(deps.settings),
      ...accountHandlers(deps.account),
      ...syncHandlers(deps.workspace),
      ...todayHandlers(deps.workspace),
      ...historyHandlers(deps.history),
      ...clientHandlers(deps.clients),
      ...exportHandlers(deps.exports, deps.ledger),
    },
  });
}
