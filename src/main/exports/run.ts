import type { ExportProgress, ExportRecord } from '../../shared/exports/record.ts';
import type { ExportRequest } from '../../shared/exports/request.ts';
import type { ExportRow } from '../../shared/exports/row.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Question } from '../history/search/types.ts';
import type { HistoryExports } from '../history/types.ts';
import { createTarget, type Target } from './target.ts';
import type { Writer } from './writers/writer.ts';

interface CommonDeps {
  readonly history: HistoryExports;
  /** Tells how far it has come, after each slice of rows. */
  readonly onProgress: (progress: Omit<ExportProgress, 'elapsedMs'>) => void;
  readonly signal: AbortSignal;
}

export interface RunDeps extends CommonDeps {
  readonly writer: Writer;
  readonly targetAt?: (path: string) => Target;
}

/** One file of an export. */
export interface FileWish {
  readonly question: Question;
  readonly request: ExportRequest;
  readonly target: Target;
  /** @param number the file's in the ledger */
  readonly writer: (number: number) => Writer;
}

export interface RunAllDeps extends CommonDeps {
  /** Rows there will be in all files, as far as is known. */
  readonly total: number;
  /** Gives the files their names, once all of them are whole. */
  readonly commit: () => Promise<void>;
  /** Removes what the files' own targets leave. */
  readonly discard?: () => Promise<void>;
}

/** Rows asked for at once: some milliseconds' worth of work for whoever writes them. */
const sliceSize = 250;

/**
 * Writes what a question finds to a file. The file and its entry in the ledger appear together or not at all: the
 * entry is sealed with the file's hash before the file takes its name, and finished after.
 *
 * @returns null where it was called off. Throws ProblemError: `disk-full` or `file-not-written` with the path,
 * `sessions-removed` where a purge overtook it, or whatever the history or the writer fails with. Nothing is left of
 * it then, and a file that had the name before is as it was.
 */
export async function runExport(
  question: Question,
  request: ExportRequest,
  path: string,
  deps: RunDeps,
): Promise<ExportRecord | null> {
  const target = (deps.targetAt ?? createTarget)(path);
  const wish = { question, request, target, writer: () => deps.writer };
  const records = await runExports([wish], { ...deps, total: 0, commit: () => target.commit() });
  return records?.[0] ?? null;
}

/** As {@link runExport}, of several files that appear together or not at all. */
export async function runExports(
  wishes: readonly FileWish[],
  deps: RunAllDeps,
): Promise<readonly ExportRecord[] | null> {
  const { history, signal } = deps;
  const begun: number[] = [];
  let before = 0;
  try {
    for (const wish of wishes) {
      const { path, part } = wish.target;
      const { id, rows } = await history.begin(wish.question, {
        request: wish.request,
        path,
        part,
      });
      begun.push(id);
      await write(wish, { id, rows, before }, deps);
      before += rows;
    }
    await deps.commit();
  } catch (error) {
    for (const { target } of wishes) await target.discard();
    await deps.discard?.();
    for (const id of begun) await history.drop(id);
    if (signal.aborted) return null;
    throw error;
  }
  for (const id of begun) await history.finish(id);
  const finished = new Map((await history.list()).map((record) => [record.id, record]));
  return begun.map((id) => {
    const record = finished.get(id);
    if (record) return record;
    throw new ProblemError({ code: 'unexpected' }, { message: 'a finished export is not listed' });
  });
}

interface Begun {
  readonly id: number;
  readonly rows: number;
  /** Rows of the files before it. */
  readonly before: number;
}

async function write(
  { question, request, target, writer }: FileWish,
  begun: Begun,
  deps: RunAllDeps,
): Promise<void> {
  await target.open();
  const { columns, language } = request.options;
  const sheet = { rows: slices(begun, deps), total: begun.rows, columns, language };
  for await (const bytes of writer(begun.id)({ ...sheet, zone: question.zone }))
    await target.write(bytes);
  const seal = await target.seal();
  deps.signal.throwIfAborted();
  await deps.history.seal(begun.id, seal);
}

async function* slices(
  { id, rows: own, before }: Begun,
  { history, onProgress, signal, total }: RunAllDeps,
): AsyncIterable<readonly ExportRow[]> {
  let rows = before;
  for (;;) {
    signal.throwIfAborted();
    const slice = await history.rows(id, sliceSize);
    if (slice === null)
      throw new ProblemError({ code: 'sessions-removed' }, { message: 'purged meanwhile' });
    if (slice.length === 0) return;
    rows += slice.length;
    yield slice;
    onProgress({ rows, total: Math.max(total, before + own) });
  }
}
