import type { CustomScheme, Privileges } from 'electron';
import { NotImplementedError } from './strict.ts';

const address = /^([a-z][a-z0-9+.-]*):\/\/([^/?#]*)([\s\S]*)$/i;
const standIn = /^https:\/\/([^/?#]+)\.([a-z][a-z0-9+-]*)\.invalid(?=[/?#]|$)/i;

/**
 * Plain Chromium knows no schemes but its own. `app://host/…` becomes `https://host.app.invalid/…`
 * there, a secure origin that no name server knows, and is turned back wherever the app can see it.
 */
export class Schemes {
  private readonly privileged = new Map<string, Privileges>();

  register(schemes: readonly CustomScheme[]): void {
    for (const { scheme, privileges = {} } of schemes) {
      if (!privileges.standard || !privileges.secure) {
        throw new NotImplementedError(`the scheme "${scheme}" without standard and secure`);
      }
      if (privileges.bypassCSP) throw new NotImplementedError(`bypassCSP of "${scheme}"`);
      this.privileged.set(scheme.toLowerCase(), privileges);
    }
  }

  get names(): string[] {
    return [...this.privileged.keys()];
  }

  has(scheme: string): boolean {
    return this.privileged.has(scheme.toLowerCase());
  }

  /** The address as Chromium gets it. */
  toPage(url: string): string {
    const match = address.exec(url);
    const [, scheme = '', host = '', rest = ''] = match ?? [];
    if (match === null || !this.has(scheme)) return url;
    return `https://${host}.${scheme.toLowerCase()}.invalid${rest}`;
  }

  /** The address as the app knows it. */
  fromPage(url: string): string {
    return url.replace(standIn, (whole, host: string, scheme: string) =>
      this.has(scheme) ? `${scheme}://${host}` : whole,
    );
  }

  /** What to intercept for a scheme. */
  patternOf(scheme: string): string {
    return `https://*.${scheme}.invalid/*`;
  }

  /** A policy's sources, which name the app's schemes, in Chromium's terms. */
  policyToPage(policy: string): string {
    return this.names.reduce((text, scheme) => {
      const sources = new RegExp(`(?<=[\\s;]|^)${scheme}:(?://([^\\s;/]+))?`, 'gi');
      return text.replace(sources, (_whole, host?: string) =>
        host === undefined ? `https://*.${scheme}.invalid` : `https://${host}.${scheme}.invalid`,
      );
    }, policy);
  }
}

/** The origin of an address, for custom schemes too, which Node gives none. */
export function originOf(url: string): string {
  if (!URL.canParse(url)) return 'null';
  const { origin, protocol, host } = new URL(url);
  if (origin !== 'null') return origin;
  return host === '' ? (protocol === 'file:' ? 'file://' : 'null') : `${protocol}//${host}`;
}
