import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';

/** Where LibreOffice is; null where it is not. */
export function findLibreOffice(): string | null {
  const places = [
    ...(process.env['PATH'] ?? '').split(':').map((folder) => join(folder, 'soffice')),
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  ];
  return places.find((place) => existsSync(place)) ?? null;
}

export interface Conversion {
  readonly files: readonly string[];
  /** Where the workbooks go; it has to differ from where the files are. */
  readonly folder: string;
  /** How they are to be read, where the name of a file does not say it: `Name:options`. */
  readonly filter?: string;
  /** Where LibreOffice keeps what it knows of its user; one at a time. */
  readonly profile: string;
}

/**
 * Opens files as a person would and saves them as workbooks.
 *
 * @returns the workbooks' paths, in the order of the files
 */
export async function toWorkbooks(conversion: Conversion): Promise<readonly string[]> {
  const { files, folder, filter, profile } = conversion;
  const program = findLibreOffice();
  if (program === null) throw new Error('LibreOffice is not installed');
  await promisify(execFile)(
    program,
    [
      '--headless',
      '--norestore',
      `-env:UserInstallation=file://${profile}`,
      ...(filter === undefined ? [] : [`--infilter=${filter}`]),
      ...['--convert-to', 'xlsx', '--outdir', folder],
      ...files,
    ],
    { env: { ...process.env, LC_ALL: 'C.UTF-8' }, timeout: 120_000 },
  );
  return files.map((file) => join(folder, basename(file).replace(/\.\w+$/, '.xlsx')));
}
