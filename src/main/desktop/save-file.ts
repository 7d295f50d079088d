import { writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Dialog } from 'electron';
import { ProblemError } from '../../shared/problem.ts';

export interface SaveFileDeps {
  readonly dialog: Pick<Dialog, 'showSaveDialog'>;
  readonly write?: (path: string, text: string) => Promise<void>;
}

export interface TextFile {
  /** What to propose as a name; anything can be in it. */
  readonly name: string;
  /** Without a dot. */
  readonly extension: string;
  /** What the kind of file is called in the dialog. */
  readonly kind: string;
  readonly text: string;
}

/**
 * Asks where to, and saves a text there as UTF-8.
 *
 * @returns the file's name; null where it was called off. Throws ProblemError `disk-full`, or `unexpected` with the
 * path where it could not be written.
 */
export function createFileSaver({ dialog, write = writeText }: SaveFileDeps) {
  return async ({ name, extension, kind, text }: TextFile): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath: `${fileName(name)}.${extension}`,
      filters: [{ name: kind, extensions: [extension] }],
    });
    if (canceled || !filePath) return null;
    try {
      await write(filePath, text);
    } catch (cause) {
      const isFull = (cause as NodeJS.ErrnoException).code === 'ENOSPC';
      throw new ProblemError(
        { code: isFull ? 'disk-full' : 'unexpected', path: filePath },
        { cause },
      );
    }
    return basename(filePath);
  };
}

async function writeText(path: string, text: string): Promise<void> {
  await writeFile(path, text, 'utf8');
}

/** Names that Windows keeps for devices. */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/** A name that every system takes, of whatever a stranger calls himself. */
export function fileName(text: string): string {
  const name = text
    .toWellFormed()
    .normalize('NFC')
    .slice(0, 200)
    .replace(/[\p{Cc}\p{Cf}<>:"/\\|?*]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    // Neither hidden nor ended by what Windows takes away.
    .replace(/^[.\s]+|[.\s]+$/g, '')
    .toWellFormed();
  return name === '' || reserved.test(name) ? 'vcard' : name;
}
