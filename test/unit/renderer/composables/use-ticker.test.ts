import { describe, expect, it } from 'vitest';
import { createTicker, type Clock } from '../../../../src/renderer/composables/use-ticker.ts';

function stage(start: number) {
  let now = start;
  let visible = true;
  let changed = (): void => undefined;
  const waiting = new Set<{ at: number; run: () => void }>();
  const clock: Clock = {
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run };
      waiting.add(timer);
      return () => waiting.delete(timer);
    },
  };
  const ticker = createTicker(clock, {
    visible: () => visible,
    onChange: (listener) => {
      changed = listener;
    },
  });
  return {
    ticker,
    waiting,
    pass(ms: number): void {
      now += ms;
      for (const timer of [...waiting]) {
        if (timer.at > now) continue;
        waiting.delete(timer);
        timer.run();
      }
    },
    show(is: boolean): void {
      visible = is;
      changed();
    },
  };
}

describe('the ticker', () => {
  it('moves on at full seconds', () => {
    const { ticker, waiting, pass } = stage(10_400);
    expect(ticker.now.value).toBe(10_400);
    expect([...waiting].map(({ at }) => at)).toEqual([11_000]);
    pass(600);
    expect(ticker.now.value).toBe(11_000);
    expect([...waiting].map(({ at }) => at)).toEqual([12_000]);
  });

  it('stands still while the page is hidden, and catches up when it is seen', () => {
    const { ticker, waiting, pass, show } = stage(0);
    show(false);
    expect(waiting.size).toBe(0);
    pass(60_500);
    expect(ticker.now.value).toBe(0);
    show(true);
    expect(ticker.now.value).toBe(60_500);
    expect(waiting.size).toBe(1);
  });

  it('never runs twice', () => {
    const { waiting, show } = stage(0);
    show(true);
    show(true);
    expect(waiting.size).toBe(1);
  });
});
