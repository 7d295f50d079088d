import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../../../src/shared/problem.ts';
import { createMemoryHistory } from '../support/memory-history.ts';
import { manySessions } from '../support/sessions.ts';
import {
  afternoon,
  createHarness,
  day,
  inOrder,
  minute,
  type Harness,
} from '../support/harness.ts';

let harness: Harness;

const sessions = manySessions(200, afternoon - 100 * day, afternoon);

describe('trouble on disk', () => {
  it('waits where the disk is full, and goes on without loss once there is room', async () => {
    harness = createHarness(sessions);
    await harness.sync.stop();
    let full = true;
    const history = createMemoryHistory(harness.time.clock);
    const sync = harness.restart({
      history: {
        ...history,
        ingest: (batch) =>
          full ? Promise.reject(new ProblemError({ code: 'disk-full' })) : history.ingest(batch),
      },
    });
    sync.start();
    await harness.time.advance(minute);
    expect(sync.state()).toMatchObject({ phase: 'waiting', problem: { code: 'disk-full' } });
    expect((await history.coverage()).ranges).toEqual([]);
    full = false;
    await harness.time.advance(6 * minute);
    expect(inOrder(history.all())).toEqual(inOrder(sessions));
    expect(sync.state()).toMatchObject({ phase: 'idle', problem: null });
    await sync.stop();
  });

  it('fills a history anew that had to be set aside, and says so', async () => {
    harness = createHarness(sessions);
    await harness.catchUp();
    await harness.sync.stop();
    let history = harness.history;
    let damaged = false;
    const sync = harness.restart({
      history: {
        ...harness.history,
        ingest: (batch) => {
          if (damaged) return history.ingest(batch);
          damaged = true;
          history = createMemoryHistory(harness.time.clock);
          return Promise.reject(
            new ProblemError({ code: 'history-damaged', path: '/x/history.damaged' }),
          );
        },
        cover: (range) => history.cover(range),
        coverage: () => history.coverage(),
        idsWithin: (range) => history.idsWithin(range),
        note: (marks) => history.note(marks),
        oldestRunning: () => history.oldestRunning(),
      },
    });
    sync.start();
    sync.now();
    await harness.time.advance(minute);
    expect(inOrder(history.all())).toEqual(inOrder(sessions));
    expect(sync.state()).toMatchObject({
      phase: 'idle',
      problem: null,
      notice: { code: 'history-damaged', path: '/x/history.damaged' },
    });
    await sync.stop();
  });
});
