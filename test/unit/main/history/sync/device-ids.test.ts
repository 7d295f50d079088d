import { expect, it } from 'vitest';
import { createHarness } from '../support/harness.ts';
import { sessionOf } from '../support/sessions.ts';
import { settle } from '../support/time.ts';

it('forgets device ids as soon as they are no longer wanted, whether or not the server answers', async () => {
  let wanted = true;
  const session = sessionOf({ id: 'a' });
  const computer = session.computer && { ...session.computer, macAddress: '02:1a:aa' };
  const harness = createHarness([{ ...session, computer }], {
    overrides: { deviceIds: () => wanted },
  });
  const held = async () => (await harness.history.slice(null, 1))[0]?.computer;
  await harness.catchUp();
  expect(await held()).toHaveProperty('macAddress', '02:1a:aa');

  harness.sync.networkChanged(false);
  await settle();
  harness.server.failures.push({ code: 'offline' });
  const told = harness.changes.length;
  wanted = false;
  harness.sync.now();
  await settle();
  expect(await held()).not.toHaveProperty('macAddress');
  expect(harness.changes.length).toBeGreaterThan(told);
});
