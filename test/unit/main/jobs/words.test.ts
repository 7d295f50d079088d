import { describe, expect, it } from 'vitest';
import type { JobEnd } from '../../../../src/main/jobs/job.ts';
import { resultOf } from '../../../../src/main/jobs/words.ts';
import { problemCodes, type ProblemCode } from '../../../../src/shared/problem.ts';

const record = {
  id: 1,
  finishedAt: 0,
  path: '/srv/a\u001b[31m\n.csv',
  format: 'csv' as const,
  rows: 1234,
  bytes: 1,
  sha256: 'ab',
  measuredMs: 0,
  billableMs: 3.5 * 3_600_000,
};
const failed = (code: ProblemCode, path?: string): JobEnd => ({
  kind: 'failed',
  problem: { code, ...(path !== undefined && { path }) },
});
const ends: readonly (readonly [JobEnd, number, RegExp])[] = [
  [{ kind: 'done', record, searched: false }, 0, /1,234 sessions exported to \/srv\/a/],
  [{ kind: 'done', record, searched: true }, 0, /No view of that name/],
  [failed('unexpected'), 1, /unexpected/],
  [failed('history-key-lost'), 1, /set aside/],
  [failed('history-newer'), 1, /newer version/],
  [{ kind: 'signed-out' }, 3, /sign in/],
  [{ kind: 'keychain', problem: { code: 'keychain-locked' } }, 3, /locked/],
  [{ kind: 'keychain', problem: { code: 'keychain-unavailable' } }, 3, /cannot be reached/],
  [{ kind: 'no-view', wanted: 'My wek' }, 4, /“My wek” is no saved view/],
  [{ kind: 'no-profile', wanted: 'DATEV' }, 4, /“DATEV” is no saved export profile/],
  [{ kind: 'remark', remark: { text: 'von:x', reason: 'no-such-date' } }, 4, /names no date/],
  [{ kind: 'exists', path: '/srv/a.csv' }, 5, /--overwrite/],
  [{ kind: 'before', sessions: 7, before: 3 }, 6, /3 of 7 sessions.*--again/],
  [failed('disk-full', '/srv/a.csv'), 7, /\/srv\/a\.csv: The disk is full/],
  [failed('file-not-written', '/srv/a.csv'), 7, /\/srv\/a\.csv: The file could not be written/],
  [{ kind: 'not-synced', problem: { code: 'offline' } }, 8, /could not be asked \(offline\)/],
  [{ kind: 'not-synced', problem: { code: 'tokens-rejected' } }, 8, /refuses the sign-in/],
  [{ kind: 'not-synced', problem: null }, 8, /still loading/],
  [{ kind: 'busy' }, 9, /running already/],
  [{ kind: 'cancelled' }, 130, /no half file/],
];

describe('what a job leaves its caller with', () => {
  it.each(ends)('%j is code %i', (end, code, words) => {
    const result = resultOf(end, 'en');
    expect(result.code).toBe(code);
    expect(result.line).toMatch(words);
  });

  it('is one line in either language, whatever was typed, with nothing left to fill in', () => {
    for (const [end] of ends)
      for (const language of ['de', 'en'] as const) {
        const { line } = resultOf(end, language);
        expect(line).toMatch(/^Tagwerk: \P{Cc}+$/u);
        expect(line).not.toMatch(/\{\w+\}/);
      }
    expect(resultOf({ kind: 'no-view', wanted: 'x'.repeat(5000) }, 'de').line.length).toBeLessThan(
      200,
    );
  });

  it.each(problemCodes)('has words for every failure: %s', (code) => {
    for (const end of [failed(code), { kind: 'not-synced', problem: { code } } as const])
      expect(resultOf(end, 'de').line.length).toBeGreaterThan(20);
  });
});
