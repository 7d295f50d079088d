import { expect, it } from 'vitest';
import { createSettling } from '../../../../src/main/history/settling.ts';

it('goes on step by step, lets others in between, and tells everybody who waits', async () => {
  const course: string[] = [];
  let left = 3;
  const settling = createSettling(() => {
    course.push(`step ${left}`);
    return --left > 0;
  });
  const done = new Promise<void>((resolve) => {
    settling.begin((error) => course.push(`first ${String(error)}`));
    settling.begin((error) => {
      course.push(`second ${String(error)}`);
      resolve();
    });
  });
  setImmediate(() => course.push('somebody else'));
  await done;
  expect(course).toEqual([
    'step 3',
    'somebody else',
    'step 2',
    'step 1',
    'first null',
    'second null',
  ]);
});

it('tells what went wrong, and can be begun again', async () => {
  let fails = true;
  const settling = createSettling(() => {
    if (fails) throw new Error('full');
    return false;
  });
  const begin = () => new Promise((resolve) => settling.begin(resolve));
  expect(await begin()).toEqual(new Error('full'));
  fails = false;
  expect(await begin()).toBeNull();
});

it('takes no further step once it is stopped, and leaves nobody waiting', async () => {
  let steps = 0;
  const settling = createSettling(() => ++steps > 0);
  const done = new Promise((resolve) => settling.begin(resolve));
  await new Promise((resolve) => setImmediate(resolve));
  settling.stop();
  const taken = steps;
  expect(taken).toBeGreaterThan(0);
  expect(await done).toBeNull();
  await new Promise((resolve) => setTimeout(resolve, 5));
  expect(steps).toBe(taken);
});
