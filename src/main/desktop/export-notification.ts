import { win32 } from 'node:path';
import type { Notification, NotificationConstructorOptions } from 'electron';
import type { ExportEnd } from '../../shared/bridge/export-calls.ts';
import { createFormats } from '../../shared/format.ts';
import type { Language } from '../../shared/language.ts';
import type { Outcome, Problem } from '../../shared/problem.ts';
import { exportProblemText } from './export-words.ts';
import { plainLine } from './foreign-text.ts';
import { counted, textsOf } from './texts/index.ts';

export interface ExportNotifierDeps {
  readonly isSupported: () => boolean;
  readonly create: (
    options: NotificationConstructorOptions,
  ) => Pick<Notification, 'on' | 'show' | 'close'>;
  readonly platform: NodeJS.Platform;
  readonly language: () => Language;
  readonly open: (id: number) => Promise<boolean>;
  readonly reveal: (id: number) => Promise<boolean>;
  readonly showWindow: () => void;
  readonly report: (message: string, error?: unknown) => void;
}

type Done = Extract<ExportEnd, { kind: 'done' }>;

/** Older ones are answered as well, but not for ever. */
const mostKept = 10;

/**
 * Tells through the system how an export ended, for whoever is not looking at the window. Windows and macOS offer
 * "open" and "show in folder" as buttons; on Linux Electron knows the click alone, which opens the file.
 * One that was called off is not told.
 */
export function createExportNotifier(deps: ExportNotifierDeps): (end: Outcome<ExportEnd>) => void {
  // Electron answers no clicks on a notification that was collected.
  const kept = new Set<ReturnType<ExportNotifierDeps['create']>>();

  function show(
    options: NotificationConstructorOptions,
    acts: readonly [onClick: () => void, ...onActions: readonly (() => void)[]],
  ): void {
    const notification = deps.create(options);
    const forget = (): void => void kept.delete(notification);
    const [onClick, ...onActions] = acts;
    notification.on('click', () => {
      forget();
      onClick();
    });
    notification.on('action', ({ actionIndex }) => {
      forget();
      onActions[actionIndex]?.();
    });
    // On Windows this also comes when it moves to the notification centre, where it can still be clicked.
    if (deps.platform !== 'win32') notification.on('close', forget);
    notification.on('failed', (_event, error) => {
      forget();
      deps.report('A notification could not be shown.', error);
    });
    kept.add(notification);
    for (const oldest of kept) {
      if (kept.size <= mostKept) break;
      kept.delete(oldest);
    }
    notification.show();
  }

  /** A file that is gone by now is missed in the window, if anywhere. */
  const attempt = (wish: Promise<boolean>): void => {
    wish.then(
      (found) => found || deps.showWindow(),
      (error: unknown) => deps.report('An exported file could not be opened.', error),
    );
  };

  function tellDone({ record, folder }: Done): void {
    const language = deps.language();
    const texts = textsOf(language);
    const formats = createFormats(language);
    const sessions = counted(texts, formats, (folder ?? record).rows);
    const reveal = (): void => attempt(deps.reveal(record.id));
    const open = folder ? reveal : (): void => attempt(deps.open(record.id));
    const told = `${texts.exportDone}: ${sessions} · ${formats.duration((folder ?? record).billableMs)}`;
    if (record.format === 'clipboard')
      return show({ title: texts.exportCopied, body: told }, [deps.showWindow]);
    const withButtons = deps.platform === 'darwin' || deps.platform === 'win32';
    show(
      {
        // In the title, because desktops read markup in the body. Both kinds of separator end a folder's name.
        title: plainLine(win32.basename(folder ? win32.dirname(record.path) : record.path)),
        body: [told, ...(withButtons ? [] : [texts.exportClickOpens])].join('\n'),
        ...(withButtons && {
          actions: [texts.exportOpen, texts.exportReveal].map((text) => ({
            type: 'button' as const,
            text,
          })),
        }),
      },
      [open, open, reveal],
    );
  }

  function tellFailed(problem: Problem): void {
    const texts = textsOf(deps.language());
    show({ title: texts.exportFailed, body: exportProblemText(problem, texts) }, [deps.showWindow]);
  }

  return (end) => {
    if (end.ok && end.value.kind !== 'done') return;
    if (!deps.isSupported()) return;
    try {
      if (!end.ok) tellFailed(end.problem);
      else if (end.value.kind === 'done') tellDone(end.value);
    } catch (error) {
      deps.report('A notification could not be shown.', error);
    }
  };
}
