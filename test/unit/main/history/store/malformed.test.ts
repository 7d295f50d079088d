import { describe, expect, it } from 'vitest';
import { createMemoryHistory } from '../support/memory-history.ts';
import { sessionOf } from '../support/sessions.ts';

describe('malformed sessions', () => {
  it('are kept once, replaced by what comes later and dropped once they can be read', async () => {
    const history = createMemoryHistory(() => 1000);
    const long = 'ä'.repeat(100_000);
    await history.ingest({
      sessions: [],
      malformed: [
        { id: 'a', reason: 'name: expected text', raw: { id: 'a', name: 1 } },
        { id: 'a', reason: 'state: missing', raw: { id: 'a' } },
        { id: null, reason: 'id: missing', raw: { name: long } },
        { id: null, reason: 'id: missing', raw: { name: long } },
        { id: null, reason: 'id: missing', raw: { name: '\ud800' } },
      ],
    });
    expect((await history.coverage()).malformed).toBe(3);
    await history.ingest({ sessions: [sessionOf({ id: 'a' })], malformed: [] });
    expect((await history.coverage()).malformed).toBe(2);
    await history.note({ lastFull: 1000 });
    expect((await history.coverage()).malformed).toBe(2);
    await history.note({ lastFull: 1001 });
    expect((await history.coverage()).malformed).toBe(0);
  });

  it('are purged by when they began, or where that cannot be read by when they came', async () => {
    const history = createMemoryHistory(() => 1000);
    const malformed = [900, '950', 'soon', undefined].map((sessionCreatedAt, index) => ({
      id: `m${index}`,
      reason: 'x',
      raw: sessionCreatedAt === undefined ? null : { sessionCreatedAt },
    }));
    await history.ingest({ sessions: [], malformed });
    await history.purgeBefore(951);
    expect((await history.coverage()).malformed).toBe(2);
    await history.purgeBefore(1001);
    expect((await history.coverage()).malformed).toBe(0);
  });
});
