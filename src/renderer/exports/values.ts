import type { ExportEntry } from '../../shared/exports/entry.ts';
import type { SessionExport } from '../../shared/exports/session-export.ts';
import { humanise } from '../../shared/humanise.ts';
import type { Words } from '../composables/use-words.ts';
import type { MessageKey } from '../i18n.ts';
import { formatNames } from './format-names.ts';

/** What a session is billed by: as it was exported, or as it is now. Durations ms, null where it runs. */
export type Billed = Pick<SessionExport, 'measuredMs' | 'customMs' | 'billableMs' | 'clientName'>;

/** A value that an export has otherwise, in words. */
export interface ValueChange {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

const durations = [
  ['measuredMs', 'details.measured'],
  ['customMs', 'details.custom'],
  ['billableMs', 'details.billable'],
] as const satisfies readonly (readonly [keyof Billed, MessageKey])[];

/** What differs, the client first. */
export function valueChanges(
  then: Billed,
  now: Billed,
  t: Words['t'],
  duration: (ms: number) => string,
): readonly ValueChange[] {
  const told = (ms: number | null): string => (ms === null ? t('details.nothing') : duration(ms));
  const changes = durations.flatMap(([of, name]) =>
    then[of] === now[of] ? [] : { name: t(name), before: told(then[of]), after: told(now[of]) },
  );
  if (then.clientName === now.clientName) return changes;
  const client = (name: string | null): string => name ?? t('session.noClient');
  const [before, after] = [client(then.clientName), client(now.clientName)];
  return [{ name: t('details.client'), before, after }, ...changes];
}

/** What an export is called: its file, or the clipboard, which has none. */
export function exportNameOf(path: string, t: Words['t']): string {
  return path === '' ? t('exports.format.clipboard') : fileNameOf(path);
}

/** What the format of an export is called; one of the server's own by its id. */
export function exportFormatOf(
  { format, server }: Pick<ExportEntry, 'format' | 'server'>,
  t: Words['t'],
): string {
  if (server !== undefined) return t('ledger.byServer', { format: humanise(server) });
  return t(formatNames[format].name);
}

/** A file's name without the folders it lies in, of whatever system the path is. */
function fileNameOf(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

/** The folder a file lies in; empty where a path names none. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.length - fileNameOf(path).length - 1));
}
