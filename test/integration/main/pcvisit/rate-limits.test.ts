import { describe, expect, it } from 'vitest';
import {
  asking,
  buying,
  everything,
  failing,
  openApi,
  problemOf,
  wellBut,
} from '../../../support/pcvisit/harness.ts';
import { openServer } from '../../../support/pcvisit/open-server.ts';
import type { Reply } from '../../../support/pcvisit/scripted-server.ts';

/** A server that wants to be left alone, until told otherwise. */
async function limited(reply: Reply, operation = asking) {
  const state = { limited: true };
  const server = await openServer(
    wellBut((asked) => (state.limited && asked.operation === operation ? reply : undefined)),
  );
  return { server, state };
}

const now = Date.UTC(2026, 10, 23, 12);
const inDate = 'Mon, 23 Nov 2026 12:01:30 GMT';
const dev = (comment_for_dev: string) => ({ comment_for_dev });
const plain = { 'content-type': 'text/plain' };

describe('a rate limit', () => {
  it.each<[string, Reply, number]>([
    ['TimeOut in seconds', failing(asking, 'TimeOut', dev('Retry-After: 90')), 90_000],
    [
      'TryAgainLater as a date',
      failing(asking, 'TryAgainLater', dev(`Retry-After: ${inDate}`)),
      90_000,
    ],
    ['429 in seconds', { status: 429, headers: { 'retry-after': '90' } }, 90_000],
    ['429 as a date', { status: 429, headers: { 'retry-after': inDate } }, 90_000],
    [
      '503 with the header',
      { status: 503, headers: { ...plain, 'retry-after': '90' }, body: '' },
      90_000,
    ],
    ['one of no time', failing(asking, 'TimeOut', dev('Retry-After: 0')), 1_000],
    ['one of years', { status: 429, headers: { 'retry-after': '99999999' } }, 3_600_000],
  ])('%s holds everything back until then', async (_, reply, wait) => {
    const { server, state } = await limited(reply);
    const harness = openApi(server.url);
    const first = await problemOf(harness.api.sessions(everything));
    expect(first).toMatchObject({ code: 'rate-limited', retryAt: now + wait });
    const before = server.asked.length;

    harness.now += wait - 1;
    expect(await problemOf(harness.api.sessions({ from: 1, to: 2 }))).toEqual(first);
    expect(await problemOf(harness.api.renew())).toEqual(first);
    expect(server.asked).toHaveLength(before);

    harness.now += 1;
    state.limited = false;
    expect((await harness.api.sessions(everything)).nodeCount).toBe(0);
  });

  it.each<[string, Reply]>([
    ['TimeOut', failing(asking, 'TimeOut', dev('it took too long'))],
    ['TryAgainLater', failing(asking, 'TryAgainLater')],
    ['429', { status: 429 }],
    [
      'RATE_LIMITED',
      { body: { errors: [{ message: 'x', extensions: { code: 'RATE_LIMITED' } }] } },
    ],
  ])('%s without an instant leaves it to whoever asks', async (_, reply) => {
    const { server } = await limited(reply);
    const { api } = openApi(server.url);
    const problem = await problemOf(api.sessions(everything));
    expect(problem).toMatchObject({ code: 'rate-limited' });
    expect(problem.retryAt).toBeUndefined();
    await problemOf(api.sessions(everything));
    expect(server.count(asking)).toBe(2);
  });

  it('on the purchase does not speak against the tokens', async () => {
    const reply = failing(buying, 'TryAgainLater', dev('Retry-After: 5'));
    const { server } = await limited(reply, buying);
    const { api, rejections } = openApi(server.url);
    const all = Array.from({ length: 50 }, (_, from) => problemOf(api.sessions({ from, to: 0 })));
    for (const problem of await Promise.all(all)) {
      expect(problem).toMatchObject({ code: 'rate-limited', retryAt: now + 5_000 });
    }
    expect(rejections).toEqual([]);
    expect(server.asked).toHaveLength(1);
  });

  it('as a date is read on the clock of the server that wrote it', async () => {
    const date = 'Mon, 23 Nov 2026 12:10:00 GMT';
    const headers = { date, 'retry-after': 'Mon, 23 Nov 2026 12:10:30 GMT' };
    const { server } = await limited({ status: 429, headers });
    const problem = await problemOf(openApi(server.url).api.sessions(everything));
    expect(problem.retryAt).toBe(now + 30_000);
  });
});
