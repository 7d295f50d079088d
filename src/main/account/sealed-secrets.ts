import { createHash } from 'node:crypto';
import * as v from 'valibot';
import type { Secrets } from './types.ts';

/** Two places for parts, so that a new set never overwrites the one in use. */
export const partSets = ['a', 'b'] as const;
export type PartSet = (typeof partSets)[number];

/** Far above what two tokens of the greatest length need. */
export const mostParts = 128;

/** Secrets as keychain entries: what lies under the profile's own name, and the parts it names. */
export interface Sealed {
  readonly head: string;
  readonly parts: readonly string[];
}

export type Head =
  | { readonly kind: 'whole'; readonly secrets: Secrets }
  | {
      readonly kind: 'split';
      readonly set: PartSet;
      readonly count: number;
      readonly sha256: string;
    }
  | { readonly kind: 'mangled' };

const text = v.pipe(v.string(), v.nonEmpty(), v.maxLength(16_384));

const secretsSchema = v.object({
  endpoint: text,
  customerUuid: text,
  integratorToken: text,
  userToken: text,
  // Without a good key the tokens are still worth having.
  historyKey: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))), null),
});

const wholeSchema = v.object({ version: v.literal(1), secrets: secretsSchema });

const splitSchema = v.object({
  version: v.literal(1),
  split: v.object({
    set: v.picklist(partSets),
    count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostParts)),
    sha256: v.string(),
  }),
});

/**
 * Words secrets for the keychain.
 *
 * @param limit the greatest length of one entry, in bytes. Longer secrets are split; the head then
 * names their parts' number and checksum, so that parts count as a whole or not at all.
 * @param set where parts go; not the set in use.
 */
export function seal(secrets: Secrets, limit: number, set: PartSet): Sealed {
  const { endpoint, customerUuid, integratorToken, userToken, historyKey } = secrets;
  const kept = { endpoint, customerUuid, integratorToken, userToken, historyKey };
  const whole = JSON.stringify({ version: 1, secrets: kept });
  if (Buffer.byteLength(whole) <= limit) return { head: whole, parts: [] };
  const body = Buffer.from(JSON.stringify(kept)).toString('base64');
  const parts = slices(body, limit);
  const split = { set, count: parts.length, sha256: checksum(body) };
  return { head: JSON.stringify({ version: 1, split }), parts };
}

/** Reads what lies under the profile's own name. It may be anything. */
export function readHead(head: string): Head {
  const value = parse(head);
  const whole = v.safeParse(wholeSchema, value);
  if (whole.success) return { kind: 'whole', secrets: whole.output.secrets };
  const split = v.safeParse(splitSchema, value);
  return split.success ? { kind: 'split', ...split.output.split } : { kind: 'mangled' };
}

/** @returns the secrets, or null where the parts are not those that the head names. */
export function join(parts: readonly string[], sha256: string): Secrets | null {
  const body = parts.join('');
  if (checksum(body) !== sha256) return null;
  const secrets = v.safeParse(secretsSchema, parse(Buffer.from(body, 'base64').toString('utf8')));
  return secrets.success ? secrets.output : null;
}

function slices(body: string, length: number): readonly string[] {
  const count = Math.ceil(body.length / length);
  return Array.from({ length: count }, (_, i) => body.slice(i * length, (i + 1) * length));
}

function checksum(body: string): string {
  return createHash('sha256').update(body).digest('hex');
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}
