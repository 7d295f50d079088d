import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Dialog, Shell } from 'electron';
import type { ExportEnd } from '../shared/bridge/export-calls.ts';
import { exportFileName } from '../shared/exports/file-name.ts';
import type { ExportProgress } from '../shared/exports/record.ts';
import type { ExportRequest } from '../shared/exports/request.ts';
import type { HistoryQuery } from '../shared/history/query.ts';
import { extensionOf } from '../shared/exports/format.ts';
import { problemOf, ProblemError, type Outcome } from '../shared/problem.ts';
import type { Language } from '../shared/language.ts';
import type { Settings } from '../shared/settings.ts';
import { dayOf } from '../shared/time.ts';
import type { ExportsDeps } from './bridge/exports.ts';
import { folderForExport, placeForExport } from './desktop/export-place.ts';
import { createClipboardTarget, runExport, writers, type TableParts } from './exports/index.ts';
import type { Question } from './history/search/types.ts';
import type { OwnHistory } from './lookup.ts';
import type { ServerExports } from './server-exports.ts';
import { endOf, type Undertaking } from './undertaking.ts';

export interface ExportDeskDeps {
  /** Throws a `ProblemError` where nobody is signed in. */
  readonly own: () => OwnHistory;
  /** UTC ms. */
  readonly clock: () => number;
  /** IANA name of the zone that days begin in. */
  readonly zone: () => string;
  readonly language: () => Language;
  readonly settings: { change(changes: Pick<Settings, 'exportOptions'>): unknown };
  /** Where the last export went; null before the first. */
  readonly folder: { read(): string | null; write(folder: string): void };
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox'>;
  readonly shell: Pick<Shell, 'openPath' | 'showItemInFolder'>;
  /** Puts a table onto the clipboard, in the place of what is there. */
  readonly copyTable: (parts: TableParts) => Promise<void>;
  /** Prepares one PDF for each client of what a question finds. */
  readonly serviceRecords: (question: Question, request: ExportRequest) => Promise<Undertaking>;
  readonly server: ServerExports;
  readonly onProgress: (progress: ExportProgress) => void;
  /** One that was begun ended; one that only asked back was not begun. */
  readonly onEnd: (end: Outcome<ExportEnd>) => void;
  /** Sessions were exported. */
  readonly onExported: () => void;
}

/** Between two words about how far an export has come, ms. */
const rhythm = 100;

export interface ExportDesk extends ExportsDeps {
  isRunning(): boolean;
}

/** What windows ask about exports. There is one at a time. */
export function createExportDesk(deps: ExportDeskDeps): ExportDesk {
  let running: AbortController | null = null;

  async function pathOf(id: number): Promise<string | null> {
    const records = await deps.own().history.exports.list();
    const path = records.find((record) => record.id === id)?.path;
    if (path === undefined)
      throw new ProblemError({ code: 'invalid-request' }, { message: 'no such export' });
    return stat(path).then(
      () => path,
      () => null,
    );
  }

  const questionOf = (query: HistoryQuery, { ownEmail, ownUserId }: OwnHistory): Question => ({
    query,
    now: deps.clock(),
    zone: deps.zone(),
    ownEmail,
    ownUserId,
  });

  async function attempt(
    { askWhere, again, ...request }: Parameters<ExportsDeps['run']>[0],
    own: OwnHistory,
    signal: AbortSignal,
  ): Promise<ExportEnd> {
    const { history } = own;
    const question = questionOf(request.query, own);
    if (!again) {
      const outlook = await history.exports.outlook(question);
      if (outlook.exportedBefore > 0) return { kind: 'before', outlook };
    }
    const undertaking = await prepare(question, request);
    const path = await placeFor(undertaking, askWhere);
    if (path === null) return { kind: 'cancelled' };
    if (undertaking.makes !== 'nothing') deps.folder.write(dirname(path));
    // What the server writes says nothing about how files are written here.
    if (!request.server) deps.settings.change({ exportOptions: request.options });
    const began = deps.clock();
    let told = -Infinity;
    const records = await undertaking.run(path, {
      signal,
      onProgress(progress) {
        const at = deps.clock();
        if (at - told < rhythm) return;
        told = at;
        deps.onProgress({ ...progress, elapsedMs: at - began });
      },
    });
    if (records === null) return { kind: 'cancelled' };
    deps.onExported();
    return endOf(undertaking, records);
  }

  /** What takes more than rows is prepared by whoever knows; everything else is one file. */
  async function prepare(question: Question, request: ExportRequest): Promise<Undertaking> {
    if (request.server) return deps.server.prepare(question, request, request.server);
    const { format } = request.options;
    if (format === 'service-record') return deps.serviceRecords(question, request);
    const { history } = deps.own();
    const writer = writers[format];
    const toClipboard = format === 'clipboard';
    const today = dayOf(question.now, question.zone);
    return {
      ...(format === 'clipboard'
        ? { makes: 'nothing', extension: '' }
        : { makes: 'file', extension: extensionOf[format] }),
      name: exportFileName(request.query.filter.period, request.label, today),
      async run(path, hooks) {
        const record = await runExport(question, request, path, {
          ...hooks,
          history: history.exports,
          writer,
          ...(toClipboard && { targetAt: () => createClipboardTarget(deps.copyTable) }),
        });
        return record && [record];
      },
    };
  }

  async function placeFor(
    { name, makes, extension }: Undertaking,
    ask: boolean,
  ): Promise<string | null> {
    if (makes === 'nothing') return '';
    const wanted = { name, folder: deps.folder.read(), ask, language: deps.language() };
    if (makes === 'folder') return folderForExport(deps.dialog, wanted);
    return placeForExport(deps.dialog, { ...wanted, extension });
  }

  return {
    async prospect(query) {
      const own = deps.own();
      const outlook = await own.history.exports.outlook(questionOf(query, own));
      return { outlook, folder: deps.folder.read() };
    },
    async serverProspect(query) {
      return deps.server.prospect(questionOf(query, deps.own()));
    },
    async run(request) {
      if (running)
        throw new ProblemError({ code: 'invalid-request' }, { message: 'one at a time' });
      const own = deps.own();
      running = new AbortController();
      try {
        const end = await attempt(request, own, running.signal);
        if (end.kind !== 'before') deps.onEnd({ ok: true, value: end });
        return end;
      } catch (error) {
        deps.onEnd({ ok: false, problem: problemOf(error) });
        throw error;
      } finally {
        running = null;
      }
    },
    isRunning: () => running !== null,
    cancel() {
      running?.abort();
      return running !== null;
    },
    async open(id) {
      const path = await pathOf(id);
      return path !== null && (await deps.shell.openPath(path)) === '';
    },
    async reveal(id) {
      const path = await pathOf(id);
      if (path !== null) deps.shell.showItemInFolder(path);
      return path !== null;
    },
  };
}
