import { describe, expect, it, vi } from 'vitest';
import { createLookup } from '../../../src/main/lookup.ts';
import type { History } from '../../../src/main/history/types.ts';
import { noRounding } from '../../../src/shared/billing/rule.ts';
import { mostCopied } from '../../../src/shared/bridge/contract.ts';
import type { HistoryRow } from '../../../src/shared/history/result.ts';
import { ProblemError } from '../../../src/shared/problem.ts';
import { query, result } from './bridge/history-examples.ts';

const [, line] = result.page;
const row = line?.kind === 'session' ? line.row : null;

function setUp(rows: readonly HistoryRow[] | null = row && [row]) {
  const history = {
    search: vi.fn(() => Promise.resolve(result)),
    previewRule: vi.fn(() => Promise.resolve({ beforeMs: 1, afterMs: 2 })),
    session: vi.fn(() => Promise.resolve(null)),
    setNote: vi.fn(() => Promise.resolve()),
    setRule: vi.fn(() => Promise.resolve({ standard: noRounding, clients: {} })),
    rowsOf: vi.fn(() => Promise.resolve(rows)),
  } satisfies Partial<History>;
  const clipboard = { writeText: vi.fn((_text: string) => Promise.resolve()) };
  const own = vi.fn(() => ({
    history: history as unknown as History,
    ownEmail: 'jana@x.example',
    ownUserId: 'auth0|jana',
  }));
  const onChanged = vi.fn();
  const calls = createLookup({
    own,
    onChanged,
    clock: () => 1234,
    zone: () => 'Europe/Berlin',
    language: () => 'de',
    clipboard,
  });
  return { calls, history, clipboard, own, onChanged };
}

describe('what windows ask of the history', () => {
  it('is asked with when, where and by whom', async () => {
    const { calls, history } = setUp();
    const who = { ownEmail: 'jana@x.example', ownUserId: 'auth0|jana' };
    const question = { query, now: 1234, zone: 'Europe/Berlin', ...who };
    expect(await calls.search(query)).toBe(result);
    expect(history.search).toHaveBeenCalledWith(question);
    await calls.previewRule({ query, client: 'f', rule: null });
    expect(history.previewRule).toHaveBeenCalledWith(question, 'f', null);
    await calls.session('a');
    expect(history.session).toHaveBeenCalledWith('a', 'Europe/Berlin');
  });

  it('goes onto the clipboard as a table in the language of the program', async () => {
    const { calls, history, clipboard } = setUp();
    const ranges = [{ first: 0, last: 9 }];
    expect(await calls.copyRows({ result: 7, ranges, columns: ['client', 'billable'] })).toBe(1);
    expect(history.rowsOf).toHaveBeenCalledWith(7, ranges, mostCopied);
    const [text = ''] = clipboard.writeText.mock.calls[0] ?? [];
    expect(text.split('\r\n')).toEqual(['Kunde\tAbrechenbar', 'Müller\t0:15:00', '']);
  });

  it('leaves the clipboard alone where the result is forgotten', async () => {
    const { calls, clipboard } = setUp(null);
    expect(await calls.copyRows({ result: 7, ranges: [], columns: ['client'] })).toBeNull();
    expect(clipboard.writeText).not.toHaveBeenCalled();
  });

  it('has all windows read again when a note or a rule was set, and only then', async () => {
    const { calls, history, onChanged } = setUp();
    await calls.setNote({ id: 'a', note: 'n' });
    expect(onChanged).toHaveBeenCalledTimes(1);
    await calls.setRule({ client: null, rule: noRounding });
    expect(onChanged).toHaveBeenCalledTimes(2);
    history.setNote.mockRejectedValueOnce(new ProblemError({ code: 'disk-full' }));
    await expect(calls.setNote({ id: 'a', note: 'n' })).rejects.toThrow();
    expect(onChanged).toHaveBeenCalledTimes(2);
  });

  it('is refused where nobody is signed in', async () => {
    const { calls, own } = setUp();
    own.mockImplementation(() => {
      throw new ProblemError({ code: 'invalid-request' });
    });
    const asked = [
      () => calls.search(query),
      () => calls.page({ result: 1, offset: 0, count: 1 }),
      () => calls.session('a'),
      () => calls.setNote({ id: 'a', note: '' }),
      () => calls.copyRows({ result: 1, ranges: [], columns: ['date'] }),
      () => calls.views(),
      () => calls.removeView('a'),
      () => calls.rules(),
      () => calls.setRule({ client: null, rule: null }),
      () => calls.previewRule({ query, client: null, rule: null }),
    ];
    for (const ask of asked) {
      await expect(ask()).rejects.toMatchObject({ problem: { code: 'invalid-request' } });
    }
  });
});
