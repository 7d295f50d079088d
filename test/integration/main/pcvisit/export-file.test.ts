import { afterEach, describe, expect, it } from 'vitest';
import { createDownload, type DownloadLimits } from '../../../../src/main/pcvisit/download.ts';
import type { ExportQuery } from '../../../../src/main/pcvisit/types.ts';
import { startSandbox, type Sandbox, type SandboxOptions } from '../../../sandbox/index.ts';
import {
  buying,
  jwtOf,
  noIntrospection,
  openApi,
  problemOf,
  sold,
} from '../../../support/pcvisit/harness.ts';
import { openServer } from '../../../support/pcvisit/open-server.ts';
import type { Reply } from '../../../support/pcvisit/scripted-server.ts';

const open: Sandbox[] = [];

afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
});

async function start(options: SandboxOptions = {}) {
  const sandbox = await startSandbox({ sessions: 300, ...options });
  open.push(sandbox);
  const { api } = openApi(new URL(sandbox.url), { tokens: sandbox.tokens, clock: Date.now });
  return { sandbox, api };
}

const all: ExportQuery = {
  from: null,
  to: null,
  filter: null,
  search: null,
  sort: null,
  format: 'csv',
  comments: false,
};

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const ordering = 'AcExportSessionsHistory';
const jwt = jwtOf({ iat: 1_763_900_000, exp: 9_763_903_600 }, 'secret');

/** An API whose link is the script's. */
async function ordered(link: (own: string) => string, file: Reply = {}) {
  const server = await openServer(({ operation }) => {
    if (operation === buying) return sold(jwt);
    if (operation !== ordering) return operation === '' ? file : noIntrospection;
    const summary = {
      __typename: 'ExportSummary',
      exportDocumentDownloadLink: link(server.url.origin),
    };
    return { body: { data: { [ordering]: summary } } };
  });
  return { server, ...openApi(server.url) };
}

const csv = { 'content-type': 'text/csv' };

describe('a file of the server', () => {
  it('holds the sessions asked for, in the order and between the days asked for', async () => {
    const { sandbox, api } = await start();
    const sessions = [...sandbox.allSessions()];
    const [last, first] = [sessions[20], sessions[80]];
    if (!last || !first) throw new Error('too few sessions');
    const file = await api.exportFile({
      ...all,
      from: first.sessionCreatedAt,
      to: last.sessionCreatedAt,
      sort: { path: 'sessionCreatedAt', direction: 'Asc' },
    });
    expect(file).toMatchObject({ host: new URL(sandbox.url).host, isForeign: false });
    const ids = (await textOf(file.read()))
      .split('\r\n')
      .slice(1, -1)
      .map((line) => line.split(',', 1)[0]);
    const within = sessions.filter(
      ({ sessionCreatedAt: at }) => at >= first.sessionCreatedAt && at <= last.sessionCreatedAt,
    );
    expect(ids).toEqual(within.map(({ id }) => id).toReversed());
  });

  it('is filtered and searched by the server, in every format it has, with comments where asked', async () => {
    const { sandbox, api } = await start();
    const [one] = [...sandbox.allSessions()];
    const { enums } = await api.capabilities();
    expect(enums['ExportOutputFormat']).toEqual(['csv', 'json', 'xml']);
    expect(enums['SortDirection']).toEqual(['Asc', 'Desc']);
    for (const format of enums['ExportOutputFormat'] ?? []) {
      const file = await api.exportFile({
        ...all,
        format,
        filter: `id in ("${one?.id ?? ''}")`,
        comments: true,
      });
      const text = await textOf(file.read());
      expect(text).toContain(one?.id);
      expect(text).toContain('commentsLink');
    }
    const none = await api.exportFile({ ...all, search: 'gibt-es-nicht' });
    expect((await textOf(none.read())).split('\r\n')).toHaveLength(2);
  });

  it('is fetched with the JWT where it lies with the API', async () => {
    const { api } = await start({ faults: { exportNeedsJwt: true } });
    expect(await textOf((await api.exportFile(all)).read())).toContain('id,name');
  });

  it('that is refused says why', async () => {
    const { api } = await start({
      faults: { inject: [{ kind: 'failure', operation: ordering, error: 'FunctionNotAvailable' }] },
    });
    expect(await problemOf(api.exportFile(all))).toMatchObject({
      code: 'refused',
      errorId: 'FunctionNotAvailable',
    });
  });
});

describe('a link', () => {
  it.each([
    ['http://files.example.com/a.csv', 'without encryption'],
    ['https://127.0.0.1/a.csv', 'to this machine'],
    ['https://localhost:8443/a.csv', 'to this machine by name'],
    ['https://10.0.0.7/a.csv', 'into a network'],
    ['https://[::1]/a.csv', 'to this machine, IPv6'],
    ['https://user:secret@files.example.com/a.csv', 'with a password'],
    ['file:///etc/passwd', 'to a file'],
    ['javascript:alert(1)', 'that is a script'],
    ['data:text/csv,a', 'that is the file'],
    ['https://', 'that is none'],
  ])('%s, %s, is not followed', async (link) => {
    const { api, server } = await ordered(() => link);
    expect(await problemOf(api.exportFile(all))).toMatchObject({ code: 'download-refused' });
    expect(server.count('')).toBe(0);
  });

  it('to another place is told from one to the API, and gets no JWT', async () => {
    const { api } = await ordered(() => 'https://files.example.com/a.csv');
    expect(await api.exportFile(all)).toMatchObject({ host: 'files.example.com', isForeign: true });

    const asked: (Headers | undefined)[] = [];
    const download = createDownload({
      endpoint: new URL('https://api.example.com/graphql'),
      fetch: (_, init) => {
        asked.push(new Headers(init?.headers));
        return Promise.resolve(new Response('id', { headers: csv }));
      },
      limits: { silenceMs: 1000, totalMs: 1000, fileBytes: 100 },
      jwtHeader: () => ['authorization', `Bearer ${jwt}`],
    });
    await textOf(download('https://files.example.com/a.csv').read());
    await textOf(download('https://api.example.com:8443/a.csv').read());
    await textOf(download('https://api.example.com/a.csv').read());
    expect(asked.map((headers) => headers?.get('authorization'))).toEqual([
      null,
      null,
      `Bearer ${jwt}`,
    ]);
  });
});

describe('a download', () => {
  const page = '<!DOCTYPE html><html><body>Anmelden</body></html>';

  it.each([
    ['that leads elsewhere', { status: 302, headers: { location: '/other' } }, 'redirected'],
    ['that is over', { status: 410 }, 'download-gone'],
    ['that never was', { status: 404 }, 'download-gone'],
    ['that is forbidden', { status: 403 }, 'download-gone'],
    ['that fails', { status: 500 }, 'server-error'],
    [
      'that is a page',
      { headers: { 'content-type': 'text/html' }, body: page },
      'download-no-file',
    ],
    ['that is a page in disguise', { headers: csv, body: `\uFEFF\n${page}` }, 'download-no-file'],
    ['that is empty', { headers: csv, body: '' }, 'download-no-file'],
    [
      'that breaks off',
      { headers: csv, body: 'id,name\r\n1,2\r\n', cut: 'halfway' },
      'download-cut',
    ],
    ['that never comes', { headers: csv, cut: 'at once' }, 'offline'],
  ] as const)('%s is told apart', async (_, reply, code) => {
    const { api } = await ordered((own) => `${own}/file`, reply);
    const file = await api.exportFile(all);
    expect(await problemOf(textOf(file.read()))).toMatchObject({ code });
  });

  it.each([
    ['does not end', { headers: csv, endless: 'id,name\r\n' }, {}, 'download-endless'],
    [
      'falls silent',
      { headers: csv, body: 'id,name', hang: 'halfway' },
      { silenceMs: 100 },
      'timeout',
    ],
  ] as const)('that %s is ended', async (_, reply, change, code) => {
    const { server } = await ordered((own) => own, reply);
    const limits: DownloadLimits = {
      silenceMs: 20_000,
      totalMs: 20_000,
      fileBytes: 100_000,
      ...change,
    };
    const download = createDownload({
      endpoint: server.url,
      fetch: globalThis.fetch,
      limits,
      jwtHeader: () => null,
    });
    const file = download(`${server.url.origin}/file`);
    expect(await problemOf(textOf(file.read()))).toMatchObject({ code });
  });

  it('that is too large is not begun', async () => {
    const { server } = await ordered((own) => own, {
      headers: { ...csv, 'content-length': '100001' },
      hang: 'halfway',
      body: 'id',
    });
    const limits = { silenceMs: 20_000, totalMs: 20_000, fileBytes: 100_000 };
    const deps = { endpoint: server.url, fetch: globalThis.fetch, limits, jwtHeader: () => null };
    const file = createDownload(deps)(`${server.url.origin}/file`);
    expect(await problemOf(textOf(file.read()))).toMatchObject({ code: 'download-endless' });
  });

  it('that is called off ends as an abort', async () => {
    const { api } = await ordered((own) => `${own}/file`, { headers: csv, endless: 'id\r\n' });
    const control = new AbortController();
    const file = await api.exportFile(all);
    const reading = textOf(file.read(control.signal));
    control.abort();
    await expect(reading).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }));
  });
});
