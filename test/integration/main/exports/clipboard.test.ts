import { describe, expect, it } from 'vitest';
import {
  createClipboardTarget,
  runExport,
  settleExports,
  writers,
  type TableParts,
} from '../../../../src/main/exports/index.ts';
import type { ExportRequest } from '../../../../src/shared/exports/request.ts';
import { question } from '../history/questions.ts';
import { expectNothing, filled } from './filled.ts';
import { request } from './set-up.ts';

describe('an export to the clipboard', () => {
  const copied: ExportRequest = {
    ...request,
    options: { ...request.options, format: 'clipboard' },
  };

  it('is noted like a file, without a path, and counts as exported', async () => {
    const { history } = await filled();
    const put: TableParts[] = [];
    const record = await runExport(question(), copied, '', {
      history: history.exports,
      writer: writers.clipboard,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      targetAt: () => createClipboardTarget((parts) => Promise.resolve(void put.push(parts))),
    });
    expect(record).toMatchObject({ path: '', format: 'clipboard', rows: 1200 });
    expect(put[0]?.text.split('\r\n')).toHaveLength(1202);
    expect(await history.exports.outlook(question())).toMatchObject({ exportedBefore: 1200 });
  });

  it('that cannot be put there is not noted', async () => {
    const { history, folder } = await filled();
    const failed = runExport(question(), copied, '', {
      history: history.exports,
      writer: writers.clipboard,
      signal: new AbortController().signal,
      onProgress: () => undefined,
      targetAt: () => createClipboardTarget(() => Promise.reject(new Error('held by another'))),
    });
    await expect(failed).rejects.toThrow('held by another');
    await expectNothing(history, folder);
  });

  it('that a killed program began is forgotten at the next start', async () => {
    const { history, folder } = await filled();
    const begun = await history.exports.begin(question(), { request: copied, path: '', part: '' });
    await history.exports.seal(begun.id, { bytes: 5, sha256: 'ab' });
    await settleExports(history.exports);
    await expectNothing(history, folder);
  });
});
