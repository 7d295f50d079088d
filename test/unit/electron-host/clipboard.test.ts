import { expect, test } from 'vitest';
import { ClipboardItem, createClipboard } from '../../electron-host/api/clipboard.ts';

const textOf = async (type: string, clipboard: ReturnType<typeof createClipboard>) => {
  const [item] = await clipboard.read();
  return item && (await (await item.getType<'text/html'>(type as 'text/html')).text());
};

test('keeps what was written in each of its types, until something else is written', async () => {
  const clipboard = createClipboard();
  expect(await clipboard.read()).toEqual([]);
  expect(await clipboard.readText()).toBe('');
  await clipboard.write([new ClipboardItem({ 'text/plain': 'a', 'text/html': '<b>a</b>' })]);
  expect(await clipboard.readText()).toBe('a');
  expect(await textOf('text/html', clipboard)).toBe('<b>a</b>');
  expect(await clipboard.has('text/html')).toBe(true);
  await clipboard.writeText('b');
  expect(await clipboard.readText()).toBe('b');
  expect(await clipboard.has('text/html')).toBe(false);
  await expect(textOf('text/html', clipboard)).rejects.toThrow('not found');
  clipboard.clear();
  expect(await clipboard.has('text/plain')).toBe(false);
});

test('takes items alone, and what fails leaves what was there', async () => {
  const clipboard = createClipboard();
  await clipboard.writeText('a');
  expect(() => new ClipboardItem({})).toThrow('Empty dictionary');
  const old = { text: 'x', html: 'y' } as unknown as Electron.ClipboardItem[];
  await expect(clipboard.write([old] as unknown as Electron.ClipboardItem[])).rejects.toThrow();
  const failing = new ClipboardItem({ 'text/html': Promise.reject(new Error('no')) });
  await expect(clipboard.write([failing])).rejects.toThrow('no');
  expect(await clipboard.readText()).toBe('a');
});
