import type {
  Capabilities,
  MalformedSession,
  SessionsPage,
  SessionsQuery,
} from '../../../../../src/main/pcvisit/types.ts';
import type { SyncApi } from '../../../../../src/main/history/sync/types.ts';
import { ProblemError, type Problem } from '../../../../../src/shared/problem.ts';
import type { Session } from '../../../../../src/shared/session.ts';

/** A server of sessions that a test can bend. */
export interface FakeServer {
  readonly api: SyncApi;
  readonly sessions: Map<string, Session>;
  /** By their true ids, which the answer may not tell. */
  readonly malformed: Map<string, MalformedSession & { readonly createdAt: number }>;
  readonly requests: SessionsQuery[];
  readonly renewals: number[];
  /** Problems with which the next requests fail, in order. */
  readonly failures: Problem[];
  /** Whether it tells of itself, and so who took part. */
  participants: boolean;
  cap: number;
  paging: boolean;
  /** Pages that always begin at the beginning. */
  brokenPaging: boolean;
  beginning: number;
  /** Answers that are still to say that the server is loading. */
  loading: number;
  /** Whether the bounds of a time frame belong to it. */
  inclusive: { from: boolean; to: boolean };
  /** Which time a time frame applies to. */
  timeOf: (session: Session) => number;
  /** What happens to a filter. */
  filters: 'work' | 'fail' | 'match nothing';
  /** Asked on every request. */
  onRequest: (query: SessionsQuery) => void;
}

export function createFakeServer(clock: () => number, sessions: readonly Session[]): FakeServer {
  const server: FakeServer = {
    sessions: new Map(sessions.map((session) => [session.id, session])),
    malformed: new Map(),
    requests: [],
    renewals: [],
    failures: [],
    participants: true,
    cap: Infinity,
    paging: false,
    brokenPaging: false,
    beginning: Math.min(...sessions.map((session) => session.createdAt)),
    loading: 0,
    inclusive: { from: true, to: true },
    timeOf: (session) => session.createdAt,
    filters: 'work',
    onRequest: () => undefined,
    api: {
      sessions: (query, signal) => answer(query, signal),
      capabilities: () => Promise.resolve(capabilities()),
      renew: () => {
        server.renewals.push(clock());
        return Promise.resolve();
      },
    },
  };
  const capabilities = (): Capabilities => ({
    introspection: server.paging,
    paging: server.paging,
    participants: server.participants,
    address: false,
    enums: {},
  });

  async function answer(query: SessionsQuery, signal?: AbortSignal): Promise<SessionsPage> {
    await Promise.resolve();
    signal?.throwIfAborted();
    server.requests.push(query);
    server.onRequest(query);
    const failure = server.failures.shift();
    if (failure) throw new ProblemError(failure);
    return pageOf(server, query);
  }
  return server;
}

function pageOf(server: FakeServer, query: SessionsQuery): SessionsPage {
  const within = (at: number) => {
    const to = query.to ?? Infinity;
    const { inclusive } = server;
    return (
      (inclusive.from ? at >= query.from : at > query.from) && (inclusive.to ? at <= to : at < to)
    );
  };
  const matches = filterOf(server, query.filter);
  const found = [
    ...[...server.sessions].map(([id, session]) => ({ at: server.timeOf(session), id, session })),
    ...[...server.malformed].map(([id, malformed]) => ({ at: malformed.createdAt, id, malformed })),
  ]
    .filter((node) => within(node.at) && matches(node.id))
    .sort((a, b) => b.at - a.at || (a.id < b.id ? -1 : 1));
  const start = server.brokenPaging || query.after === undefined ? 0 : Number(query.after) + 1;
  const loading = server.loading > 0;
  if (loading) server.loading--;
  const count = loading ? Math.floor(found.length / 2) : found.length;
  const nodes = found.slice(0, count).slice(start, start + server.cap);
  return {
    sessions: nodes.flatMap((node) => {
      if (!('session' in node)) return [];
      return server.participants ? [node.session] : [{ ...node.session, participants: [] }];
    }),
    malformed: nodes.flatMap((node) =>
      'malformed' in node
        ? [{ id: node.malformed.id, reason: node.malformed.reason, raw: node.malformed.raw }]
        : [],
    ),
    nodeCount: nodes.length,
    totalCount: count,
    endCursor: nodes.length > 0 ? String(start + nodes.length - 1) : null,
    batchLoadingIsStillActive: loading,
    reportingActiveSince: server.beginning,
  };
}

/** The two expressions sync builds, read back. */
function filterOf(server: FakeServer, filter: string | undefined): (id: string) => boolean {
  if (filter === undefined) return () => true;
  if (server.filters === 'fail') throw new ProblemError({ code: 'refused' });
  if (server.filters === 'match nothing') return () => false;
  const ids = new Set([...filter.matchAll(/"([^"]*)"/g)].map((match) => match[1]));
  const wanted = /^id in /.test(filter);
  return (id) => ids.has(id) === wanted;
}
