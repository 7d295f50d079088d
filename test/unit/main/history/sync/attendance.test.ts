import { expect, it } from 'vitest';
import {
  afternoon,
  createHarness,
  day,
  hour,
  inOrder,
  minute,
  type Harness,
} from '../support/harness.ts';
import { manySessions } from '../support/sessions.ts';

let harness: Harness;

it('sessions that were read without their participants are asked for again once those can be read', async () => {
  const sessions = manySessions(200, afternoon - 100 * day, afternoon);
  harness = createHarness(sessions);
  harness.server.participants = false;
  await harness.catchUp();
  const unattended = sessions.map((session) => ({ ...session, participants: [] }));
  expect(inOrder(harness.history.all())).toEqual(inOrder(unattended));
  expect((await harness.history.coverage()).unattended).toBe(afternoon);

  harness.server.participants = true;
  await harness.time.advance(10 * minute);
  expect(inOrder(harness.history.all())).toEqual(inOrder(sessions));
  expect((await harness.history.coverage()).unattended).toBeNull();
  const asked = harness.server.requests.length;
  // Once is enough.
  await harness.time.advance(hour);
  const more = harness.server.requests.slice(asked);
  expect(more.filter(({ from }) => from < afternoon - 2 * day)).toEqual([]);
});
