import { describe, expect, it } from 'vitest';
import {
  asking,
  everything,
  failing,
  openApi,
  problemOf,
  wellBut,
} from '../../../support/pcvisit/harness.ts';
import { edge, rawNode } from '../../../support/pcvisit/nodes.ts';
import { openServer } from '../../../support/pcvisit/open-server.ts';
import type { Reply } from '../../../support/pcvisit/scripted-server.ts';

const html = { 'content-type': 'text/html; charset=utf-8' };
const text = { 'content-type': 'text/plain' };
const page = '<!DOCTYPE html><html><form>Anmelden</form></html>';

describe('what breaks for a moment', () => {
  const data = { data: edge([rawNode(1)]) };

  it.each<[string, Reply]>([
    ['a connection cut at once', { cut: 'at once' }],
    ['a connection cut halfway', { cut: 'halfway', body: data }],
    ['502', { status: 502, headers: html, body: '<h1>Bad Gateway</h1>' }],
    ['half a JSON', { body: JSON.stringify(data).slice(0, 99) }],
  ])('%s is tried again, twice at most', async (_, broken) => {
    let breaks = 2;
    const server = await openServer(
      wellBut(({ operation }) =>
        operation !== asking ? undefined : breaks-- > 0 ? broken : { body: data },
      ),
    );
    const { api } = openApi(server.url);
    expect((await api.sessions(everything)).sessions).toHaveLength(1);
    expect(server.count(asking)).toBe(3);
    breaks = 99;
    const problem = await problemOf(api.sessions(everything));
    expect(['offline', 'malformed-response', 'server-error']).toContain(problem.code);
    expect(server.count(asking)).toBe(6);
  });

  it.each<[string, Reply]>([
    ['500', { status: 500, headers: text, body: 'no' }],
    ['a login page', { headers: html, body: page }],
    ['a refusal', failing(asking, 'Ac_ServiceSupplyExceeded')],
  ])('%s is not', async (_, reply) => {
    const server = await openServer(
      wellBut(({ operation }) => (operation === asking ? reply : undefined)),
    );
    await problemOf(openApi(server.url).api.sessions(everything));
    expect(server.count(asking)).toBe(1);
  });
});
