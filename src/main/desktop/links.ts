/** Addresses beyond this are refused; Windows would cut them at 2,081 characters. */
const longest = 2048;

/** The few headers of a `mailto:` that only prefill a message: `attach` is none of them. */
const mailHeaders: ReadonlySet<string> = new Set(['subject', 'body', 'cc']);

/** One address; what is escaped in it are letters beyond ASCII, never a comma or the end of a line. */
const mailAddress =
  /^(?:[^\s@,;%?]|%[89A-F][0-9A-F]){1,64}@(?:[^\s@,;%?]|%[89A-F][0-9A-F]){1,255}$/i;

/**
 * The address to hand to the system for a link, or null for one that is not opened. Only web pages
 * over https, mail addresses and telephone numbers go out; what the system is given is the parsed
 * form, never the text that came in.
 */
export function outwardAddress(text: string): string | null {
  if (text.length > longest || !URL.canParse(text)) return null;
  const url = new URL(text);
  if (url.href.length > longest) return null;
  switch (url.protocol) {
    case 'https:':
      return url.username || url.password ? null : url.href;
    case 'mailto:':
      return isMail(url) ? url.href : null;
    case 'tel:':
      return /^\+?[0-9][0-9().-]{1,30}$/.test(url.pathname) && !url.search && !url.hash
        ? url.href
        : null;
    default:
      return null;
  }
}

function isMail(url: URL): boolean {
  const headers = [...url.searchParams.keys()];
  return (
    mailAddress.test(url.pathname) &&
    !url.hash &&
    headers.every((header) => mailHeaders.has(header.toLowerCase()))
  );
}

/**
 * Opens links in the programs the system has for them.
 *
 * @param openExternal Electron's `shell.openExternal`
 * @returns whether the link was of a kind that may be opened, and was
 */
export function createLinkOpener(
  openExternal: (url: string) => Promise<void>,
): (text: string) => Promise<boolean> {
  return async (text) => {
    const address = outwardAddress(text);
    if (address === null) return false;
    try {
      await openExternal(address);
      return true;
    } catch {
      // The system has no program for it. The page says so; there is nothing else to do.
      return false;
    }
  };
}
