import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anySession } from '../../../unit/main/history/support/any-session.ts';
import { manySessions } from '../../../unit/main/history/support/sessions.ts';
import { everything, freshPlace, open } from './place.ts';

const none = { malformed: [] } as const;
const noon = Date.UTC(2026, 10, 23, 11);
const day = 86_400_000;

describe('sessions on disk', () => {
  it('come back exactly as they went in, whatever they hold', async () => {
    const { history } = await open(freshPlace());
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(anySession, { selector: (each) => each.id }),
        async (sessions) => {
          await history.ingest({ sessions, ...none });
          const held = new Map((await everything(history)).map((each) => [each.id, each]));
          for (const each of sessions) expect(held.get(each.id)).toStrictEqual(each);
          await history.purgeBefore(Number.MAX_SAFE_INTEGER);
          await history.purgeBefore(Number.MAX_VALUE);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('are there again after closing, and the newest come first in slices', async () => {
    const place = freshPlace();
    const sessions = manySessions(1200, noon - 90 * day, noon);
    const { history } = await open(place);
    expect(await history.ingest({ sessions, ...none })).toEqual({ inserted: 1200, changed: 0 });
    await history.close();
    const again = await open(place);
    expect(again.notice).toBeNull();
    const first = await again.history.slice(null, 500);
    const second = await again.history.slice(first.at(-1)?.id ?? null, 500);
    const third = await again.history.slice(second.at(-1)?.id ?? null, 500);
    const all = [...first, ...second, ...third];
    expect(all).toHaveLength(1200);
    expect(all.map((each) => each.createdAt)).toEqual(
      sessions.map((each) => each.createdAt).sort((a, b) => b - a),
    );
    expect(new Map(all.map((each) => [each.id, each]))).toEqual(
      new Map(sessions.map((each) => [each.id, each])),
    );
    await expect(again.history.slice('nobody', 1)).rejects.toMatchObject({
      problem: { code: 'invalid-request' },
    });
  });
});

describe('covered ranges and marks', () => {
  it('outlive a restart', async () => {
    const place = freshPlace();
    const { history } = await open(place);
    await history.cover({ start: 5, end: 9 });
    await history.note({ beginning: 3, lastToday: 7, lastFull: 8 });
    await history.note({ lastRecent: 6, lastFull: null, unattended: 5 });
    await history.close();
    const again = await open(place);
    expect(await again.history.coverage()).toEqual({
      ranges: [{ start: 5, end: 9 }],
      beginning: 3,
      sessions: 0,
      malformed: 0,
      lastToday: 7,
      lastRecent: 6,
      lastFull: null,
      unattended: 5,
    });
  });
});
