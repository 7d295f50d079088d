/** When a JWT was issued and when it ends, UTC ms on the server's clock; null where it does not say. */
export interface JwtClaims {
  readonly issuedAt: number | null;
  readonly expiresAt: number | null;
}

/** UTC ms on this machine's clock; Infinity where only the server's refusal will tell. */
export interface JwtSchedule {
  readonly renewAt: number;
  readonly expiresAt: number;
  /** This machine's clock minus the server's, ms. */
  readonly skew: number | null;
}

const unknown: JwtClaims = { issuedAt: null, expiresAt: null };

/**
 * Reads `iat` and `exp` from a JWT's payload. The signature cannot be checked here and need not be:
 * the server checks it, this only tells when to fetch the next one.
 */
export function readClaims(token: string): JwtClaims {
  const payload = token.split('.')[1];
  if (!payload) return unknown;
  try {
    const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8'));
    if (typeof claims !== 'object' || claims === null) return unknown;
    const { iat, exp } = claims as Record<string, unknown>;
    return { issuedAt: instant(iat), expiresAt: instant(exp) };
  } catch {
    return unknown;
  }
}

/** JWTs count in seconds; what cannot be seconds of this age is taken for milliseconds. */
function instant(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number) || number <= 0) return null;
  return number < 1e11 ? number * 1000 : number;
}

/**
 * Plans the renewal of a JWT. Only its lifetime counts, from the moment it was asked for: a clock
 * that is minutes off changes nothing, because `iat` says what the server's showed then.
 *
 * @param askedAt this machine's clock when the JWT was asked for, UTC ms.
 */
export function scheduleOf({ issuedAt, expiresAt }: JwtClaims, askedAt: number): JwtSchedule {
  const skew = issuedAt === null ? null : askedAt - issuedAt;
  const lifetime = issuedAt === null || expiresAt === null ? 0 : expiresAt - issuedAt;
  if (lifetime <= 0) return { renewAt: Infinity, expiresAt: Infinity, skew };
  return { renewAt: askedAt + lifetime - lead(lifetime), expiresAt: askedAt + lifetime, skew };
}

/** A fifth ahead, at least 30 s, but never more than half of a very short life. */
function lead(lifetime: number): number {
  return Math.min(Math.max(lifetime / 5, 30_000), lifetime / 2);
}
