import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { SessionsQuery } from '../../../../src/main/pcvisit/types.ts';
import { startSandbox } from '../../../sandbox/index.ts';
import { freshPlace, open } from './place.ts';
import { afternoon, catchUp, held, truth, zone } from './true-copy.ts';
import { createSkippingTime } from '../../../unit/main/history/support/time.ts';

it('a first sync that is killed again and again goes on where it was, and arrives', async () => {
  const time = createSkippingTime(afternoon);
  const sandbox = await startSandbox({
    now: time.clock,
    zone,
    sessions: 3000,
    faults: { pageCap: 60, introspectionOff: true },
  });
  const place = freshPlace();
  /** Runs the real thing in a process of its own until it holds so many sessions, then kills it. */
  const runUntil = async (sessions: number): Promise<void> => {
    const child = spawn(
      process.execPath,
      [
        fileURLToPath(new URL('./sync-for-ever.ts', import.meta.url)),
        place.file,
        Buffer.from(place.key).toString('hex'),
        sandbox.url,
        sandbox.tokens.integratorToken,
        sandbox.tokens.userToken,
        String(afternoon),
      ],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const lines = createInterface({ input: child.stdout });
    for await (const line of lines) if (Number(line) >= sessions) break;
    child.kill('SIGKILL');
    await once(child, 'close');
  };
  await runUntil(600);
  await runUntil(1500);
  const first = await open(place);
  expect(first.notice).toBeNull();
  const { ranges, sessions } = await first.history.coverage();
  expect(sessions).toBeGreaterThanOrEqual(1500);
  expect(sessions).toBeLessThan(3000);
  expect(ranges).toHaveLength(1);

  const queries: SessionsQuery[] = [];
  const state = await catchUp(
    { sandbox, history: first.history, time },
    () => undefined,
    (query) => queries.push(query),
  );
  expect(state).toMatchObject({ progress: null, problem: null });
  expect(await held(first.history)).toEqual(truth(sandbox, false));
  // But for today nothing that had been covered was asked for again.
  const covered = ranges[0]?.start ?? 0;
  expect(queries.filter(({ to }) => to !== null && to > covered)).toEqual([]);
  await first.history.close();
  await sandbox.close();
});
