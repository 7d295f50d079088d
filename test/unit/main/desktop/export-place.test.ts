import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { placeForExport } from '../../../../src/main/desktop/export-place.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'tagwerk-place-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const wanted = { name: 'Tagwerk_2026-11', extension: 'csv', ask: false, language: 'de' as const };

function dialogThat(answers: { readonly path?: string; readonly response?: number }) {
  const { path, response = 2 } = answers;
  return {
    showSaveDialog: vi.fn(() =>
      Promise.resolve({ canceled: path === undefined, filePath: path ?? '' }),
    ),
    showMessageBox: vi.fn(() => Promise.resolve({ response, checkboxChecked: false })),
  };
}

it('asks the first time, and takes the place that is named', async () => {
  const dialog = dialogThat({ path: '/x/y.csv' });
  expect(await placeForExport(dialog, { ...wanted, folder: null })).toBe('/x/y.csv');
  expect(dialog.showSaveDialog).toHaveBeenCalledWith({
    defaultPath: 'Tagwerk_2026-11.csv',
    filters: [{ name: 'CSV', extensions: ['csv'] }],
  });
});

it('is null where the question was called off', async () => {
  expect(await placeForExport(dialogThat({}), { ...wanted, folder: null })).toBeNull();
});

it('asks nothing where the folder is known and free', async () => {
  const dialog = dialogThat({});
  const path = join(folder, 'Tagwerk_2026-11.csv');
  expect(await placeForExport(dialog, { ...wanted, folder })).toBe(path);
  expect(dialog.showSaveDialog).not.toHaveBeenCalled();
  expect(dialog.showMessageBox).not.toHaveBeenCalled();
});

it('asks again, in that folder, where it is wished for or the folder is gone', async () => {
  const asked = dialogThat({ path: '/x/y.csv' });
  await placeForExport(asked, { ...wanted, folder, ask: true });
  expect(asked.showSaveDialog).toHaveBeenCalledWith(
    expect.objectContaining({ defaultPath: join(folder, 'Tagwerk_2026-11.csv') }),
  );
  const gone = dialogThat({ path: '/x/y.csv' });
  expect(await placeForExport(gone, { ...wanted, folder: join(folder, 'gone') })).toBe('/x/y.csv');
});

it.each([
  [0, 'Tagwerk_2026-11 (3).csv'],
  [1, 'Tagwerk_2026-11.csv'],
  [2, null],
])('where the name is taken, the answer %i leads to %s', async (response, name) => {
  for (const taken of ['Tagwerk_2026-11.csv', 'Tagwerk_2026-11 (2).csv'])
    writeFileSync(join(folder, taken), '');
  const dialog = dialogThat({ response });
  const path = await placeForExport(dialog, { ...wanted, folder });
  expect(path).toBe(name === null ? null : join(folder, name));
  expect(dialog.showMessageBox).toHaveBeenCalledWith(
    expect.objectContaining({ cancelId: 2, message: '„Tagwerk_2026-11.csv“ gibt es schon' }),
  );
});
