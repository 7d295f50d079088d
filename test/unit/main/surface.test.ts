import { describe, expect, it } from 'vitest';
import { createSurface, type SurfaceDeps } from '../../../src/main/surface.ts';
import type { TrayState } from '../../../src/main/desktop/tray-state.ts';
import type { Outcome } from '../../../src/shared/problem.ts';
import { summarise, type Today } from '../../../src/shared/today.ts';

const now = Date.parse('2026-11-23T14:00:00Z');
const empty = summarise([], { now, zone: 'UTC', scope: 'team', ownEmail: null });

function build(readToday: SurfaceDeps['readToday'], canRepeat = false) {
  const shown: TrayState[] = [];
  const told: string[] = [];
  const surface = createSurface({
    account: () => ({
      status: 'signed-in',
      endpoint: 'https://example.com/graphql',
      ownEmail: null,
      storage: 'memory',
      demo: false,
      problem: null,
    }),
    sync: () => ({
      phase: 'idle',
      offline: false,
      problem: null,
      lastSuccessAt: now,
      progress: null,
      serverStillLoading: false,
      malformedCount: 0,
      notice: null,
    }),
    scope: () => 'team',
    language: () => 'en',
    clock: () => now,
    readToday,
    canRepeat: () => Promise.resolve(canRepeat),
    showTray: (state) => shown.push(state),
    broadcast: (name) => told.push(name),
    setInterval: () => setInterval(() => undefined, 1_000_000),
  });
  return { surface, shown, told };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('surface', () => {
  it('reads today once at a time, and once more for all that changed meanwhile', async () => {
    const answers: ((outcome: Outcome<Today>) => void)[] = [];
    const { surface, shown } = build(() => new Promise((resolve) => answers.push(resolve)));
    for (let change = 0; change < 50; change += 1) surface.historyChanged();
    expect(answers).toHaveLength(1);
    answers[0]?.({ ok: true, value: empty });
    await settled();
    expect(answers).toHaveLength(2);
    answers[1]?.({ ok: true, value: { ...empty, measuredMs: 3 * 3_600_000, sessionCount: 2 } });
    await settled();
    expect(answers).toHaveLength(2);
    expect(shown.at(-1)?.tooltip).toBe('3:00 h · 2 sessions today');
  });

  it('tells the windows of every change', async () => {
    const { surface, told } = build(() => Promise.resolve({ ok: true, value: empty }));
    surface.accountChanged();
    surface.syncChanged();
    surface.historyChanged();
    await settled();
    expect(told).toEqual(['account.changed', 'sync.changed', 'history.changed']);
  });

  it.each([true, false])('offers to repeat an export where there was one: %s', async (there) => {
    const { surface, shown } = build(() => Promise.resolve({ ok: true, value: empty }), there);
    surface.historyChanged();
    await settled();
    expect(shown.at(-1)?.menu).toContainEqual(
      expect.objectContaining({ action: 'repeatExport', enabled: there }),
    );
  });

  it('shows nothing of a day it could not read', async () => {
    const { surface, shown } = build(() =>
      Promise.resolve({ ok: false, problem: { code: 'history-damaged' } }),
    );
    surface.historyChanged();
    await settled();
    expect(shown.at(-1)?.tooltip).not.toMatch(/\d:\d\d/);
  });
});
