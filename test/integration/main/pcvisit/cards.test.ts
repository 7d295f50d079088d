import { afterEach, describe, expect, it } from 'vitest';
import { errorIds } from '../../../sandbox/schema/error-ids.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts';
import { everything, openApi, problemOf, type Harness } from '../../../support/pcvisit/harness.ts';

const open: Sandbox[] = [];

afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
});

async function start(
  options: SandboxOptions = {},
): Promise<Harness & { readonly sandbox: Sandbox }> {
  const box = { now: Date.UTC(2026, 10, 23, 12) };
  const sandbox = await startSandbox({ sessions: 200, now: () => box.now, ...options });
  open.push(sandbox);
  const { tokens } = sandbox;
  const harness = openApi(new URL(sandbox.url), { tokens, limits: { retryDelayMs: 1 } });
  return Object.assign(harness, { sandbox });
}

const ownAddress = [
  { part: 'street', value: 'Königstraße 12' },
  { part: 'postalCode', value: '21335' },
  { part: 'city', value: 'Lüneburg' },
  { part: 'country', value: 'DE' },
];

describe('an imprint', () => {
  it.each([
    ['with introspection', {}, ['street', 'postalCode', 'city', 'country']],
    ['with other names', { otherNames: true }, ['road', 'zip', 'town', 'land']],
  ])('is read whole %s', async (_, faults, names) => {
    const { api, sandbox } = await start({ faults });
    const own = await api.imprint(null);
    expect(own).toEqual({
      imprint: {
        companyName: 'Elbmarsch IT-Service GmbH',
        companyId: 'C004711',
        customerUuid: sandbox.customerUuid,
        email: 'service@elbmarsch-it.example',
        phone: '+494066969100',
        vatId: 'DE136695976',
        address: ownAddress.map((field, at) => ({ ...field, name: names[at] })),
      },
      picture: new URL(`/pictures/${sandbox.customerUuid}.png`, sandbox.url).href,
    });
    expect(await api.imprint('C004711')).toEqual(own);
    expect(await api.imprint(sandbox.customerUuid)).toEqual(own);
  });

  it('is read without its address where nobody knows what an address is', async () => {
    const { api } = await start({ faults: { introspectionOff: true } });
    const own = await api.imprint(null);
    expect(own?.imprint).toMatchObject({ companyName: 'Elbmarsch IT-Service GmbH', address: null });
  });

  it('is read without its address where the server refuses what it told of it', async () => {
    const { api, disk, sandbox } = await start();
    await api.imprint(null);
    // What was learnt once no longer holds.
    const [[key, cached] = ['', {}]] = disk as Map<string, object>;
    disk.set(key, JSON.parse(JSON.stringify(cached).replaceAll('postalCode', 'postcodes')));
    const later = openApi(new URL(sandbox.url), {
      tokens: sandbox.tokens,
      discoveryCache: { read: (name) => disk.get(name), write: () => undefined },
    });
    for (let nth = 0; nth < 2; nth++) {
      expect((await later.api.imprint('C004711'))?.imprint).toMatchObject({
        companyId: 'C004711',
        address: null,
      });
    }
    // Twice the first time, once from then on.
    expect(sandbox.requests.get('CaRetrievePublicCompanyData')).toBe(4);
  });

  it('there may be none of, which is an answer', async () => {
    const { api } = await start();
    expect(await api.imprint('C999999')).toBeNull();
    expect(await api.imprint('<script>')).toBeNull();
    expect(await api.imprint('x'.repeat(10_000))).toBeNull();
  });

  it('with a picture that stands in for one has none', async () => {
    const { api, sandbox } = await start();
    const clients = new Map(
      [...sandbox.allSessions()].flatMap(({ participants }) =>
        participants.flatMap(({ companyUuid }) => (companyUuid ? [[companyUuid, true]] : [])),
      ),
    );
    const found = await Promise.all([...clients.keys()].map((uuid) => api.imprint(uuid)));
    expect(found.some((each) => each?.picture === null)).toBe(true);
    expect(found.some((each) => typeof each?.picture === 'string')).toBe(true);
    expect(found).not.toContain(null);
  });
});

describe('a person', () => {
  it('is found by mail, whatever its case', async () => {
    const { api, sandbox } = await start();
    const found = await api.person('KATRIN.Luebbers@elbmarsch-it.example');
    expect(found).toMatchObject({
      person: {
        firstName: 'Katrin',
        lastName: 'Lübbers',
        email: 'katrin.luebbers@elbmarsch-it.example',
        emailVerified: true,
        companies: [sandbox.customerUuid],
        companiesInCharge: [sandbox.customerUuid],
        lastPasswordReset: null,
        policies: [
          {
            companyUuid: sandbox.customerUuid,
            role: 'teamMember',
            policy: { type: 'email_password_challenge', challengeChannel: 'google_authenticator' },
          },
        ],
        strongestPolicy: { allowRememberBrowser: true, companyMayChangePhoneNumber: false },
      },
    });
    expect(typeof found).toBe('object');
  });

  it('reads times that come as text', async () => {
    const { api } = await start({ faults: { numbersAsStrings: true } });
    const found = await api.person('katrin.luebbers@elbmarsch-it.example');
    expect(found).toMatchObject({ person: { lastLogin: expect.any(Number) as number } });
  });

  it('may be nobody, or a team', async () => {
    const { api } = await start();
    expect(await api.person('nobody@elbmarsch-it.example')).toBe('none');
    expect(await api.person('team@elbmarsch-it.example')).toBe('team-account');
  });
});

describe('a token payload', () => {
  it('is for whoever asked', async () => {
    const { api, logs, disk } = await start();
    const found = await api.person('katrin.luebbers@elbmarsch-it.example');
    const userId = typeof found === 'object' ? found.person.userId : '';
    const payload = await api.tokenPayload(userId);
    expect(Buffer.from(payload.base64, 'base64').toString()).toBe(payload.payload);
    expect(JSON.parse(payload.payload)).toMatchObject({ sub: userId });
    const kept = JSON.stringify([logs, [...disk]]);
    for (const secret of Object.values(payload)) expect(kept).not.toContain(secret);
  });

  it('of nobody is refused', async () => {
    const { api } = await start();
    expect(await problemOf(api.tokenPayload('auth0|nobody'))).toMatchObject({
      code: 'refused',
      errorId: 'UserNotFound',
    });
  });

  it('that cannot be read is told of without a word of it', async () => {
    const { api, logs, sandbox } = await start();
    sandbox.setFaults({
      inject: [{ kind: 'not-graphql', operation: 'SiRetrieveSignedTokenPayload' }],
    });
    expect(await problemOf(api.tokenPayload('auth0|x'))).toMatchObject({ code: 'not-graphql' });
    expect(JSON.stringify(logs)).not.toContain('auth0|x');
  });
});

const operations = {
  CaRetrievePublicCompanyData: ({ api }: Harness) => api.imprint('C004711'),
  SiFindUserByMail: ({ api }: Harness) => api.person('katrin.luebbers@elbmarsch-it.example'),
  SiRetrieveSignedTokenPayload: ({ api }: Harness) => api.tokenPayload('auth0|x'),
};

describe.each(Object.entries(operations))('every Failure of %s', (operation, ask) => {
  it('is an answer, or a problem with its id', { timeout: 60_000 }, async () => {
    const harness = await start();
    await harness.api.sessions(everything);
    for (const error of errorIds) {
      harness.sandbox.setFaults({
        retryAfter: { seconds: 0, form: 'seconds' },
        inject: [{ kind: 'failure', operation, error, commentForUser: 'Das geht <b>nicht</b>.' }],
      });
      const answer: unknown = await ask(harness).catch((reason: unknown) => reason);
      if (answer === null || answer === 'none' || answer === 'team-account') {
        expect(error).toMatch(/notfound|not_found|unknown|team/i);
        continue;
      }
      expect(answer, error).toMatchObject({ problem: { errorId: error } });
      // A rate limit of no length is over with the next request.
      harness.now += 60_000;
    }
  });
});

describe.each(['markup', 'long', 'bidi', 'script-links'] as const)('hostile cards: %s', (spell) => {
  it('come as single lines of sane length', async () => {
    const { api } = await start({ faults: { hostileCards: spell } });
    const own = await api.imprint(null);
    const person = await api.person('katrin.luebbers@elbmarsch-it.example');
    const texts: string[] = [];
    const walk = (value: unknown): void => {
      if (typeof value === 'string') texts.push(value);
      else if (typeof value === 'object' && value !== null) Object.values(value).forEach(walk);
    };
    walk([own?.imprint, person]);
    expect(texts.length).toBeGreaterThan(10);
    for (const text of texts) {
      expect(text.length).toBeLessThanOrEqual(500);
      expect(text).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069\u2028]/u);
    }
    if (spell === 'markup') expect(own?.imprint.companyName).toContain('<script>alert(2)</script>');
  });
});
