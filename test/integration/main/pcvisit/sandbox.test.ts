import { afterEach, describe, expect, it } from 'vitest';
import { idsIn, idsNotIn } from '../../../../src/main/pcvisit/filtrex.ts';
import type { Participant, Session } from '../../../../src/shared/session.ts';
import {
  startSandbox,
  type RawSession,
  type Sandbox,
  type SandboxOptions,
} from '../../../sandbox/index.ts';
import { everything, openApi, problemOf, type Harness } from '../../../support/pcvisit/harness.ts';

const open: Sandbox[] = [];

afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
});

const now = Date.UTC(2026, 10, 23, 12);

async function start(
  options: SandboxOptions = {},
): Promise<{ sandbox: Sandbox; harness: Harness }> {
  const box = { harness: null as Harness | null };
  const sandbox = await startSandbox({
    sessions: 300,
    zone: 'Europe/Berlin',
    now: () => box.harness?.now ?? now,
    ...options,
  });
  open.push(sandbox);
  const { tokens } = sandbox;
  const harness = openApi(new URL(sandbox.url), { tokens, limits: { retryDelayMs: 1 } });
  box.harness = harness;
  return { sandbox, harness };
}

/** A session as the client should tell it, from what the server holds. */
function expected(raw: RawSession, participants: boolean, otherNames: boolean): Session {
  const { clientCompany, target } = raw;
  return {
    id: raw.id,
    name: raw.name.toWellFormed(),
    type: raw.type,
    state: raw.state,
    invoiceState: raw.invoiceState,
    client: clientCompany && {
      number: clientCompany.clientId,
      name: clientCompany.companyFolderDisplayName,
      folderId: clientCompany.companyFolderId,
    },
    computer: target && {
      id: target.computerId,
      displayName: target.computerDisplayName,
      hostName: target.computerHostName,
      userDisplayName: target.computerUserDisplayName,
      termsName: target.termsAndConditionsNameUsedForAccepting,
      termsState: target.termsAndConditionsRequestState,
    },
    participants: participants
      ? raw.participants.map((one) => ({
          name: one.name,
          email: one.email,
          userId: one.userId,
          companyUuid: one.companyUuid,
          fields: otherNames ? (expect.anything() as object as Participant['fields']) : { ...one },
        }))
      : [],
    durationMs: raw.duration,
    customDurationMs: raw.customDuration,
    commentsLink: raw.commentsLink,
    createdAt: raw.sessionCreatedAt,
    finishedAt: raw.sessionFinishedAt,
    lastUpdatedAt: raw.lastUpdatedAt,
    companyUuid: raw.sessionCompanyUuid,
  };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

async function wholeHistory({ api }: Harness): Promise<Session[]> {
  const sessions: Session[] = [];
  let after: string | undefined;
  for (;;) {
    const page = await api.sessions({ ...everything, after });
    sessions.push(...page.sessions);
    if (sessions.length >= page.totalCount) return sessions;
    after = page.endCursor ?? undefined;
    if (after === undefined) throw new Error('the history ends too early');
  }
}

describe('against the sandbox', () => {
  it.each<[string, SandboxOptions['faults'], boolean]>([
    ['as it is', {}, true],
    ['with other names', { otherNames: true }, true],
    ['without introspection', { introspectionOff: true }, false],
    ['with pages by number', { pagingUndiscoverable: true }, true],
    ['with numbers as strings', { numbersAsStrings: true }, true],
    ['in pages of 40', { pageCap: 40 }, true],
    ['with hostile texts', { hostileTexts: 3 }, true],
  ])('%s every session comes, field for field', async (_, faults, participants) => {
    const { sandbox, harness } = await start({ faults });
    const sessions = await wholeHistory(harness);
    const raw = [...sandbox.allSessions()].map((one) =>
      expected(one, participants, faults?.otherNames ?? false),
    );
    expect(sessions.toSorted(byId)).toEqual(raw.toSorted(byId));
    expect(sessions).toHaveLength(300);
  });

  it('what cannot be read is set aside, and all of it', async () => {
    const { sandbox, harness } = await start({ faults: { malformedSessions: 10 } });
    const page = await harness.api.sessions(everything);
    expect(page.malformed).toHaveLength(30);
    expect(page.sessions).toHaveLength(270);
    const broken = new Set(sandbox.malformedIds());
    expect(broken.size).toBe(30);
    for (const { id } of page.sessions) expect(broken).not.toContain(id);
    for (const { id, reason } of page.malformed) {
      expect(reason).toMatch(/^value/);
      if (id !== null) expect(broken).toContain(id);
    }
  });

  it('filters part the history into two', async () => {
    const { harness } = await start();
    const all = await wholeHistory(harness);
    const some = all.slice(0, 20).map(({ id }) => id);
    const among = await harness.api.sessions({ ...everything, filter: idsIn(some) });
    const without = await harness.api.sessions({ ...everything, filter: idsNotIn(some) });
    expect(among.sessions.map(({ id }) => id).toSorted()).toEqual(some.toSorted());
    expect(without.totalCount).toBe(280);
    const strange = ['"', '\\', '") or ("" == "'];
    expect((await harness.api.sessions({ ...everything, filter: idsIn(strange) })).totalCount).toBe(
      0,
    );
  });

  it('a JWT that really ends is renewed in time, with the clock 10 minutes off', async () => {
    for (const clockSkewMs of [-600_000, 0, 600_000]) {
      const { sandbox, harness } = await start({
        jwtLifetimeMs: 60_000,
        faults: { clockSkewMs },
      });
      for (let step = 0; step < 12; step++) {
        await harness.api.sessions(everything);
        harness.now += 10_000;
      }
      expect(sandbox.requests.get('SiRetrieveSignedJwt')).toBe(4);
      expect(sandbox.requests.get('AcQuerySessionsHistory')).toBe(12);
    }
  });

  it.each(['failure', 'http-401', 'graphql-errors'] as const)(
    'a rejection by %s costs one renewal, and a second one is believed',
    async (jwtRejection) => {
      const { sandbox, harness } = await start({ faults: { jwtRejection, jwtRejected: 'once' } });
      expect((await harness.api.sessions(everything)).nodeCount).toBe(300);
      expect(sandbox.requests.get('SiRetrieveSignedJwt')).toBe(2);
      sandbox.setFaults({ jwtRejected: 'always' });
      expect(await problemOf(harness.api.sessions(everything))).toMatchObject({
        code: 'jwt-rejected',
      });
      expect(sandbox.requests.get('SiRetrieveSignedJwt')).toBe(3);
      expect(sandbox.requests.get('AcQuerySessionsHistory')).toBe(4);
    },
  );

  it('revoked tokens are told', async () => {
    const { sandbox, harness } = await start({ faults: { tokensRevoked: true } });
    const problem = await problemOf(harness.api.sessions(everything));
    expect(problem).toMatchObject({ code: 'tokens-rejected' });
    expect(harness.rejections).toEqual([problem]);
    expect(sandbox.totalRequests).toBe(1);
  });

  it.each(['seconds', 'date'] as const)('a rate limit in %s is kept', async (form) => {
    for (const kind of ['time-out', 'try-again-later', 'http-429'] as const) {
      const { sandbox, harness } = await start({
        faults: {
          inject: [{ kind, operation: 'AcQuerySessionsHistory', times: 1 }],
          retryAfter: { seconds: 90, form },
        },
      });
      const problem = await problemOf(harness.api.sessions(everything));
      expect(problem).toMatchObject({ code: 'rate-limited' });
      const wait = (problem.retryAt ?? 0) - harness.now;
      // A date counts whole seconds.
      expect(Math.abs(wait - 90_000)).toBeLessThan(2_000);
      const before = sandbox.totalRequests;
      await problemOf(harness.api.sessions(everything));
      expect(sandbox.totalRequests).toBe(before);
      harness.now += wait;
      expect((await harness.api.sessions(everything)).nodeCount).toBe(300);
    }
  });
});
