/** Anything shorter hammers the server, anything longer strands the technician. */
const shortestWait = 1_000;
export const longestWait = 3_600_000;

/** A machine's clock may be off by as much; beyond it the two clocks cannot be meant to agree. */
const plausibleSkew = 3_600_000;

const httpDate =
  /[A-Z][a-z]{2,8}, \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}/;

/**
 * The instant a `Retry-After` value stands for: seconds from now, or one of the three forms of an
 * HTTP date (RFC 9110, 5.6.7).
 *
 * @param now this machine's clock, UTC ms.
 * @param serverNow the answer's own `Date`, UTC ms: a date is then read on the server's clock.
 * @returns UTC ms on this machine's clock, between a second and an hour from now; undefined where
 * the value is neither form.
 */
export function retryAt(value: string, now: number, serverNow: number | null): number | undefined {
  const wait = waitOf(value, now, serverNow);
  if (wait === null) return undefined;
  return now + Math.min(longestWait, Math.max(shortestWait, wait));
}

/** Finds `Retry-After: …` in a comment, where the API writes it as HTTP would. */
export function retryAfterIn(comment: unknown): string | undefined {
  if (typeof comment !== 'string') return undefined;
  return /retry-after["']?\s*[:=]\s*["'<]?\s*([^"'<>;\r\n]{1,64})/i.exec(
    comment.slice(0, 4096),
  )?.[1];
}

function waitOf(value: string, now: number, serverNow: number | null): number | null {
  const seconds = /^\s*(\d{1,32}(?:\.\d{1,9})?)/.exec(value)?.[1];
  if (seconds !== undefined) return Math.ceil(Number(seconds) * 1000);
  const date = httpDate.exec(value)?.[0];
  if (date === undefined) return null;
  const at = Date.parse(date.endsWith('GMT') ? date : `${date} GMT`);
  if (Number.isNaN(at)) return null;
  const trusted = serverNow !== null && Math.abs(serverNow - now) <= plausibleSkew;
  return at - (trusted ? serverNow : now);
}
