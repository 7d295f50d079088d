import { describe, expect, it } from 'vitest';
import { createLatestOnly } from '../../../../src/main/history/latest-only.ts';

/** Something that answers when it is told to. */
function setUp() {
  let ticket = 0;
  const runs: {
    request: string;
    ticket: number;
    end: (result: string | null) => void;
    fail: (error: Error) => void;
  }[] = [];
  const line = createLatestOnly<string, string>(
    (request, own) =>
      new Promise((resolve, reject) => {
        runs.push({ request, ticket: own, end: resolve, fail: reject });
      }),
    () => ++ticket,
  );
  return { line, runs };
}

describe('of those that wait', () => {
  it('only the latest is run, and the others are answered with null', async () => {
    const { line, runs } = setUp();
    const asked = ['a', 'ab', 'abc', 'abcd'].map((request) => line.ask(request));
    expect(runs.map((run) => run.request)).toEqual(['a']);
    expect(await asked[1]).toBeNull();
    expect(await asked[2]).toBeNull();
    runs[0]?.end('too late');
    expect(await asked[0]).toBeNull();
    expect(runs.map((run) => [run.request, run.ticket])).toEqual([
      ['a', 1],
      ['abcd', 4],
    ]);
    runs[1]?.end('found');
    expect(await asked[3]).toBe('found');
  });

  it('each is run where none overtakes it', async () => {
    const { line, runs } = setUp();
    for (const request of ['a', 'b']) {
      const asked = line.ask(request);
      runs.at(-1)?.end(request);
      expect(await asked).toBe(request);
    }
  });

  it('one that fails is told so, and holds up nobody', async () => {
    const { line, runs } = setUp();
    const first = line.ask('a');
    runs[0]?.fail(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    const overtaken = line.ask('b');
    const last = line.ask('c');
    runs[1]?.fail(new Error('broken again'));
    expect(await overtaken).toBeNull();
    await expect.poll(() => runs.length).toBe(3);
    runs[2]?.end('c');
    expect(await last).toBe('c');
  });
});
