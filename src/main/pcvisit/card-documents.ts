import { failure } from './documents.ts';
import { selectionOf, type Field } from './selection.ts';

/**
 * Asks for what a company says of itself in public.
 *
 * @param address the discovered fields of an address; null leaves it out.
 */
export function imprintDocument(address: readonly Field[] | null): string {
  return `query CaRetrievePublicCompanyData($id: CompanyIdOrCustomerUuid!) {
  CaRetrievePublicCompanyData(id: $id) {
    __typename
    ... on Imprint {
      companyName
      companyId
      customerUuid
      email
      phone
      vatId
      picture
      isPictureFallback${address ? `\n      address { ${selectionOf(address)} }` : ''}
    }
    ${failure}
  }
}`;
}

/** Asks who has an account of their own under an e-mail address. */
export const personDocument = `query SiFindUserByMail($email: Email!) {
  SiFindUserByMail(email: $email) {
    __typename
    ... on User {
      id
      firstName
      lastName
      email
      email_verified
      phone
      picture
      isPictureFallback
      company_ids
      company_in_charge_ids
      created
      lastLogin
      lastPasswordReset
      loginPoliciesOfCompanies { customer_uuid role loginPolicy { ...Policy } }
      strongestActiveLoginPolicy { ...Policy }
    }
    ${failure}
  }
}
fragment Policy on LoginPolicy {
  type
  challengeChannel
  allowRememberBrowser
  companyMayChangePhoneNumber
}`;

/** Asks for what is added to a JWT so that foreign JWTs are taken as identifiers. */
export const tokenPayloadDocument = `query SiRetrieveSignedTokenPayload($id: Auth0Uuid!) {
  SiRetrieveSignedTokenPayload(id: $id) {
    __typename
    ... on SignedTokenPayload { base64 payload signature }
    ${failure}
  }
}`;
