import { stat } from 'node:fs/promises';
import { dirname, join, parse } from 'node:path';
import type { Dialog } from 'electron';
import type { Language } from '../../shared/language.ts';
import { fill, textsOf } from './texts/index.ts';

export interface WantedPlace {
  /** Proposed, without its ending; safe on every system. */
  readonly name: string;
  /** Without a dot. */
  readonly extension: string;
  /** Where the last export went; null before the first. */
  readonly folder: string | null;
  /** Ask also where there is a folder. */
  readonly ask: boolean;
  readonly language: Language;
}

/**
 * Finds the place for a file: in the known folder without a question, unless a file of the name is there or the
 * folder is not. Nothing is overwritten that the person did not say so about.
 *
 * @returns the whole path; null where it was called off
 */
export async function placeForExport(
  dialog: Pick<Dialog, 'showSaveDialog' | 'showMessageBox'>,
  { name, extension, folder, ask, language }: WantedPlace,
): Promise<string | null> {
  const file = `${name}.${extension}`;
  if (ask || folder === null || !(await isThere(folder))) {
    const { canceled, filePath } = await dialog.showSaveDialog({
      defaultPath: folder === null ? file : join(folder, file),
      filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
    });
    return canceled || !filePath ? null : filePath;
  }
  const path = join(folder, file);
  if (!(await isThere(path))) return path;
  const texts = textsOf(language);
  const { response } = await dialog.showMessageBox({
    type: 'question',
    message: fill(texts.exportExists, { file }),
    detail: fill(texts.exportExistsDetail, { folder }),
    buttons: [texts.exportKeepBoth, texts.exportReplace, texts.cancel],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  });
  if (response === 0) return freePath(path);
  return response === 1 ? path : null;
}

/**
 * Finds the place for a folder of files, in the known folder without a question. What is there stays: the new folder
 * gets a number behind its name.
 *
 * @returns the whole path; null where it was called off
 */
export async function folderForExport(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  { name, folder, ask, language }: Omit<WantedPlace, 'extension'>,
): Promise<string | null> {
  const known = !ask && folder !== null && (await isThere(folder)) ? folder : null;
  const parent = known ?? (await askForFolder(dialog, folder, textsOf(language).exportFolder));
  if (parent === null) return null;
  const path = join(parent, name);
  return (await isThere(path)) ? freePath(path) : path;
}

async function askForFolder(
  dialog: Pick<Dialog, 'showOpenDialog'>,
  folder: string | null,
  title: string,
): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog({
    title,
    ...(folder === null ? {} : { defaultPath: folder }),
    properties: ['openDirectory', 'createDirectory'],
  });
  return canceled ? null : (filePaths[0] ?? null);
}

/** `name (2).csv`, or the first number that no file has. */
async function freePath(path: string): Promise<string> {
  const { name, ext } = parse(path);
  for (let number = 2; ; number += 1) {
    const other = join(dirname(path), `${name} (${number})${ext}`);
    if (!(await isThere(other))) return other;
  }
}

async function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
