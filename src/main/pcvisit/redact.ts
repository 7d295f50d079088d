const jwtShaped = /\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/g;

/** Shorter ones are no secrets, and taking them out would garble every text. */
const shortestSecret = 4;

/**
 * Takes every secret out of a text, also as JSON and URLs would write it, and whatever looks like
 * a JWT. Server comments pass through here before they are logged or shown: a server may quote
 * what it was sent.
 */
export function redact(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < shortestSecret) continue;
    const forms = new Set([secret, JSON.stringify(secret).slice(1, -1), encode(secret)]);
    for (const form of forms) clean = clean.replaceAll(form, '[redacted]');
  }
  return clean.replaceAll(jwtShaped, '[redacted]');
}

function encode(secret: string): string {
  return encodeURIComponent(secret.toWellFormed());
}
