import { expect, it } from 'vitest';
import { createAlarm } from '../../../../../src/main/history/sync/alarm.ts';
import { createFakeTime } from '../support/time.ts';

it('an alarm wakes after its time, or when it rings, and leaves no timer behind', async () => {
  const time = createFakeTime(0);
  const alarm = createAlarm(time.timers);
  const woken: boolean[] = [];
  void alarm.sleep(10).then((rung) => woken.push(rung));
  await time.advance(9);
  expect(woken).toEqual([]);
  await time.advance(1);
  expect(woken).toEqual([false]);
  void alarm.sleep(10).then((rung) => woken.push(rung));
  alarm.ring();
  alarm.ring();
  await time.advance(0);
  expect(woken).toEqual([false, true]);
  expect(time.next()).toBeNull();
});

it('an alarm never sets a timer that would fire at once for being too long', () => {
  const time = createFakeTime(0);
  const alarm = createAlarm(time.timers);
  void alarm.sleep(2 ** 40);
  expect(time.next()).toBe(2 ** 31 - 1);
  alarm.ring();
  void alarm.sleep(-5);
  expect(time.next()).toBe(0);
  alarm.ring();
  void alarm.sleep(Infinity);
  expect(time.next()).toBeNull();
});
