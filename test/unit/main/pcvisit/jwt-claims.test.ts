import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClaims, scheduleOf } from '../../../../src/main/pcvisit/jwt-claims.ts';

const jwt = (payload: unknown) =>
  `e30.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.sig`;

const minute = 60_000;

describe('readClaims', () => {
  it('reads seconds, also as text, and milliseconds', () => {
    const expected = { issuedAt: 1_763_900_000_000, expiresAt: 1_763_903_600_000 };
    expect(readClaims(jwt({ iat: 1_763_900_000, exp: 1_763_903_600 }))).toEqual(expected);
    expect(readClaims(jwt({ iat: '1763900000', exp: '1763903600' }))).toEqual(expected);
    expect(readClaims(jwt({ iat: 1_763_900_000_000, exp: 1_763_903_600_000 }))).toEqual(expected);
  });

  it('reads nothing into anything else', () => {
    const nothing = { issuedAt: null, expiresAt: null };
    const others = ['opaque', '', 'a.b.c', 'a..c', jwt(null), jwt([]), jwt({ iat: 'x', exp: -1 })];
    for (const token of others) expect(readClaims(token)).toEqual(nothing);
    fc.assert(fc.property(fc.string(), (token) => void readClaims(token)));
  });
});

describe('scheduleOf', () => {
  const issuedAt = 1_763_900_000_000;

  it.each([-10 * minute, 0, 10 * minute, 86_400_000])(
    'plans by the lifetime alone with a clock %i ms ahead',
    (ahead) => {
      const askedAt = issuedAt + ahead;
      expect(scheduleOf({ issuedAt, expiresAt: issuedAt + 60 * minute }, askedAt)).toEqual({
        renewAt: askedAt + 48 * minute,
        expiresAt: askedAt + 60 * minute,
        skew: ahead,
      });
    },
  );

  it('renews at least 30 s ahead, but leaves a short life its first half', () => {
    const renewalOf = (lifetime: number) =>
      scheduleOf({ issuedAt: 1, expiresAt: 1 + lifetime }, 0).renewAt;
    expect(renewalOf(2 * minute)).toBe(90_000);
    expect(renewalOf(minute)).toBe(30_000);
    expect(renewalOf(5_000)).toBe(2_500);
    expect(renewalOf(1_000)).toBe(500);
  });

  it.each([
    { issuedAt: null, expiresAt: 5 },
    { issuedAt: 5, expiresAt: null },
    { issuedAt: null, expiresAt: null },
    { issuedAt: 10, expiresAt: 10 },
    { issuedAt: 10, expiresAt: 5 },
  ])('waits for the refusal where %j tells no lifetime', (claims) => {
    expect(scheduleOf(claims, 1_000)).toMatchObject({ renewAt: Infinity, expiresAt: Infinity });
  });
});
