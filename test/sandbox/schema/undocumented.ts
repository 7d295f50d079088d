/** How the types are named whose fields the reference does not tell. */
export interface SchemaNames {
  /** Gives every undocumented type other field names than usual. */
  readonly otherNames?: boolean;
  /** Pages by number, so that no field of `Pagination` takes a cursor. */
  readonly pagingUndiscoverable?: boolean;
}

const directive = `
"""What the reference leaves open and this sandbox had to choose: all of it, or the part named."""
directive @sandboxChoice(part: String) on
  ENUM | FIELD_DEFINITION | INPUT_OBJECT | OBJECT | UNION
`;

const usual = `
type Address @sandboxChoice {
  city: String!
  country: Country!
  postalCode: String!
  street: String!
}

type SessionProtocolParticipant @sandboxChoice {
  companyUuid: CustomerUuid
  email: Email
  joinedAt: UnixTimeMs!
  leftAt: UnixTimeMs
  name: Name!
  role: SessionParticipantRole!
  userId: Auth0Uuid
}

enum SessionParticipantRole @sandboxChoice {
  Guest Supporter
}
`;

const other = `
type Address @sandboxChoice {
  land: Country!
  road: String!
  town: String!
  zip: String!
}

type SessionProtocolParticipant @sandboxChoice {
  company: CustomerUuid
  fullName: Name!
  identity: Auth0Uuid
  mailAddress: Email
  part: SessionParticipantPart!
  since: UnixTimeMs!
  until: UnixTimeMs
}

enum SessionParticipantPart @sandboxChoice {
  Guest Supporter
}
`;

const paging = {
  usual: `
input Pagination @sandboxChoice {
  after: Cursor
  first: Int
}
`,
  other: `
input Pagination @sandboxChoice {
  behind: Cursor
  limit: Int
}
`,
  byNumber: `
input Pagination @sandboxChoice {
  page: Int
  size: Int
}
`,
};

/** The directive that marks choices, and the types of which the reference only knows the names. */
export function undocumented({ otherNames, pagingUndiscoverable }: SchemaNames): string {
  const pagination = pagingUndiscoverable ? 'byNumber' : otherNames ? 'other' : 'usual';
  return [directive, otherNames ? other : usual, paging[pagination]].join('\n');
}
