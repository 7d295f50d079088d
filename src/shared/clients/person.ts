import * as v from 'valibot';
import { problemSchema } from '../problem.ts';
import { presentationSchema } from './imprint.ts';

/** How someone may sign in. Types, channels and roles are open sets. */
export const loginPolicySchema = v.object({
  type: v.string(),
  challengeChannel: v.nullable(v.string()),
  allowRememberBrowser: v.nullable(v.boolean()),
  companyMayChangePhoneNumber: v.nullable(v.boolean()),
});

/** Someone with an account of their own. Texts are single lines; times UTC ms. */
export const personSchema = v.object({
  userId: v.string(),
  firstName: v.string(),
  lastName: v.string(),
  email: v.string(),
  emailVerified: v.nullable(v.boolean()),
  phone: v.nullable(v.string()),
  /** Uuids of the companies they belong to. */
  companies: v.array(v.string()),
  /** Uuids of the companies they are in charge of. */
  companiesInCharge: v.array(v.string()),
  createdAt: v.nullable(v.number()),
  lastLogin: v.nullable(v.number()),
  lastPasswordReset: v.nullable(v.number()),
  policies: v.array(
    v.object({ companyUuid: v.string(), role: v.string(), policy: loginPolicySchema }),
  ),
  strongestPolicy: v.nullable(loginPolicySchema),
});
export type Person = v.InferOutput<typeof personSchema>;

export const personCardSchema = v.object({
  ...personSchema.entries,
  ...presentationSchema.entries,
  /** Names of the companies above, by uuid, as far as a card of theirs is held. */
  companyNames: v.record(v.string(), v.string()),
});
export type PersonCard = v.InferOutput<typeof personCardSchema>;

export const emailSchema = v.pipe(v.string(), v.trim(), v.email(), v.maxLength(320));

/** What is known of who has an e-mail address. */
export const personStateSchema = v.object({
  email: v.string(),
  /**
   * - `unknown`: the server could not be asked, and nothing is held; see `problem`.
   * - `found`: `card` is set.
   * - `none`: nobody has an account of their own under this address. Team accounts cannot be found this way.
   * - `team-account`: the server says that it is a team's address.
   */
  status: v.picklist(['unknown', 'found', 'none', 'team-account']),
  card: v.nullable(personCardSchema),
  /** When the server last confirmed this, UTC ms. */
  asOf: v.nullable(v.number()),
  /** Why it could not be confirmed now; what was known before stays. */
  problem: v.nullable(problemSchema),
});
export type PersonState = v.InferOutput<typeof personStateSchema>;

/** Someone whom the history knows by their account. */
export const knownPersonSchema = v.object({
  userId: v.string(),
  name: v.nullable(v.string()),
  email: v.nullable(v.string()),
  isColleague: v.boolean(),
});
export type KnownPerson = v.InferOutput<typeof knownPersonSchema>;

export const userIdSchema = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(),
  v.maxLength(200),
  v.regex(/^[\x21-\x7e]+$/),
);

/**
 * What is added to a JWT so that foreign JWTs are taken as identifiers. As good as a credential: it is shown
 * on demand, and neither stored nor logged.
 */
export const tokenPayloadSchema = v.object({
  base64: v.string(),
  payload: v.string(),
  signature: v.string(),
});
export type TokenPayload = v.InferOutput<typeof tokenPayloadSchema>;
