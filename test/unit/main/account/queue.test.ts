import { describe, expect, it } from 'vitest';
import { createQueue } from '../../../../src/main/account/queue.ts';

describe('the queue', () => {
  it('does one thing at a time, in order, past failures', async () => {
    const queue = createQueue();
    const steps: string[] = [];
    const task = (name: string, fails = false) =>
      queue.run(async () => {
        steps.push(`${name} begins`);
        await Promise.resolve();
        steps.push(`${name} ends`);
        if (fails) throw new Error(name);
        return name;
      });
    const results = await Promise.allSettled([task('a', true), task('b'), task('c')]);
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'fulfilled', 'fulfilled']);
    expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('does the same once for all who ask meanwhile, and anew afterwards', async () => {
    const queue = createQueue();
    let count = 0;
    const task = () => Promise.resolve((count += 1));
    const both = [queue.join('x', task), queue.join('x', task), queue.join('y', task)];
    expect(await Promise.all(both)).toEqual([1, 1, 2]);
    expect(await queue.join('x', task)).toBe(3);
  });
});
