import { join } from 'node:path';
import {
  app,
  clipboard,
  dialog,
  ipcMain,
  nativeTheme,
  net,
  powerMonitor,
  session,
  shell,
} from 'electron';
import type { AppInfo } from '../shared/bridge/contract.ts';
import { documentedEndpoint } from '../shared/endpoint.ts';
import { systemZone } from '../shared/time.ts';
import { createBroadcast, registerBridge } from './bridge/index.ts';
import { createClientDesk } from './client-desk.ts';
import { createCore } from './core.ts';
import { createExporting } from './exporting.ts';
import { serveApp } from './desktop/app-protocol.ts';
import type { Arguments } from './desktop/arguments.ts';
import type { ExportJob } from './desktop/export-arguments.ts';
import { confirmSignOut } from './desktop/dialogs.ts';
import { createLinkOpener } from './desktop/links.ts';
import { watchNetwork } from './desktop/network.ts';
import { watchPower } from './desktop/power.ts';
import { createPagePrinter } from './desktop/print.ts';
import { createFileSaver } from './desktop/save-file.ts';
import { secureContents, secureSession } from './desktop/security.ts';
import type { TrayAction } from './desktop/tray-state.ts';
import { endInOrder } from './ending.ts';
import { createPrinter } from './headless.ts';
import { createJobRunner } from './job-runner.ts';
import type { JobResult } from './jobs/job.ts';
import { createLedgerDesk } from './ledger-desk.ts';
import { createLookup } from './lookup.ts';
import type { Log } from './log.ts';
import { present } from './presentation.ts';
import type { Profile } from './profile.ts';
import { createSurface } from './surface.ts';

export interface ProgramDeps {
  readonly options: Arguments;
  readonly profile: Profile;
  readonly log: Log;
}

/** The running program, as far as a second start of it is concerned. */
export interface Program {
  show(): void;
  /** Makes an export that a second start was asked for. Never rejects. */
  export(job: ExportJob, signal: AbortSignal): Promise<JobResult>;
}

const out = join(import.meta.dirname, '..');
/** Builds the program's parts, tells them of each other, and starts. Electron is ready. */
export async function startProgram({ options, profile, log }: ProgramDeps): Promise<Program> {
  const report = (message: string, error?: unknown): void => log.warn(message, error);
  const core = createCore({
    options,
    profile,
    log,
    isVisible: () => presentation.window.isOpen(),
    isLive: () => true,
    onSync: () => surface.syncChanged(),
    onHistory: () => surface.historyChanged(),
    onImprint: (client) => broadcast('clients.changed', { client }),
  });
  const { settings, caches, workspace, credentials, account, language, clock } = core;

  const page = session.fromPartition('page');
  secureSession(page, { packaged: app.isPackaged, report });
  secureContents(app, { packaged: app.isPackaged, report });
  serveApp(page.protocol, join(out, 'renderer'));
  const presentation = present({
    session: page,
    bounds: caches.bounds,
    out,
    resources: join(app.getAppPath(), 'resources'),
    headless: options.headless,
    language,
    act: (action) => void act(action),
    onWindow: (open) => open && workspace.syncNow(),
    report,
  });
  const broadcast = createBroadcast({ windows: presentation.window.contents, report });
  const surface = createSurface({
    account: account.state,
    sync: workspace.sync,
    scope: () => settings.read().scope,
    language,
    clock,
    readToday: workspace.today,
    canRepeat: () => exporting.wishes.canRepeat(),
    showTray: options.headless
      ? createPrinter((text) => void process.stdout.write(text))
      : presentation.showTray,
    broadcast,
    setInterval,
  });
  const exporting = createExporting({
    own: workspace.own,
    clock,
    zone: systemZone,
    language,
    settings,
    folder: caches.exportFolder,
    window: presentation.window,
    broadcast,
    headless: options.headless,
    serverStillLoading: () => workspace.sync().serverStillLoading,
    onExported: () => surface.historyChanged(),
    report,
  });
  const info = (): AppInfo => ({
    version: app.getVersion(),
    platform: process.platform,
    language: language(),
    endpoint: options.endpoint ?? documentedEndpoint,
    demoAvailable: true,
  });

  async function act(action: TrayAction): Promise<void> {
    switch (action) {
      case 'open':
      case 'signIn':
        return presentation.window.show();
      case 'syncNow':
        return workspace.syncNow();
      case 'exportToday':
        return exporting.wishes.today();
      case 'repeatExport':
        return exporting.wishes.repeat();
      case 'signOut':
        if (await confirmSignOut(dialog, language())) await account.signOut();
        return;
      case 'quit':
        return app.quit();
    }
  }

  let deviceIds = settings.read().deviceIds;
  function applySettings(): void {
    // What is no longer wanted goes at once.
    if (deviceIds && !settings.read().deviceIds) workspace.syncNow();
    deviceIds = settings.read().deviceIds;
    nativeTheme.themeSource = settings.read().theme;
    presentation.showMenu();
    broadcast('settings.changed', settings.read());
    broadcast('app.changed', info());
    surface.settingsChanged();
  }

  registerBridge({
    ipcMain,
    report,
    windows: presentation.window.contents,
    app: {
      info,
      openLink: createLinkOpener((url) => shell.openExternal(url)),
      copyText: (text) => clipboard.writeText(text),
      print: createPagePrinter(presentation.window.contents),
    },
    settings,
    account,
    workspace,
    history: createLookup({
      own: workspace.own,
      clock,
      zone: systemZone,
      language,
      clipboard,
      onChanged: () => surface.historyChanged(),
    }),
    clients: createClientDesk({
      own: workspace.own,
      clock,
      zone: systemZone,
      save: createFileSaver({ dialog }),
      onReassigned: () => surface.historyChanged(),
    }),
    exports: exporting.desk,
    ledger: createLedgerDesk({ own: workspace.own, zone: systemZone }),
  });
  account.onChange(() => surface.accountChanged());
  settings.onChange(applySettings);
  applySettings();
  watchPower(powerMonitor, {
    onSuspend: workspace.suspend,
    onResume: workspace.resume,
    onUnlock: workspace.syncNow,
  });
  watchNetwork(
    { isOnline: () => net.isOnline(), setInterval, clearInterval },
    workspace.networkChanged,
  );
  endInOrder({
    app,
    close: workspace.close,
    isStuck: credentials.isWaiting,
    kill: () => process.kill(process.pid, 'SIGKILL'),
  });

  if (!options.headless && !options.hidden) presentation.window.show();
  await (options.demo ? account.tryDemo() : account.start());
  return {
    show: presentation.window.show,
    export: createJobRunner(core, () => surface.historyChanged()),
  };
}
