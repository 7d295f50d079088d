import { describe, expect, it } from 'vitest';
import { ask, failed, get, jwtQuery, monday, post, serve, signIn } from './support.ts';

const query = `query ($email: Email!) {
  SiFindUserByMail(email: $email) { ${failed} ... on User { id } }
}`;
const variables = { email: 'katrin.luebbers@elbmarsch-it.example' };

function claims(jwt: string): { iat: number; exp: number; customerUuid: string } {
  const payload = Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString();
  return JSON.parse(payload) as { iat: number; exp: number; customerUuid: string };
}

describe('a JWT', () => {
  it('is good until it expires, and not a moment longer', async () => {
    let now = monday;
    const sandbox = await serve({ now: () => now, jwtLifetimeMs: 60_000 });
    const jwt = await signIn(sandbox);
    expect(claims(jwt)).toMatchObject({
      iat: monday / 1000,
      exp: monday / 1000 + 60,
      customerUuid: sandbox.customerUuid,
    });
    now += 59_999;
    await get(sandbox, query, variables, jwt);
    now += 1;
    expect(await ask(sandbox, query, variables, jwt)).toMatchObject({ error: 'JwtExpired' });
    await get(sandbox, query, variables, await signIn(sandbox));
  });

  it('has to be there, whole and of this sandbox', async () => {
    const sandbox = await serve();
    const other = await serve();
    const jwt = await signIn(sandbox);
    expect(await ask(sandbox, query, variables)).toMatchObject({ error: 'JwtMissing' });
    for (const wrong of ['x', `${jwt}x`, await signIn(other)]) {
      expect(await ask(sandbox, query, variables, wrong)).toMatchObject({ error: 'JwtInvalid' });
    }
    const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${jwt.split('.')[1] ?? ''}.`;
    expect(await ask(sandbox, query, variables, unsigned)).toMatchObject({ error: 'JwtInvalid' });
  });

  it('goes by a clock that may be off', async () => {
    const skew = -10 * 60_000;
    const sandbox = await serve({ now: () => monday, faults: { clockSkewMs: skew } });
    const response = await post(sandbox, jwtQuery, {
      i: sandbox.tokens.integratorToken,
      u: sandbox.tokens.userToken,
    });
    expect(response.headers.get('date')).toBe(new Date(monday + skew).toUTCString());
    const jwt = await signIn(sandbox);
    expect(claims(jwt).iat).toBe((monday + skew) / 1000);
    await get(sandbox, query, variables, jwt);
    sandbox.setFaults({ clockSkewMs: 3 * 3_600_000 });
    expect(await ask(sandbox, query, variables, jwt)).toMatchObject({ error: 'JwtExpired' });
  });

  it('is good for as long as was last said', async () => {
    const sandbox = await serve({ now: () => monday });
    sandbox.setFaults({ jwtLifetimeMs: 5000 });
    const { iat, exp } = claims(await signIn(sandbox));
    expect(exp - iat).toBe(5);
  });

  it('cannot be had once the tokens are revoked, while those sold stay good', async () => {
    const sandbox = await serve();
    const jwt = await signIn(sandbox);
    sandbox.setFaults({ tokensRevoked: true });
    const { integratorToken: i, userToken: u } = sandbox.tokens;
    expect(await ask(sandbox, jwtQuery, { i, u })).toMatchObject({ error: 'ApiTokenRevoked' });
    await get(sandbox, query, variables, jwt);
  });
});

describe('a good JWT that is rejected', () => {
  it('may be rejected once', async () => {
    const sandbox = await serve();
    const jwt = await signIn(sandbox);
    sandbox.setFaults({ jwtRejected: 'once' });
    expect(await ask(sandbox, query, variables, jwt)).toMatchObject({ error: 'JwtInvalid' });
    await get(sandbox, query, variables, jwt);
    expect(sandbox.faults.jwtRejected).toBe('never');
  });

  it('may be rejected always, new ones too', async () => {
    const sandbox = await serve({ faults: { jwtRejected: 'always' } });
    for (let time = 0; time < 3; time += 1) {
      const jwt = await signIn(sandbox);
      expect(await ask(sandbox, query, variables, jwt)).toMatchObject({ error: 'JwtInvalid' });
    }
  });

  it('is refused by HTTP where that is switched on', async () => {
    const sandbox = await serve({ faults: { jwtRejection: 'http-401' } });
    const response = await post(sandbox, query, variables);
    expect(response.status).toBe(401);
    expect(response.headers.get('www-authenticate')).toBe('Bearer');
  });

  it('is refused by an error of GraphQL where that is switched on', async () => {
    const sandbox = await serve({ faults: { jwtRejection: 'graphql-errors' } });
    const response = await post(sandbox, query, variables);
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
    });
  });
});
