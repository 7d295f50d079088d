import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createServerExports } from '../../../../src/main/server-exports.ts';
import type { Question } from '../../../../src/main/history/search/types.ts';
import type { HistoryQuery } from '../../../../src/shared/history/query.ts';
import { openApi, problemOf } from '../../../support/pcvisit/harness.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts';
import { freshFolder, freshPlace, open } from '../history/place.ts';
import { question } from '../history/questions.ts';
import { expectNothing } from './filled.ts';
import { idsIn, request } from './set-up.ts';

const running: Sandbox[] = [];

afterEach(async () => {
  for (const sandbox of running.splice(0)) await sandbox.close();
});

/** A history that holds what the sandbox has, and what exports of it come to. */
async function start(options: SandboxOptions = {}) {
  const now = Date.UTC(2026, 10, 23, 12);
  const sandbox = await startSandbox({ sessions: 700, now: () => now, ...options });
  running.push(sandbox);
  const { api } = openApi(new URL(sandbox.url), { tokens: sandbox.tokens, clock: () => now });
  const { history } = await open(freshPlace());
  const { sessions, malformed } = await api.sessions({ from: 0, to: null });
  await history.ingest({ sessions, malformed });
  const exports = createServerExports({
    own: () => ({ history, api }),
    mayFetchFrom: (host) => Promise.reject(new Error(`${host} is no other place`)),
  });
  const folder = freshFolder();
  const path = join(folder, 'pcvisit.csv');
  const ask = (query: HistoryQuery): Question => ({ ...question(), query, now });
  const run = (
    query: HistoryQuery,
    server = { format: 'csv', comments: true },
    signal?: AbortSignal,
  ) =>
    exports
      .prepare(ask(query), { ...request, query, server }, server)
      .run(path, { signal: signal ?? new AbortController().signal, onProgress: () => undefined });
  return { sandbox, history, exports, folder, path, ask, run };
}

const everything = question().query;
const searched = (text: string): HistoryQuery => ({
  ...everything,
  filter: { ...everything.filter, text },
});

describe("the server's own export", () => {
  it('of few sessions holds exactly those found here, whatever was searched for', async () => {
    const { history, exports, ask, run, path } = await start();
    const query = searched('min:20m -drucker');
    const wanted: string[] = [];
    const begun = await history.exports.begin(ask(query), { request, path, part: `${path}.part` });
    for (;;) {
      const rows = (await history.exports.rows(begun.id, 1000)) ?? [];
      if (rows.length === 0) break;
      wanted.push(...rows.map(({ id }) => id));
    }
    await history.exports.drop(begun.id);
    expect(wanted.length).toBeGreaterThan(10);
    expect(wanted.length).toBeLessThan(500);
    expect(await exports.prospect(ask(query))).toEqual({
      formats: ['csv', 'json', 'xml'],
      sessions: wanted.length,
      untranslated: [],
    });

    const records = await run(query);
    expect(idsIn(path).toSorted()).toEqual(wanted.toSorted());
    expect(readFileSync(path, 'utf8')).toContain('commentsLink');
    expect(records).toMatchObject([{ path, rows: wanted.length, server: 'csv' }]);
    expect(await history.exports.list()).toEqual(records);
    expect(await history.exports.outlook(ask(query))).toMatchObject({
      exportedBefore: wanted.length,
    });
  });

  it('of many sessions goes by period and filters, and says what it cannot say', async () => {
    const { sandbox, exports, ask, run, path } = await start();
    expect(await exports.prospect(ask(searched('min:1m')))).toMatchObject({
      untranslated: ['least'],
    });
    expect(await exports.prospect(ask(everything))).toMatchObject({
      sessions: 700,
      untranslated: [],
    });
    await run(everything);
    expect(idsIn(path)).toEqual([...sandbox.allSessions()].map(({ id }) => id));
  });

  it('has the one documented format where the server cannot be asked', async () => {
    const { exports, ask } = await start({ faults: { introspectionOff: true } });
    expect(await exports.prospect(ask(everything))).toMatchObject({
      formats: ['csv'],
      untranslated: ['sort'],
    });
  });

  it.each([
    ['is refused', { operation: 'AcExportSessionsHistory', kind: 'failure' }, 'refused'],
    ['breaks off', { operation: 'download', kind: 'cut' }, 'download-cut'],
    ['is a page', { operation: 'download', kind: 'login-page' }, 'download-no-file'],
    ['leads elsewhere', { operation: 'download', kind: 'redirect' }, 'redirected'],
    ['fails', { operation: 'download', kind: 'http-500' }, 'server-error'],
  ] as const)('that %s leaves neither file nor entry', async (_, { operation, kind }, code) => {
    const inject = [
      { operation, kind, ...(kind === 'failure' && { error: 'FunctionNotAvailable' }) },
    ];
    const { sandbox, history, run, folder } = await start();
    sandbox.setFaults({ inject });
    expect(await problemOf(run(everything))).toMatchObject({ code });
    await expectNothing(history, folder);
  });

  it('that is called off leaves neither file nor entry', async () => {
    const { history, run, folder } = await start({ faults: { slowMs: 50 } });
    const control = new AbortController();
    const export_ = run(everything, { format: 'json', comments: false }, control.signal);
    setTimeout(() => control.abort(), 20);
    expect(await export_).toBeNull();
    await expectNothing(history, folder);
  });

  it('that lies elsewhere is asked about, and left where the answer is no', async () => {
    const { history, folder, path, ask } = await start();
    const asked: string[] = [];
    const elsewhere = {
      capabilities: () =>
        Promise.resolve({
          introspection: false,
          paging: false,
          participants: false,
          address: false,
          enums: {},
        }),
      exportFile: () =>
        Promise.resolve({
          host: 'files.example.com',
          isForeign: true,
          // eslint-disable-next-line @typescript-eslint/require-await -- a file that is all there at once
          async *read() {
            yield Buffer.from('id\r\n1\r\n');
          },
        }),
    };
    const exports = (allowed: boolean) =>
      createServerExports({
        own: () => ({ history, api: elsewhere }),
        mayFetchFrom: (host) => {
          asked.push(host);
          return Promise.resolve(allowed);
        },
      });
    const server = { format: 'csv', comments: false };
    const go = (allowed: boolean) =>
      exports(allowed)
        .prepare(ask(everything), { ...request, server }, server)
        .run(path, { signal: new AbortController().signal, onProgress: () => undefined });
    expect(await go(false)).toBeNull();
    await expectNothing(history, folder);
    expect(await go(true)).toHaveLength(1);
    expect(readdirSync(folder)).toEqual(['pcvisit.csv']);
    expect(asked).toEqual(['files.example.com', 'files.example.com']);
  });
});
