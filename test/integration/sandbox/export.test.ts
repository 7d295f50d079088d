import { expect, it } from 'vitest';
import type { Sandbox } from '../../sandbox/index.ts';
import { ask, failed, get, monday, serve, signIn } from './support.ts';

const exportQuery = `query (
  $company: CustomerUuid!, $options: InputSessionExportOptions!, $filter: Filter, $search: Search,
  $sort: [Sort!], $timeFrame: TimeFrame
) {
  AcExportSessionsHistory(
    company: $company, options: $options, filter: $filter, search: $search, sort: $sort,
    timeFrame: $timeFrame
  ) {
    ${failed} ... on ExportSummary { exportDocumentDownloadLink }
  }
}`;

async function link(sandbox: Sandbox, format: string, variables: object = {}): Promise<string> {
  const options = { outputFileFormat: format, exportWithComments: true };
  const { exportDocumentDownloadLink } = await get<{ exportDocumentDownloadLink: string }>(
    sandbox,
    exportQuery,
    { company: sandbox.customerUuid, options, ...variables },
    await signIn(sandbox),
  );
  return exportDocumentDownloadLink;
}

it('is a link to a csv that really downloads', async () => {
  const sandbox = await serve({ now: () => monday });
  sandbox.add({ name: 'quoted "x", and\nmore', sessionCreatedAt: monday - 1000 });
  const response = await fetch(await link(sandbox, 'csv'));
  expect(response.headers.get('content-type')).toContain('text/csv');
  const text = await response.text();
  const lines = text.split('\r\n');
  expect(lines[0]).toMatch(/^id,name,type,.*,commentsLink$/);
  expect(lines.slice(1, -1).map((line) => line.split(',')[0])).toEqual(
    [...sandbox.allSessions()].map(({ id }) => id),
  );
  expect(text).toContain(',"quoted ""x"", and\nmore",');
  expect(sandbox.requests.get('download')).toBe(1);
});

it('holds what was asked for, in the order asked for', async () => {
  const sandbox = await serve({ now: () => monday, sessions: 200 });
  const url = await link(sandbox, 'json', {
    filter: { input: 'type == "RemoteAccessSession"' },
    sort: [{ path: 'sessionCreatedAt', direction: 'Asc' }],
    timeFrame: { startDate: monday - 90 * 864e5 },
  });
  const rows = (await (await fetch(url)).json()) as { id: string }[];
  const expected = [...sandbox.allSessions()].filter(
    (s) => s.type === 'RemoteAccessSession' && s.sessionCreatedAt >= monday - 90 * 864e5,
  );
  expect(expected.length).toBeGreaterThan(1);
  expect(rows.map(({ id }) => id)).toEqual(expected.map(({ id }) => id).reverse());
});

it('knows three formats, with and without comments', async () => {
  const sandbox = await serve({ sessions: 30, faults: { hostileTexts: 2 } });
  const xml = await (await fetch(await link(sandbox, 'xml'))).text();
  expect(xml.match(/<session>/g)).toHaveLength(30);
  expect(xml).not.toContain('<script>');
  const options = { outputFileFormat: 'csv', exportWithComments: false };
  const csv = await (await fetch(await link(sandbox, 'csv', { options }))).text();
  expect(csv).not.toContain('commentsLink');
  await expect(link(sandbox, 'pdf')).rejects.toThrow(/ExportOutputFormat/);
});

it('wants the JWT for a download where that is switched on', async () => {
  const sandbox = await serve({ faults: { exportNeedsJwt: true } });
  const url = await link(sandbox, 'csv');
  expect((await fetch(url)).status).toBe(401);
  const headers = { authorization: `Bearer ${await signIn(sandbox)}` };
  expect((await fetch(url, { headers })).status).toBe(200);
});

it('fails as other requests do', async () => {
  const sandbox = await serve({ sessions: 500 });
  const url = await link(sandbox, 'csv');
  expect((await fetch(new URL('/exports/unknown.csv', url))).status).toBe(404);
  sandbox.setFaults({ inject: [{ kind: 'http-502', operation: 'download', times: 1 }] });
  expect((await fetch(url)).status).toBe(502);
  sandbox.setFaults({ inject: [{ kind: 'cut', operation: 'download', times: 1 }] });
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
  expect((await fetch(url)).status).toBe(200);
  const jwt = await signIn(sandbox);
  const options = { outputFileFormat: 'csv', exportWithComments: true };
  const company = sandbox.customerUuid;
  const filter = { input: 'oops ==' };
  expect(await ask(sandbox, exportQuery, { company, options, filter }, jwt)).toMatchObject({
    error: 'FilterInvalid',
  });
});
