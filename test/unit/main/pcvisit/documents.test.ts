import { buildSchema, graphql, parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import * as graphqlModule from 'graphql';
import { describe, expect, it } from 'vitest';
import {
  imprintDocument,
  personDocument,
  tokenPayloadDocument,
} from '../../../../src/main/pcvisit/card-documents.ts';
import {
  discoveryDocument,
  sessionsDocument,
  signedJwtDocument,
} from '../../../../src/main/pcvisit/documents.ts';
import { exportDocument } from '../../../../src/main/pcvisit/export-document.ts';
import { readIntrospection } from '../../../../src/main/pcvisit/introspection.ts';
import type { Discovered } from '../../../../src/main/pcvisit/discovered.ts';
import { buildSandboxSchema } from '../../../sandbox/index.ts';

const servers = {
  'the usual names': buildSandboxSchema(),
  'other names': buildSandboxSchema({ otherNames: true }),
  'pages by number': buildSandboxSchema({ pagingUndiscoverable: true }),
};

/** graphql-js' own rules, with the one that limits how deep an introspection may go. */
const rules = [...new Set([...specifiedRules, graphqlModule.MaxIntrospectionDepthRule])];

const errorsOf = (schema: GraphQLSchema, document: string) =>
  validate(schema, parse(document), rules).map(({ message }) => message);

async function discover(schema: GraphQLSchema): Promise<Discovered> {
  const { data, errors } = await graphql({ schema, source: discoveryDocument });
  expect(errors).toBeUndefined();
  const found = readIntrospection(data);
  if (!found) throw new Error('the introspection could not be read');
  return found;
}

const flags = [true, false];
const shapes = flags.flatMap((paged) =>
  flags.flatMap((filtered) => flags.map((deviceIds) => ({ paged, filtered, deviceIds }))),
);

describe.each(Object.entries(servers))('a server with %s', (_, schema) => {
  it('takes the documents that need no discovery', () => {
    expect(errorsOf(schema, signedJwtDocument)).toEqual([]);
    expect(errorsOf(schema, discoveryDocument)).toEqual([]);
    expect(errorsOf(schema, imprintDocument(null))).toEqual([]);
    expect(errorsOf(schema, personDocument)).toEqual([]);
    expect(errorsOf(schema, tokenPayloadDocument)).toEqual([]);
    expect(errorsOf(schema, exportDocument)).toEqual([]);
    for (const shape of shapes) {
      expect(errorsOf(schema, sessionsDocument({ ...shape, participant: null }))).toEqual([]);
    }
  });

  it('takes the documents built from its own answer', async () => {
    const { participant, address } = await discover(schema);
    expect(participant).not.toBeNull();
    expect(address).toHaveLength(4);
    expect(errorsOf(schema, imprintDocument(address))).toEqual([]);
    for (const shape of shapes) {
      expect(errorsOf(schema, sessionsDocument({ ...shape, participant }))).toEqual([]);
    }
  });
});

describe('what is learnt', () => {
  it('of the usual names', async () => {
    const { participant, paging, enums } = await discover(servers['the usual names']);
    expect(participant?.map(({ name, type }) => `${name}:${type}`).toSorted()).toEqual([
      'companyUuid:CustomerUuid',
      'email:Email',
      'joinedAt:UnixTimeMs',
      'leftAt:UnixTimeMs',
      'name:Name',
      'role:SessionParticipantRole',
      'userId:Auth0Uuid',
    ]);
    expect(paging).toEqual({ cursor: 'after', cursorRequired: false, size: 'first' });
    expect(enums.TaskInvoiceStatus).toContain('Invoiced');
    expect(enums.ErrorIDs).toHaveLength(95);
    expect(Object.keys(enums).toSorted()).toEqual([
      'ErrorIDs',
      'ExportOutputFormat',
      'SessionState',
      'SessionType',
      'SortDirection',
      'TaskInvoiceStatus',
      'TermsAndConditionsRequestState',
    ]);
  });

  it('of other names', async () => {
    const { participant, paging } = await discover(servers['other names']);
    expect(participant?.map(({ name }) => name)).toContain('fullName');
    expect(paging).toEqual({ cursor: 'behind', cursorRequired: false, size: 'limit' });
  });

  it('of pages by number: nothing to page by', async () => {
    expect((await discover(servers['pages by number'])).paging).toBeNull();
  });

  it('of nested, wrapped and unwanted fields', async () => {
    const schema = buildSchema(`
      type Query { participants: [SessionProtocolParticipant!]! }
      scalar Email scalar Name scalar Auth0Uuid scalar CustomerUuid scalar Mac scalar Password
      enum Role { A B }
      type Deep { id: Auth0Uuid }
      type Identity { CompanyID: CustomerUuid! UserID: Auth0Uuid! deep: Deep }
      union Either = Deep | Identity
      interface Person { names: [Name!]! deep: Deep }
      type SessionProtocolParticipant {
        identity: Identity!
        roles: [Role!]!
        grid: [[Role!]!]!
        people: [Person!]
        deepOnly: Only
        either: Either
        mac: Mac
        password: Password
        avatar(size: Int!): String
        picture(size: Int! = 3, blur: Int): String
      }
      type Only { deep: Deep }
    `);
    const { participant } = await discover(schema);
    expect(participant).toEqual([
      {
        name: 'identity',
        type: 'Identity',
        list: false,
        fields: [
          { name: 'CompanyID', type: 'CustomerUuid', list: false },
          { name: 'UserID', type: 'Auth0Uuid', list: false },
        ],
      },
      { name: 'roles', type: 'Role', list: true },
      {
        name: 'people',
        type: 'Person',
        list: true,
        fields: [{ name: 'names', type: 'Name', list: true }],
      },
      { name: 'picture', type: 'String', list: false },
    ]);
    const document = sessionsDocument({
      participant,
      paged: false,
      filtered: false,
      deviceIds: false,
    });
    const selection = /participants \{.*\}/.exec(document)?.[0] ?? '';
    expect(errorsOf(schema, `{ ${selection} }`)).toEqual([]);
  });

  it('of a server that knows none of it', async () => {
    const found = await discover(buildSchema('type Query { a: Int }'));
    expect(found).toEqual({ participant: null, address: null, paging: null, enums: {} });
  });
});

describe('readIntrospection', () => {
  const withField = (name: string) => ({
    participant: { fields: [{ name, args: [], type: { kind: 'SCALAR', name: 'Email' } }] },
  });

  it('lets nothing but names into documents', () => {
    expect(readIntrospection(withField('email'))?.participant).toHaveLength(1);
    for (const name of ['a } } evil {', 'a b', '', '1a', 'ä', 'x'.repeat(500)]) {
      expect(readIntrospection(withField(name))).toBeNull();
    }
  });

  it.each([null, 'x', [], { participant: 7 }, { pagination: { inputFields: [{}] } }])(
    'is not misled by %j',
    (data) => {
      const found = readIntrospection(data);
      expect(found?.participant ?? null).toBeNull();
      expect(found?.paging ?? null).toBeNull();
    },
  );
});
