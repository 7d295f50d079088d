import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createFileSaver, fileName } from '../../../../src/main/desktop/save-file.ts';

const file = { name: 'Müller: "Söhne"', extension: 'vcf', kind: 'vCard', text: 'Königstraße\r\n' };

const answering = (answer: { canceled: boolean; filePath: string }) => ({
  showSaveDialog: vi.fn(() => Promise.resolve(answer)),
});

describe('saving a file', () => {
  it('asks where to, and writes it there as UTF-8', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tagwerk-save-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    const dialog = answering({ canceled: false, filePath: join(folder, 'Karte.vcf') });
    expect(await createFileSaver({ dialog })(file)).toBe('Karte.vcf');
    expect(dialog.showSaveDialog).toHaveBeenCalledWith({
      defaultPath: 'Müller Söhne.vcf',
      filters: [{ name: 'vCard', extensions: ['vcf'] }],
    });
    expect(readFileSync(join(folder, 'Karte.vcf'), 'utf8')).toBe(file.text);
  });

  it('writes nothing where it is called off', async () => {
    const write = vi.fn(() => Promise.resolve());
    const dialog = answering({ canceled: true, filePath: '' });
    expect(await createFileSaver({ dialog, write })(file)).toBeNull();
    expect(write).not.toHaveBeenCalled();
  });

  it.each([
    ['ENOSPC', 'disk-full'],
    ['EACCES', 'unexpected'],
  ])('tells of %s', async (code, problem) => {
    const write = () => Promise.reject(Object.assign(new Error(code), { code }));
    const dialog = answering({ canceled: false, filePath: '/x/Karte.vcf' });
    await expect(createFileSaver({ dialog, write })(file)).rejects.toMatchObject({
      problem: { code: problem, path: '/x/Karte.vcf' },
    });
  });
});

describe('a proposed name', () => {
  it.each([
    ['../../etc/passwd', 'etc passwd'],
    ['C:\\Windows\\x', 'C Windows x'],
    ['.hidden.', 'hidden'],
    ['CON', 'vcard'],
    ['', 'vcard'],
    ['\u202egnp.exe', 'gnp.exe'],
    ['a\u0000b\nc', 'a b c'],
    ['<script>', 'script'],
    ['Müller & Söhne', 'Müller & Söhne'],
    ['x'.repeat(100_000), 'x'.repeat(80)],
  ])('of %.20s', (text, name) => {
    expect(fileName(text)).toBe(name);
  });
});
