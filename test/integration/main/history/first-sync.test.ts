import { describe, expect, it } from 'vitest';
import { everyTenth, expectTrueCopy, pairUp } from './true-copy.ts';

describe('the first sync, with faults on every tenth request', () => {
  it.each([
    { sessions: 20_000, pageCap: 100, introspection: true },
    { sessions: 20_000, pageCap: 100, introspection: false },
    { sessions: 20_000, pageCap: 1000, introspection: true },
    { sessions: 20_000, pageCap: 1000, introspection: false },
    { sessions: 20_000, pageCap: null, introspection: true },
    { sessions: 20_000, pageCap: null, introspection: false },
    { sessions: 500, pageCap: 1, introspection: true },
    { sessions: 500, pageCap: 1, introspection: false },
    { sessions: 500, pageCap: 7, introspection: true },
    { sessions: 500, pageCap: 7, introspection: false },
  ])(
    'makes the history equal to the server: $sessions sessions, $pageCap a page, introspection $introspection',
    async ({ sessions, pageCap, introspection }) => {
      const pair = await pairUp({
        sessions,
        faults: { ...everyTenth, pageCap, introspectionOff: !introspection },
      });
      const state = await pair.catchUp();
      expect(state).toMatchObject({ progress: null, problem: null, malformedCount: 0 });
      await expectTrueCopy(pair, introspection);
      expect(pair.states.some((each) => each.problem !== null)).toBe(true);
      await pair.close();
    },
  );
});
