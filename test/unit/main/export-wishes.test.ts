import { describe, expect, it, vi } from 'vitest';
import type { ExportDesk } from '../../../src/main/export-desk.ts';
import { createExportWishes } from '../../../src/main/export-wishes.ts';
import type { OwnHistory } from '../../../src/main/lookup.ts';
import type { ExportEnd } from '../../../src/shared/bridge/export-calls.ts';
import { exportColumns } from '../../../src/shared/exports/columns.ts';
import type { ExportRequest } from '../../../src/shared/exports/request.ts';
import { myself, newestFirst, noFilter } from '../../../src/shared/history/query.ts';
import { ProblemError } from '../../../src/shared/problem.ts';
import type { Settings } from '../../../src/shared/settings.ts';

const now = Date.UTC(2026, 10, 23, 14);
const before: ExportEnd = {
  kind: 'before',
  outlook: {
    sessions: 7,
    running: 0,
    billableMs: 3_600_000,
    exportedBefore: 3,
    lastExportedAt: now,
  },
};
const last: ExportRequest = {
  query: { filter: { ...noFilter, period: 'thisMonth' }, sort: newestFirst, group: 'none' },
  options: { format: 'xlsx', columns: ['id', 'client'], language: 'en' },
  label: 'Müller GmbH',
};

interface Scene {
  readonly ends?: readonly (ExportEnd | ProblemError)[];
  readonly running?: boolean;
  readonly settings?: Partial<Pick<Settings, 'scope' | 'exportOptions'>>;
  readonly press?: number;
  readonly requests?: ReadonlyMap<number, ExportRequest | null>;
}

function stage({
  ends = [{ kind: 'cancelled' }],
  running = false,
  settings = {},
  press = 1,
  requests = new Map(),
}: Scene = {}) {
  const left = [...ends];
  const run = vi.fn<ExportDesk['run']>(() => {
    const end = left.shift();
    return end instanceof Error || !end
      ? Promise.reject(end ?? new Error('asked once too often'))
      : Promise.resolve(end);
  });
  const showMessageBox = vi.fn((_options: unknown) =>
    Promise.resolve({ response: press, checkboxChecked: false }),
  );
  const showWindow = vi.fn();
  const report = vi.fn();
  const exports = {
    list: () => Promise.resolve([...requests.keys()].map((id) => ({ id }))),
    requestOf: (id: number) => Promise.resolve(requests.get(id) ?? null),
  };
  const wishes = createExportWishes({
    desk: { run, isRunning: () => running },
    own: () => ({ history: { exports } }) as unknown as OwnHistory,
    settings: () => ({ scope: 'team', exportOptions: null, ...settings }),
    language: () => 'de',
    dialog: { showMessageBox },
    showWindow,
    report,
  });
  return { wishes, run, showMessageBox, showWindow, report };
}

describe('export today', () => {
  it('exports what Today shows, in the format of the language before anybody chose', async () => {
    const { wishes, run } = stage();
    await wishes.today();
    expect(run).toHaveBeenCalledExactlyOnceWith({
      query: { filter: { ...noFilter, period: 'today' }, sort: newestFirst, group: 'none' },
      options: { format: 'csv-excel', columns: [...exportColumns], language: 'de' },
      label: null,
      askWhere: false,
      again: false,
    });
  });

  it('goes by what was chosen: one’s own sessions, and the last export’s options', async () => {
    const { wishes, run } = stage({ settings: { scope: 'mine', exportOptions: last.options } });
    await wishes.today();
    expect(run.mock.calls[0]?.[0]).toMatchObject({
      query: { filter: { technicians: [myself] } },
      options: last.options,
    });
  });

  it('asks before anything is exported twice, with the careful answer at hand', async () => {
    const { wishes, run, showMessageBox } = stage({ ends: [before] });
    await wishes.today();
    expect(run).toHaveBeenCalledOnce();
    expect(showMessageBox.mock.calls[0]?.[0]).toMatchObject({
      message: '3 von 7 Sitzungen wurden schon exportiert',
      buttons: ['Trotzdem exportieren', 'Nicht exportieren'],
      defaultId: 1,
      cancelId: 1,
    });
  });

  it('exports twice where that is the answer', async () => {
    const { wishes, run } = stage({ ends: [before, { kind: 'cancelled' }], press: 0 });
    await wishes.today();
    expect(run.mock.calls.map(([request]) => request.again)).toEqual([false, true]);
  });

  it('shows the window where one is under way already', async () => {
    const { wishes, run, showWindow } = stage({ running: true });
    await wishes.today();
    expect(run).not.toHaveBeenCalled();
    expect(showWindow).toHaveBeenCalledOnce();
  });

  it('leaves a failure to whoever tells it', async () => {
    const failure = new ProblemError({ code: 'disk-full' });
    const { wishes, report } = stage({ ends: [failure] });
    await wishes.today();
    expect(report).toHaveBeenCalledWith(expect.any(String), failure);
  });
});

describe('repeat the last export', () => {
  it('asks for what the newest was asked for; its period moves with the calendar', async () => {
    const requests = new Map([
      [9, last],
      [8, { ...last, label: 'older' }],
    ]);
    const { wishes, run } = stage({ requests });
    expect(await wishes.canRepeat()).toBe(true);
    await wishes.repeat();
    expect(run).toHaveBeenCalledExactlyOnceWith({ ...last, askWhere: false, again: false });
  });

  it.each([
    ['nothing was exported', new Map()],
    ['the newest can no longer be read', new Map([[9, null]])],
  ])('is not offered where %s', async (_case, requests) => {
    const { wishes, run } = stage({ requests });
    expect(await wishes.canRepeat()).toBe(false);
    await wishes.repeat();
    expect(run).not.toHaveBeenCalled();
  });
});
