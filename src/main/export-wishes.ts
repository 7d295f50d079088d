import type { Dialog } from 'electron';
import type { ExportEnd } from '../shared/bridge/export-calls.ts';
import { firstOptions } from '../shared/exports/options.ts';
import type { ExportRequest } from '../shared/exports/request.ts';
import { todayQuery } from '../shared/exports/today.ts';
import type { Language } from '../shared/language.ts';
import type { Settings } from '../shared/settings.ts';
import { confirmAgain } from './desktop/dialogs.ts';
import type { ExportDesk } from './export-desk.ts';
import type { OwnHistory } from './lookup.ts';

export interface ExportWishesDeps {
  readonly desk: Pick<ExportDesk, 'run' | 'isRunning'>;
  /** Throws a `ProblemError` where nobody is signed in. */
  readonly own: () => OwnHistory;
  readonly settings: () => Pick<Settings, 'scope' | 'exportOptions'>;
  readonly language: () => Language;
  readonly dialog: Pick<Dialog, 'showMessageBox'>;
  /** Shows how far the export under way is. */
  readonly showWindow: () => void;
  readonly report: (message: string, error?: unknown) => void;
}

/** Exports that are wished for without a window. How they end the desk tells. */
export interface ExportWishes {
  /** The sessions of today, of whomever Today shows, as it exports them. */
  today(): Promise<void>;
  /** What the newest export was asked for, of the sessions there are now and of the period as it is now. */
  repeat(): Promise<void>;
  /** Whether there is an export to repeat. */
  canRepeat(): Promise<boolean>;
}

export function createExportWishes(deps: ExportWishesDeps): ExportWishes {
  async function lastRequest(): Promise<ExportRequest | null> {
    const { exports } = deps.own().history;
    const newest = (await exports.list())[0];
    return newest ? exports.requestOf(newest.id) : null;
  }

  async function run(request: ExportRequest): Promise<void> {
    if (deps.desk.isRunning()) return deps.showWindow();
    const attempt = (again: boolean): Promise<ExportEnd> =>
      deps.desk.run({ ...request, askWhere: false, again });
    const end = await attempt(false);
    if (end.kind !== 'before') return;
    if (await confirmAgain(deps.dialog, end.outlook, deps.language())) await attempt(true);
  }

  async function quietly(wish: () => Promise<void>): Promise<void> {
    try {
      await wish();
    } catch (error) {
      deps.report('An export that was wished for failed.', error);
    }
  }

  return {
    today: () =>
      quietly(async () => {
        const { scope, exportOptions } = deps.settings();
        const options = exportOptions ?? firstOptions(deps.language());
        await run({ query: todayQuery(scope), options, label: null });
      }),
    repeat: () =>
      quietly(async () => {
        const request = await lastRequest();
        if (request) await run(request);
      }),
    canRepeat: () =>
      lastRequest().then(
        (request) => request !== null,
        () => false,
      ),
  };
}
