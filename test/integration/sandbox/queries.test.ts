import { expect, it } from 'vitest';
import { ask, failed, get, jwtQuery, serve, signIn } from './support.ts';

interface Imprint {
  companyName: string;
  customerUuid: string;
  companyId: string;
  picture: string;
  address: Record<string, string>;
  vatId: string;
}

const imprintQuery = (address: string): string => `query ($id: CompanyIdOrCustomerUuid!) {
  CaRetrievePublicCompanyData(id: $id) {
    ${failed}
    ... on Imprint {
      companyName customerUuid companyId email phone vatId picture isPictureFallback
      address { ${address} }
    }
  }
}`;
const usualAddress = 'street postalCode city country';

const userQuery = `query ($email: Email!) {
  SiFindUserByMail(email: $email) {
    ${failed}
    ... on User {
      id email firstName lastName phone picture company_ids created lastLogin email_verified
      loginPoliciesOfCompanies { customer_uuid role loginPolicy { type challengeChannel } }
      strongestActiveLoginPolicy { type }
    }
  }
}`;

it('sells a JWT for the two sample tokens, and for nothing else', async () => {
  const sandbox = await serve();
  const { integratorToken: i, userToken: u } = sandbox.tokens;
  const sold = await get<{ customerUuid: string; token: string }>(sandbox, jwtQuery, { i, u });
  expect(sold.customerUuid).toBe(sandbox.customerUuid);
  expect(sold.token.split('.')).toHaveLength(3);
  for (const wrong of [
    { i: 'wrong', u },
    { i, u: 'wrong' },
    { i: u, u: i },
    { i: '', u: '' },
  ]) {
    const result = await ask(sandbox, jwtQuery, wrong);
    expect(result).toMatchObject({ __typename: 'Failure', error: 'ApiTokenInvalid' });
  }
});

it('gives the imprint of the own company, by either id, with a picture', async () => {
  const sandbox = await serve();
  const jwt = await signIn(sandbox);
  const query = imprintQuery(usualAddress);
  const own = await get<Imprint>(sandbox, query, { id: sandbox.customerUuid }, jwt);
  expect(own).toMatchObject({
    companyName: 'Elbmarsch IT-Service GmbH',
    vatId: 'DE136695976',
    address: { street: 'Königstraße 12', city: 'Lüneburg', country: 'DE' },
  });
  expect(await get(sandbox, query, { id: own.companyId }, jwt)).toEqual(own);
  const picture = await fetch(own.picture);
  expect(picture.headers.get('content-type')).toBe('image/png');
  const bytes = Buffer.from(await picture.arrayBuffer());
  expect(bytes.subarray(1, 4).toString()).toBe('PNG');
  expect(bytes.readUInt32BE(16)).toBe(80);
});

it('gives the imprints of clients who are customers themselves', async () => {
  const sandbox = await serve();
  const jwt = await signIn(sandbox);
  const guests = [...sandbox.allSessions()].flatMap(({ participants, clientCompany }) =>
    participants
      .filter(({ companyUuid }) => companyUuid !== null && companyUuid !== sandbox.customerUuid)
      .map((participant) => ({ ...participant, client: clientCompany })),
  );
  const [guest] = guests;
  expect(guest).toBeDefined();
  const query = imprintQuery(usualAddress);
  const imprint = await get<Imprint>(sandbox, query, { id: guest?.companyUuid }, jwt);
  expect(imprint.companyName).toBe(guest?.client?.companyFolderDisplayName);
  const unknown = await ask(sandbox, query, { id: 'nobody' }, jwt);
  expect(unknown).toMatchObject({ error: 'Ca_CompanyNotFound' });
});

it('finds technicians and clients by mail, but no team account', async () => {
  const sandbox = await serve();
  const jwt = await signIn(sandbox);
  const own = await get<{ id: string; company_ids: string[] }>(
    sandbox,
    userQuery,
    { email: sandbox.ownEmail.toUpperCase() },
    jwt,
  );
  expect(own).toMatchObject({ email: sandbox.ownEmail, lastName: 'Lübbers' });
  expect(own.company_ids).toEqual([sandbox.customerUuid]);
  const sessions = [...sandbox.allSessions()].flatMap(({ participants }) => participants);
  expect(
    sessions.some(({ userId, email }) => userId === own.id && email === sandbox.ownEmail),
  ).toBe(true);
  const guest = sessions.find(({ role, email }) => role === 'Guest' && email !== null);
  const found = await get(sandbox, userQuery, { email: guest?.email }, jwt);
  expect(found).toMatchObject({ id: guest?.userId, company_ids: [guest?.companyUuid] });
  expect(await ask(sandbox, userQuery, { email: 'nobody@x.example' }, jwt)).toMatchObject({
    error: 'UserNotFound',
  });
  const team = { email: 'team@elbmarsch-it.example' };
  expect(await ask(sandbox, userQuery, team, jwt)).toMatchObject({
    error: 'TeamAccountNotAllowed',
  });
});

it('signs a payload for a user', async () => {
  const sandbox = await serve();
  const jwt = await signIn(sandbox);
  const query = `query ($id: Auth0Uuid!) {
    SiRetrieveSignedTokenPayload(id: $id) {
      ${failed} ... on SignedTokenPayload { base64 payload signature }
    }
  }`;
  const { id } = await get<{ id: string }>(sandbox, userQuery, { email: sandbox.ownEmail }, jwt);
  const signed = await get<Record<string, string>>(sandbox, query, { id }, jwt);
  expect(Buffer.from(signed['base64'] ?? '', 'base64').toString()).toBe(signed['payload']);
  expect(JSON.parse(signed['payload'] ?? '')).toMatchObject({ sub: id });
  expect(signed['signature']).not.toBe('');
  expect(await ask(sandbox, query, { id: 'x' }, jwt)).toMatchObject({ error: 'UserNotFound' });
});

it('names the fields of undocumented types otherwise where that is switched on', async () => {
  const sandbox = await serve({ faults: { otherNames: true } });
  const jwt = await signIn(sandbox);
  const id = sandbox.customerUuid;
  const own = await get<Imprint>(sandbox, imprintQuery('road zip town land'), { id }, jwt);
  expect(own.address).toMatchObject({ road: 'Königstraße 12', town: 'Lüneburg' });
  await expect(ask(sandbox, imprintQuery(usualAddress), { id }, jwt)).rejects.toThrow(/street/);
  sandbox.setFaults({ otherNames: false });
  expect(
    (await get<Imprint>(sandbox, imprintQuery(usualAddress), { id }, jwt)).address,
  ).toMatchObject({ street: 'Königstraße 12' });
});

it('counts what it is asked', async () => {
  const sandbox = await serve();
  const jwt = await signIn(sandbox);
  await ask(sandbox, userQuery, { email: 'a@b.example' }, jwt);
  await ask(sandbox, userQuery, { email: 'a@b.example' });
  await ask(sandbox, '{ __schema { queryType { name } } }');
  expect(Object.fromEntries(sandbox.requests)).toEqual({
    SiRetrieveSignedJwt: 1,
    SiFindUserByMail: 2,
    introspection: 1,
  });
  expect(sandbox.totalRequests).toBe(4);
});

it('says what is wrong with a request that is not GraphQL', async () => {
  const sandbox = await serve();
  await expect(ask(sandbox, '{ nonsense }')).rejects.toThrow(/nonsense/);
  await expect(ask(sandbox, '{')).rejects.toThrow(/Syntax/);
  const query = '{ CaRetrievePublicCompanyData(id: 5) { __typename } }';
  await expect(ask(sandbox, query)).rejects.toThrow(/CompanyIdOrCustomerUuid/);
  const got = await fetch(sandbox.url);
  expect(got.status).toBe(405);
  expect((await fetch(new URL('/nowhere', sandbox.url))).status).toBe(404);
  expect(await got.text()).not.toMatch(/graphiql|yoga/i);
});
