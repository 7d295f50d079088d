import { resolve } from 'node:path';
import * as v from 'valibot';
import { fileFormats } from '../../shared/exports/format.ts';
import { languageSchema, type Language } from '../../shared/language.ts';
import { longestText } from '../../shared/history/query.ts';

/** An export that the command line asked for, without a window. */
export const exportJobSchema = v.object({
  /** A saved view's name, or a search as it is typed into History. */
  wanted: v.pipe(v.string(), v.trim(), v.nonEmpty(), v.maxLength(longestText)),
  /** Null leaves it to the profile. */
  format: v.nullable(v.picklist(fileFormats)),
  /** The name of a saved way to export. */
  profile: v.nullable(v.pipe(v.string(), v.maxLength(1000))),
  /** The file's whole path. */
  out: v.pipe(v.string(), v.nonEmpty()),
  /** Replaces a file of that name. */
  overwrite: v.boolean(),
  /** Also sessions that an earlier export holds. */
  again: v.boolean(),
  /** Only sessions that no earlier export holds. */
  notExported: v.boolean(),
  /** Asks the server first. */
  sync: v.boolean(),
  /** Of what is said, and of the file where no profile says another; null leaves it to the settings. */
  language: v.nullable(languageSchema),
});
export type ExportJob = v.InferOutput<typeof exportJobSchema>;

export const exportValues = ['export', 'format', 'profile', 'out'] as const;
export const exportFlags = ['overwrite', 'again', 'not-exported', 'sync'] as const;

/**
 * Reads what belongs to an export off a command line.
 *
 * @param folder what a relative path is relative to
 * @returns null where none is asked for; a text says what is wrong, in one line
 */
export function parseExport(
  values: ReadonlyMap<string, string>,
  flags: ReadonlySet<string>,
  language: Language | null,
  folder: string,
): ExportJob | string | null {
  const wanted = values.get('export');
  if (wanted === undefined) {
    const stray = [...exportValues, ...exportFlags].find(
      (name) => values.has(name) || flags.has(name),
    );
    return stray === undefined ? null : `--${stray} goes with --export="VIEW OR SEARCH"`;
  }
  const typed = values.get('format');
  const profile = values.get('profile') ?? null;
  const out = values.get('out');
  const format = fileFormats.find((each) => each === typed) ?? null;
  if (typed === undefined ? profile === null : format === null)
    return `--export needs a --format: ${fileFormats.join(', ')}`;
  if (out === undefined) return '--export needs a file: --out=FILE';
  // A file and its entry in the ledger appear together or not at all, which a pipe cannot promise.
  if (out === '-') return '--out needs a file; standard output is none';
  const job = v.safeParse(exportJobSchema, {
    wanted,
    format,
    profile,
    out: resolve(folder, out),
    overwrite: flags.has('overwrite'),
    again: flags.has('again'),
    notExported: flags.has('not-exported'),
    sync: flags.has('sync'),
    language,
  });
  return job.success ? job.output : '--export needs the name of a view or a search';
}
