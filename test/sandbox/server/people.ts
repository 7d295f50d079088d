import type { Card } from '../data/company.ts';
import type { Person } from '../data/people.ts';
import { hash } from '../data/random.ts';
import type { RawParticipant } from '../types.ts';
import type { World } from './world.ts';

/** An address under both sets of names; the schema in use picks its own. */
export function addressOf({ street, postalCode, city, country }: Card): Record<string, string> {
  return {
    ...{ street, postalCode, city, country },
    ...{ road: street, zip: postalCode, town: city, land: country },
  };
}

/** A participant under the other names. */
export function otherwiseNamed(participant: RawParticipant): Record<string, unknown> {
  const { name, email, userId, companyUuid, role, joinedAt, leftAt } = participant;
  return {
    fullName: name,
    mailAddress: email,
    identity: userId,
    company: companyUuid,
    part: role,
    since: joinedAt,
    until: leftAt,
  };
}

/** `User` as GraphQL gives it. */
export function userOf(
  person: Person,
  { company, beginning, origin }: World,
): Record<string, unknown> {
  const { companyUuid, email, firstName, lastName, userId } = person;
  const inCharge = company.team[0] === person;
  const policy = {
    allowRememberBrowser: true,
    challengeChannel: 'google_authenticator',
    companyMayChangePhoneNumber: false,
    type: 'email_password_challenge',
  };
  return {
    __typename: 'User',
    company_ids: [companyUuid],
    company_in_charge_ids: inCharge ? [companyUuid] : [],
    created: beginning,
    email,
    email_verified: true,
    firstName,
    id: userId,
    isPictureFallback: hash(7, email.length) % 2 === 0,
    lastLogin: beginning,
    lastName,
    lastPasswordReset: null,
    loginPoliciesOfCompanies: [
      { customer_uuid: companyUuid, loginPolicy: policy, role: 'teamMember' },
    ],
    phone: `+494066969${String(110 + (email.length % 80))}`,
    picture: `${origin()}/pictures/${companyUuid}.png`,
    strongestActiveLoginPolicy: policy,
  };
}
