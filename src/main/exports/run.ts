import type { ExportProgress, ExportRecord } from '../../shared/exports/record.ts';
import type { ExportRequest } from '../../shared/exports/request.ts';
import type { ExportRow } from '../../shared/exports/row.ts';
import { ProblemError } from '../../shared/problem.ts';
import type { Question } from '../history/search/types.ts';
import type { HistoryExports } from '../history/types.ts';
import { createTarget, type Target } from './target.ts';
import type { Writer } from './writers/writer.ts';

export interface RunDeps {
  readonly history: HistoryExports;
  readonly writer: Writer;
  /** Tells how far it has come, after each slice of rows. */
  readonly onProgress: (progress: Omit<ExportProgress, 'elapsedMs'>) => void;
  readonly signal: AbortSignal;
  readonly targetAt?: (path: string) => Target;
}

/** Rows asked for at once: some milliseconds' worth of work for whoever writes them. */
const sliceSize = 250;

/**
 * Writes what a question finds to a file. The file and its entry in the ledger appear together or not at all: the
 * entry is sealed with the file's hash before the file takes its name, and finished after.
 *
 * @returns null where it was called off. Throws ProblemError: `disk-full` or `file-not-written` with the path,
 * `sessions-removed` where a purge overtook it, or whatever the history fails with. Nothing is left of it then, and a
 * file that had the name before is as it was.
 */
export async function runExport(
  question: Question,
  request: ExportRequest,
  path: string,
  deps: RunDeps,
): Promise<ExportRecord | null> {
  const { history, signal } = deps;
  const target = (deps.targetAt ?? createTarget)(path);
  const { id, rows: total } = await history.begin(question, {
    request,
    path,
    part: target.part,
  });
  try {
    await target.open();
    const { columns, language } = request.options;
    const rows = slices(id, total, deps);
    for await (const bytes of deps.writer({ rows, total, columns, language, zone: question.zone }))
      await target.write(bytes);
    const seal = await target.seal();
    signal.throwIfAborted();
    await history.seal(id, seal);
    await target.commit();
  } catch (error) {
    await target.discard();
    await history.drop(id);
    if (signal.aborted) return null;
    throw error;
  }
  await history.finish(id);
  const finished = (await history.list()).find((each) => each.id === id);
  if (finished) return finished;
  throw new ProblemError({ code: 'unexpected' }, { message: 'a finished export is not listed' });
}

async function* slices(
  id: number,
  total: number,
  { history, onProgress, signal }: RunDeps,
): AsyncIterable<readonly ExportRow[]> {
  let rows = 0;
  for (;;) {
    signal.throwIfAborted();
    const slice = await history.rows(id, sliceSize);
    if (slice === null)
      throw new ProblemError({ code: 'sessions-removed' }, { message: 'purged meanwhile' });
    if (slice.length === 0) return;
    rows += slice.length;
    yield slice;
    onProgress({ rows, total });
  }
}
