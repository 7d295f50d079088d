import { describe, expect, it, vi } from 'vitest';
import { createLinkOpener, outwardAddress } from '../../../../src/main/desktop/links.ts';

describe('outwardAddress', () => {
  it.each([
    ['https://example.de/comments?id=1#c', 'https://example.de/comments?id=1#c'],
    ['HTTPS://EXAMPLE.de', 'https://example.de/'],
    ['  https://example.de/ ', 'https://example.de/'],
    ['mailto:info@example.de', 'mailto:info@example.de'],
    ['mailto:info@example.de?subject=Rechnung%201', 'mailto:info@example.de?subject=Rechnung%201'],
    ['tel:+493518925590', 'tel:+493518925590'],
    ['tel:0351-892.55(90)', 'tel:0351-892.55(90)'],
  ])('lets %s out', (text, address) => {
    expect(outwardAddress(text)).toBe(address);
  });

  it.each([
    ['plain http', 'http://example.de/'],
    ['a script', 'javascript:alert(1)'],
    ['a script with a newline in its scheme', 'java\nscript:alert(1)'],
    ['a file', 'file:///etc/passwd'],
    ['a share', 'file://server/share/x.exe'],
    ['a Windows path', 'C:\\Windows\\System32\\calc.exe'],
    ['a share by its name', '\\\\server\\share'],
    ['a program of the system', 'ms-msdt:/id PCWDiagnostic'],
    ['a search', 'search-ms:query=x'],
    ['our own page', 'app://tagwerk/'],
    ['data', 'data:text/html,<script>1</script>'],
    ['a blob', 'blob:https://example.de/1'],
    ['credentials', 'https://user:secret@example.de/'],
    ['a user name', 'https://user@example.de/'],
    ['an attachment', 'mailto:a@example.de?attach=/etc/passwd'],
    ['several receivers', 'mailto:a@example.de,b@example.de'],
    ['hidden receivers', 'mailto:a@example.de?bcc=b@example.de'],
    ['several receivers in disguise', 'mailto:a@example.de%2Cb@example.de'],
    ['headers in disguise', 'mailto:a@example.de%0D%0ABcc:b@example.de'],
    ['a mail to nobody', 'mailto:'],
    ['a code for the telephone', 'tel:*21*01234%23'],
    ['a number with more behind it', 'tel:0351?x=1'],
    ['nothing', ''],
    ['no address', 'example.de'],
    ['an endless address', `https://example.de/${'a'.repeat(2100)}`],
    ['one that grows beyond the bound', `https://example.de/${'ä'.repeat(500)}`],
  ])('keeps %s in', (_what, text) => {
    expect(outwardAddress(text)).toBeNull();
  });
});

it('lets out a mail address with letters beyond ASCII', () => {
  expect(outwardAddress('mailto:büro@müller.example')).toBe('mailto:b%C3%BCro@m%C3%BCller.example');
});

describe('createLinkOpener', () => {
  it('hands the parsed address to the system, never the text', async () => {
    const openExternal = vi.fn(() => Promise.resolve());
    expect(await createLinkOpener(openExternal)('https://EXAMPLE.de/\ta')).toBe(true);
    expect(openExternal.mock.calls).toEqual([['https://example.de/a']]);
  });

  it('hands nothing else over', async () => {
    const openExternal = vi.fn(() => Promise.resolve());
    expect(await createLinkOpener(openExternal)('file:///etc/passwd')).toBe(false);
    expect(openExternal).not.toHaveBeenCalled();
  });

  it('says so where the system has no program for it', async () => {
    const open = createLinkOpener(() => Promise.reject(new Error('no application')));
    expect(await open('tel:110')).toBe(false);
  });
});
