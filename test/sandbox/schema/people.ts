/** People, their companies and how they sign in. */
export const people = `
type Contact {
  email: Email!
  firstName: Name!
  lastName: Name!
  phone: PhoneNumber!
  picture: ImageURL!
}

"""Country code, following ISO 3166 , see https://de.wikipedia.org/wiki/ISO-3166-1-Kodierliste all countries, where we have customer relationships to"""
enum Country @sandboxChoice(part: "value names") {
  """Argentinien"""
  AR
  AT
  """Belgien"""
  BE
  """Bulgarien"""
  BG
  """Brasil"""
  BR
  """Kanada"""
  CA
  CH
  """Czech Republic"""
  CZ
  DE
  """Denmark"""
  DK
  """Spanien"""
  ES
  """France"""
  FR
  """Great Britain"""
  GB
  """Kroatien"""
  HR
  """Irland"""
  IE
  """Italy"""
  IT
  """Japan"""
  JP
  """Liechtenstein"""
  LI
  """Litauen"""
  LT
  """Luxemburg"""
  LU
  """Netherlands"""
  NL
  """Poland"""
  PL
  """Rumänien"""
  RO
  """Serbien"""
  RS
  """Slowenien"""
  SI
  """Slovakia"""
  SK
  """USA"""
  US
  """Südafrika"""
  ZA
}

type GroupIdentity {
  CompanyID: CustomerUuid!
  Group: GroupName!
}

type Identity {
  CompanyID: CustomerUuid!
  UserID: Auth0Uuid!
}

type Imprint {
  address: Address!
  companyId: CompanyId
  companyName: String!
  customerUuid: CustomerUuid!
  email: Email!
  isPictureFallback: Boolean!
  phone: PhoneNumber!
  picture: Url!
  vatId: VATID!
}

type LoginPolicy {
  allowRememberBrowser: Boolean
  challengeChannel: ChallengeChannel
  companyMayChangePhoneNumber: Boolean!
  type: LoginType!
}

type LoginPolicyOfCompanyRole {
  customer_uuid: CustomerUuid!
  loginPolicy: LoginPolicy!
  role: LoginPolicyRole!
}

type User {
  company_ids: [CustomerUuid!]!
  company_in_charge_ids: [CustomerUuid!]!
  created: UnixTimeMs!
  email: Email!
  email_verified: Boolean!
  firstName: Name!
  id: Auth0Uuid!
  isPictureFallback: Boolean!
  lastLogin: UnixTimeMs
  lastName: Name!
  lastPasswordReset: UnixTimeMs
  loginPoliciesOfCompanies: [LoginPolicyOfCompanyRole!]!
  phone: PhoneNumber!
  picture: ImageURL!
  strongestActiveLoginPolicy: LoginPolicy
}

union UserOrGroup @sandboxChoice(part: "members") = GroupIdentity | Identity

enum ChallengeChannel @sandboxChoice(part: "value names") {
  google_authenticator sms
}

enum LoginPolicyRole @sandboxChoice(part: "value names") {
  r2oCustomer teamMember
}

enum LoginType @sandboxChoice(part: "value names") {
  email_password email_password_challenge
}

type SignedJwtWasRetrieved {
  customerUuid: CustomerUuid!
  token: JWT!
}

type SignedTokenPayload {
  base64: String! @sandboxChoice(part: "nullability")
  payload: String! @sandboxChoice(part: "nullability")
  signature: String! @sandboxChoice(part: "nullability")
}
`;
