import { describe, expect, it } from 'vitest';
import type { Faults, Sandbox } from '../../../sandbox/index.ts';
import { afternoon, everyTenth, expectTrueCopy, pairUp } from './true-copy.ts';

describe('the first sync from a server of another kind', () => {
  it.each<[string, Partial<Faults>]>([
    ['numbers come as strings', { numbersAsStrings: true }],
    ['strangers chose the texts and the times', { hostileTexts: 1 }],
    ['pages cannot be told apart from numbers', { pagingUndiscoverable: true, pageCap: 20 }],
    ['it loads its data meanwhile', { halfLoaded: { requests: 3, withheld: 0.5 }, pageCap: 50 }],
    [
      'waits are told as dates',
      { everyNth: { n: 3, kind: 'http-429' }, retryAfter: { seconds: 90, form: 'date' } },
    ],
    ['the JWT is rejected, and short-lived', { jwtRejected: 'once', jwtLifetimeMs: 5000 }],
  ])('makes the history equal to it where %s', async (_, faults) => {
    const pair = await pairUp({ sessions: 400, faults });
    expect(await pair.catchUp()).toMatchObject({
      progress: null,
      problem: null,
      malformedCount: 0,
    });
    await expectTrueCopy(pair);
    await pair.close();
  });

  it('keeps malformed sessions aside, counts them and is stopped by none', async () => {
    const faults = { ...everyTenth, malformedSessions: 9, pageCap: 30 };
    const pair = await pairUp({ sessions: 400, faults });
    const state = await pair.catchUp();
    expect(state).toMatchObject({ progress: null, problem: null });
    expect(state.malformedCount).toBe(pair.sandbox.malformedIds().length);
    await expectTrueCopy(pair);

    pair.sandbox.setFaults({ malformedSessions: null });
    expect(await pair.catchUpAfter(8)).toMatchObject({ malformedCount: 0 });
    await expectTrueCopy(pair);
    await pair.close();
  });

  it('says while it goes on how far it has come', async () => {
    const pair = await pairUp({ sessions: 400, faults: { pageCap: 20, introspectionOff: true } });
    await pair.catchUp();
    const progress = pair.states.flatMap((state) => state.progress ?? []);
    expect(progress.length).toBeGreaterThan(10);
    const oldest = Math.min(...[...pair.sandbox.allSessions()].map((raw) => raw.sessionCreatedAt));
    expect(progress.at(-1)?.beginning).toBeLessThanOrEqual(oldest);
    for (const [index, each] of progress.entries()) {
      expect(each.reachesBackTo).toBeLessThanOrEqual(
        progress[index - 1]?.reachesBackTo ?? afternoon,
      );
    }
    await pair.close();
  });
});

describe('what changes on the server', () => {
  /** Updates, removes and adds all over the history, a third of each. */
  function change(sandbox: Sandbox, round: number, among = (_createdAt: number) => true): void {
    const all = [...sandbox.allSessions()].filter((raw) => among(raw.sessionCreatedAt));
    for (const [index, raw] of all.entries()) {
      if (index % 5 === 0) sandbox.remove(raw.id);
      if (index % 5 === 1) sandbox.update(raw.id, { customDuration: 900_000 + round });
      if (index % 5 === 2)
        sandbox.update(raw.id, { invoiceState: 'Invoiced', name: `neu ${round}` });
      if (index % 5 === 3) {
        sandbox.add({
          ...raw,
          id: raw.id.replace(/^......../, `0000000${round}`),
          name: `später ${index}`,
        });
      }
    }
  }

  it.each([
    { introspectionOff: false, pageCap: 50 },
    { introspectionOff: true, pageCap: 50 },
    { introspectionOff: true, pageCap: null },
  ])(
    'is here a week later at the latest (introspection off: $introspectionOff, $pageCap a page)',
    async (faults) => {
      const pair = await pairUp({ sessions: 600, faults: { ...everyTenth, ...faults } });
      await pair.catchUp();
      change(pair.sandbox, 1);
      await pair.catchUpAfter(7.1);
      await expectTrueCopy(pair, !faults.introspectionOff);

      change(pair.sandbox, 2);
      await pair.catchUpAfter(7.1);
      await expectTrueCopy(pair, !faults.introspectionOff);
      await pair.close();
    },
  );

  it('is here a day later where it is recent, and at the next look where it is today', async () => {
    const pair = await pairUp({ sessions: 2000 });
    await pair.catchUp();
    change(pair.sandbox, 1, (createdAt) => createdAt > afternoon - 43 * 86_400_000);
    await pair.catchUpAfter(1.1);
    await expectTrueCopy(pair);

    const today = afternoon + 1.1 * 86_400_000 - 3_600_000;
    const [any] = pair.sandbox.allSessions();
    pair.sandbox.add({
      ...any,
      id: '11111111-0000-4000-8000-000000000000',
      sessionCreatedAt: today,
    });
    await pair.catchUpAfter(0.01);
    await expectTrueCopy(pair);
    await pair.close();
  });

  it('is not believed where the server is still loading', async () => {
    const pair = await pairUp({ sessions: 300 });
    await pair.catchUp();
    pair.sandbox.setFaults({ halfLoaded: { requests: 9, withheld: 1 } });
    await pair.catchUpAfter(8);
    await expectTrueCopy(pair);
    await pair.close();
  });
});
