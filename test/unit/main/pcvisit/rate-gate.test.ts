import { describe, expect, it } from 'vitest';
import { createRateGate } from '../../../../src/main/pcvisit/rate-gate.ts';

describe('the rate gate', () => {
  it('opens at the instant and not before', () => {
    let now = 1_000_000;
    const gate = createRateGate(() => now);
    gate.pass();
    gate.shut({ code: 'rate-limited', retryAt: now + 5_000 });
    expect(() => gate.pass()).toThrow(
      expect.objectContaining({ problem: { code: 'rate-limited', retryAt: 1_005_000 } }),
    );
    now += 4_999;
    expect(() => gate.pass()).toThrow();
    now += 1;
    gate.pass();
  });

  it('keeps the later of two instants', () => {
    const gate = createRateGate(() => 0);
    gate.shut({ code: 'rate-limited', retryAt: 9_000 });
    gate.shut({ code: 'rate-limited', retryAt: 2_000 });
    expect(() => gate.pass()).toThrow(
      expect.objectContaining({ problem: { code: 'rate-limited', retryAt: 9_000 } }),
    );
  });

  it('stays open where no instant is known', () => {
    const gate = createRateGate(() => 0);
    gate.shut({ code: 'rate-limited' });
    gate.pass();
  });

  it('does not stay shut for days because the clock was set back', () => {
    let now = 10 * 86_400_000;
    const gate = createRateGate(() => now);
    gate.shut({ code: 'rate-limited', retryAt: now + 60_000 });
    now = 0;
    gate.pass();
    gate.shut({ code: 'rate-limited', retryAt: 5_000 });
    expect(() => gate.pass()).toThrow();
  });

  it('reads dates on the clock of the server, once that is known', () => {
    const now = Date.UTC(2026, 10, 23, 12, 0, 0);
    const gate = createRateGate(() => now);
    gate.heardDate('Mon, 23 Nov 2026 12:10:00 GMT');
    gate.heardDate('nonsense');
    gate.heardDate(null);
    expect(gate.readRetryAfter('Mon, 23 Nov 2026 12:10:30 GMT')).toBe(now + 30_000);
    expect(gate.readRetryAfter('30')).toBe(now + 30_000);
    expect(gate.readRetryAfter(undefined)).toBeUndefined();
  });
});
