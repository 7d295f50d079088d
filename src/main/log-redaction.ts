/** What stands in a line where a secret stood. */
export const redacted = '[secret]';

/** Shorter ones would garble every line and protect nothing. */
const shortestSecret = 4;

const jwtShaped = /\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/g;

export interface Redaction {
  /** From now on the secret is taken out of every text, also as JSON, URLs and base64 write it. */
  protect(secret: string): void;
  clean(text: string): string;
}

/**
 * The last defence against a secret that came where it does not belong. Nothing relies on it: no
 * part of the program hands a secret to the log knowingly.
 */
export function createRedaction(): Redaction {
  const forms = new Set<string>();
  let longestFirst: readonly string[] = [];
  return {
    protect(secret) {
      if (secret.length < shortestSecret) return;
      for (const form of formsOf(secret)) forms.add(form);
      // A secret that holds another must go first, or its rest would stay.
      longestFirst = [...forms].sort((a, b) => b.length - a.length);
    },
    clean(text) {
      let clean = text;
      for (const form of longestFirst) clean = clean.replaceAll(form, redacted);
      return clean.replaceAll(jwtShaped, redacted);
    },
  };
}

function formsOf(secret: string): readonly string[] {
  const bytes = Buffer.from(secret, 'utf8');
  return [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret.toWellFormed()),
    bytes.toString('base64').replace(/=+$/, ''),
    bytes.toString('base64url'),
  ];
}
