const jwtShaped = /\beyJ[\w-]{4,}\.[\w-]+(?:\.[\w-]*)?/g;

/** Shorter ones are no secrets, and taking them out would garble every text. */
const shortestSecret = 4;

/**
 * Takes every secret out of a text, also as JSON, URLs and base64 would write it, and whatever
 * looks like a JWT. Server comments pass through here before they are logged or shown: a server
 * may quote what it was sent.
 */
export function redact(text: string, secrets: readonly string[]): string {
  const forms = secrets.filter(({ length }) => length >= shortestSecret).flatMap(formsOf);
  // One that holds another must go first, or its rest would stay.
  const longestFirst = forms.toSorted((a, b) => b.length - a.length);
  const clean = longestFirst.reduce((rest, form) => rest.replaceAll(form, '[redacted]'), text);
  return clean.replaceAll(jwtShaped, '[redacted]');
}

function formsOf(secret: string): readonly string[] {
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '');
  const json = JSON.stringify(secret).slice(1, -1);
  return [secret, json, encodeURIComponent(secret.toWellFormed()), base64];
}
