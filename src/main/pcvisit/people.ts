import * as v from 'valibot';
import { saysAbsent, saysTeamAccount } from './absence.ts';
import { ApiError } from './api-error.ts';
import { personDocument } from './card-documents.ts';
import type { Ask } from './connection.ts';
import { id, maybeFlag, maybeInstant, maybeLine, maybeUrl } from './lines.ts';
import type { FoundPerson } from './types.ts';

const mostCompanies = 1_000;

const word = v.pipe(
  maybeLine(200),
  v.transform((text) => text ?? ''),
);

const policySchema = v.object({
  type: word,
  challengeChannel: maybeLine(200),
  allowRememberBrowser: maybeFlag,
  companyMayChangePhoneNumber: maybeFlag,
});

/** Entries that can be read; a single bad one is no reason to know nothing of a person. */
function readable<T extends v.GenericSchema>(schema: T) {
  return v.pipe(
    v.fallback(v.nullish(v.array(v.unknown()), []), []),
    v.transform((values) =>
      (values ?? []).slice(0, mostCompanies).flatMap((value): v.InferOutput<T>[] => {
        const result = v.safeParse(schema, value);
        return result.success ? [result.output] : [];
      }),
    ),
  );
}

const userSchema = v.object({
  SiFindUserByMail: v.nullable(
    v.object({
      id,
      firstName: word,
      lastName: word,
      email: v.pipe(
        maybeLine(320),
        v.transform((text) => text ?? ''),
      ),
      email_verified: maybeFlag,
      phone: maybeLine(100),
      picture: maybeUrl,
      isPictureFallback: v.nullish(v.boolean(), false),
      company_ids: readable(id),
      company_in_charge_ids: readable(id),
      created: maybeInstant,
      lastLogin: maybeInstant,
      lastPasswordReset: maybeInstant,
      loginPoliciesOfCompanies: readable(
        v.object({ customer_uuid: id, role: word, loginPolicy: policySchema }),
      ),
      strongestActiveLoginPolicy: v.fallback(v.nullish(policySchema, null), null),
    }),
  ),
});

/** Looks up who has an account of their own under an e-mail address. */
export function createPeople(ask: Ask, host: string) {
  return async (
    email: string,
    signal?: AbortSignal,
  ): Promise<FoundPerson | 'none' | 'team-account'> => {
    try {
      const { data } = await ask(personDocument, { email }, signal);
      return read(data, host) ?? 'none';
    } catch (error) {
      if (saysTeamAccount(error)) return 'team-account';
      if (saysAbsent(error)) return 'none';
      throw error;
    }
  };
}

function read(data: unknown, host: string): FoundPerson | null {
  const result = v.safeParse(userSchema, data, { abortEarly: true });
  if (!result.success) {
    const detail = v.getDotPath(result.issues[0]) ?? 'data';
    throw new ApiError({ code: 'malformed-response', host }, { detail });
  }
  const user = result.output.SiFindUserByMail;
  if (user === null) return null;
  return {
    person: {
      userId: user.id,
      firstName: user.firstName,
      lastName: user.lastName,
      email: user.email,
      emailVerified: user.email_verified,
      phone: user.phone,
      companies: user.company_ids,
      companiesInCharge: user.company_in_charge_ids,
      createdAt: user.created,
      lastLogin: user.lastLogin,
      lastPasswordReset: user.lastPasswordReset,
      policies: user.loginPoliciesOfCompanies.map(({ customer_uuid, role, loginPolicy }) => ({
        companyUuid: customer_uuid,
        role,
        policy: loginPolicy,
      })),
      strongestPolicy: user.strongestActiveLoginPolicy,
    },
    picture: user.isPictureFallback ? null : user.picture,
  };
}
