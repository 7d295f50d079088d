/** Where the renderer's files are served from: our own scheme, so that the page has an origin. */
export const appScheme = 'app';
export const appHost = 'tagwerk';
export const appUrl = `${appScheme}://${appHost}/`;

/** Whether an address lies within our own origin. Node gives custom schemes no `origin`. */
export function isAppUrl(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  return protocol === `${appScheme}:` && host === appHost && !username && !password;
}
