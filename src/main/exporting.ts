import { join } from 'node:path';
import {
  BrowserWindow,
  clipboard,
  ClipboardItem,
  dialog,
  Notification,
  session,
  shell,
} from 'electron';
import type { Settings } from '../shared/settings.ts';
import type { Broadcast } from './bridge/index.ts';
import { createExportNotifier } from './desktop/export-notification.ts';
import { mayFetchFrom } from './desktop/foreign-host.ts';
import { createPaper } from './desktop/paper.ts';
import type { MainWindow } from './desktop/window.ts';
import { createExportDesk, type ExportDesk, type ExportDeskDeps } from './export-desk.ts';
import { createServerExports, type ServerExportsDeps } from './server-exports.ts';
import { createServiceRecords, type ServiceRecordsDeps } from './service-records.ts';
import { createExportWishes, type ExportWishes } from './export-wishes.ts';

export interface ExportingDeps extends Pick<
  ExportDeskDeps,
  'clock' | 'zone' | 'language' | 'folder' | 'onExported'
> {
  readonly own: () => ReturnType<ExportDeskDeps['own']> &
    ReturnType<ServiceRecordsDeps['own']> &
    ReturnType<ServerExportsDeps['own']>;
  readonly serverStillLoading: ServiceRecordsDeps['serverStillLoading'];
  readonly settings: ExportDeskDeps['settings'] & { read(): Settings };
  readonly window: Pick<MainWindow, 'show' | 'isFocused'>;
  readonly broadcast: Broadcast;
  /** Whether there is nobody to tell. */
  readonly headless: boolean;
  readonly report: (message: string, error?: unknown) => void;
}

export interface Exporting {
  readonly desk: ExportDesk;
  readonly wishes: ExportWishes;
}

/** Gives the parts that export what they need of Electron. */
export function createExporting(deps: ExportingDeps): Exporting {
  const { own, settings, language, window, broadcast, report } = deps;
  const notify = createExportNotifier({
    isSupported: () => Notification.isSupported(),
    create: (options) => new Notification(options),
    platform: process.platform,
    language,
    open: (id) => desk.open(id),
    reveal: (id) => desk.reveal(id),
    showWindow: window.show,
    report,
  });
  const desk = createExportDesk({
    ...deps,
    dialog,
    shell,
    copyTable: ({ text, html }) =>
      clipboard.write([new ClipboardItem({ 'text/plain': text, 'text/html': html })]),
    serviceRecords: createServiceRecords({
      ...deps,
      paper: createPaper({
        session: session.fromPartition('paper'),
        create: (options) => new BrowserWindow(options),
        fonts: join(import.meta.dirname, 'fonts'),
      }),
    }),
    server: createServerExports({
      own,
      mayFetchFrom: (host) => mayFetchFrom(dialog, host, language()),
    }),
    onProgress: (progress) => broadcast('exports.progress', progress),
    onEnd(end) {
      broadcast('exports.ended', end);
      // Whoever looks at the window reads it there.
      if (!deps.headless && !window.isFocused()) notify(end);
    },
  });
  const wishes = createExportWishes({
    desk,
    own,
    settings: settings.read,
    language,
    dialog,
    showWindow: window.show,
    report,
  });
  return { desk, wishes };
}
