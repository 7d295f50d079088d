import { describe, expect, it } from 'vitest';
import type { RawSession, Sandbox } from '../../sandbox/index.ts';
import { get, historyQuery, monday, post, serve, signIn, type Edge } from './support.ts';

function control(sandbox: Sandbox, path: string, body?: unknown): Promise<Response> {
  const url = new URL(`/control/${path}`, sandbox.url);
  if (body === undefined) return fetch(url);
  return fetch(url, { method: 'POST', body: JSON.stringify(body) });
}

describe('the control endpoint', () => {
  it('switches faults while the sandbox runs', async () => {
    const sandbox = await serve();
    const response = await control(sandbox, 'faults', { inject: [{ kind: 'http-500' }] });
    expect(response.status).toBe(200);
    expect((await post(sandbox, '{ __typename }')).status).toBe(500);
    expect(sandbox.faults.inject).toEqual([{ kind: 'http-500' }]);
    await control(sandbox, 'faults', { inject: [] });
    expect((await post(sandbox, '{ __typename }')).status).toBe(200);
    expect(await (await control(sandbox, 'faults')).json()).toEqual(sandbox.faults);
  });

  it('counts requests', async () => {
    const sandbox = await serve();
    await signIn(sandbox);
    expect(await (await control(sandbox, 'requests')).json()).toEqual({
      total: 1,
      generated: 0,
      byOperation: { SiRetrieveSignedJwt: 1 },
    });
  });

  it('changes sessions', async () => {
    const sandbox = await serve({ now: () => monday });
    const [first, second] = sandbox.allSessions();
    const id = first?.id ?? '';
    await control(sandbox, 'sessions', { action: 'update', id, patch: { name: 'anders' } });
    await control(sandbox, 'sessions', { action: 'remove', id: second?.id });
    const added = await control(sandbox, 'sessions', { action: 'add', session: { name: 'neu' } });
    const { name } = (await added.json()) as RawSession;
    expect(name).toBe('neu');
    const company = sandbox.customerUuid;
    const jwt = await signIn(sandbox);
    const { nodes } = await get<Edge<RawSession>>(sandbox, historyQuery, { company }, jwt);
    const names = new Map(nodes.map(({ value }) => [value.id, value.name]));
    expect(names.get(id)).toBe('anders');
    expect(names.has(second?.id ?? '')).toBe(false);
    expect([...names.values()]).toContain('neu');
  });

  it.each([
    ['faults', { pageCap: -1 }, 400],
    ['faults', { bogus: 1 }, 400],
    ['sessions', { action: 'remove', id: 'nobody' }, 400],
    ['sessions', { action: 'explode' }, 400],
    ['nothing', {}, 404],
  ])('says what is wrong with %s %j', async (path, body, status) => {
    const sandbox = await serve();
    const response = await control(sandbox, path, body);
    expect(response.status).toBe(status);
    const { error } = (await response.json()) as { error: string };
    expect(error.split('\n')).toHaveLength(1);
    expect(sandbox.faults.pageCap).toBeNull();
  });

  it('is closed to pages in a browser', async () => {
    const sandbox = await serve();
    const response = await fetch(new URL('/control/faults', sandbox.url), {
      method: 'POST',
      headers: { origin: 'https://evil.example' },
      body: '{"pageCap":1}',
    });
    expect(response.status).toBe(403);
    expect(sandbox.faults.pageCap).toBeNull();
  });
});
