import type { ExportRow } from '../../../shared/exports/row.ts';
import { mostIds, type ServerOptions } from '../../../shared/exports/server.ts';
import type { Question } from '../../history/search/types.ts';
import type { ExportFile, Pcvisit } from '../../pcvisit/types.ts';
import type { Writer } from '../writers/writer.ts';
import { byIds, translate } from './translate.ts';

export interface ServerWriterDeps {
  readonly api: Pick<Pcvisit, 'exportFile' | 'capabilities'>;
  /** The file does not lie with the API itself: whether it may be fetched from there. */
  readonly mayFetchFrom: (host: string) => Promise<boolean>;
  /** Calls the whole export off. */
  readonly callOff: () => void;
  readonly signal: AbortSignal;
}

/**
 * The file as the server writes it: its columns are the server's own, whatever is chosen. The rows are those found
 * here: where they are few the server is asked for these very sessions, else by the same question as far as it can be
 * translated. Fails as the API does.
 */
export function serverWriter(
  question: Question,
  { format, comments }: ServerOptions,
  { api, mayFetchFrom, callOff, signal }: ServerWriterDeps,
): Writer {
  async function order(ids: readonly string[] | null): Promise<ExportFile> {
    const { enums } = await api.capabilities();
    const translation = translate(question, enums['SortDirection'] ?? []);
    const { selection } = ids ? byIds(translation, ids) : translation;
    return api.exportFile({ ...selection, format, comments }, signal);
  }
  return async function* ({ rows }) {
    const file = await order(await idsOf(rows));
    if (file.isForeign && !(await mayFetchFrom(file.host))) callOff();
    signal.throwIfAborted();
    yield* file.read(signal);
  };
}

/** @returns the ids of all rows; null where they are more than can be asked for */
async function idsOf(rows: AsyncIterable<readonly ExportRow[]>): Promise<readonly string[] | null> {
  const ids: string[] = [];
  for await (const slice of rows) if (ids.length <= mostIds) ids.push(...slice.map(({ id }) => id));
  return ids.length > mostIds ? null : ids;
}
