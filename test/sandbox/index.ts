import { systemZone } from '../../src/shared/time.ts';
import { openBook } from './data/book.ts';
import { buildCompany } from './data/company.ts';
import { buildTimeline } from './data/timeline.ts';
import { controlFaults } from './faults/control.ts';
import { noFaults, type Faults } from './faults/faults.ts';
import { bewitch } from './faults/hostile.ts';
import { isDamaged } from './faults/malformed.ts';
import { newestFirst } from './query/order.ts';
import { buildSelect } from './query/select.ts';
import { buildAuth, sampleTokens } from './server/auth.ts';
import type { Controls } from './server/control-route.ts';
import { listen } from './server/listen.ts';
import type { World } from './server/world.ts';
import type { RawSession, SandboxTokens } from './types.ts';

export { buildSandboxSchema } from './schema/build.ts';
export { noFaults, type FaultKind, type Faults } from './faults/faults.ts';
export type { RawSession, SandboxTokens } from './types.ts';

export interface SandboxOptions {
  /** Another seed, other sample data. */
  readonly seed?: number;
  /** 0 to 1,000,000 and more. */
  readonly sessions?: number;
  /** The server's clock, UTC ms. The sample data is laid out back from its value at the start. */
  readonly now?: () => number;
  /** 0 takes any free one. */
  readonly port?: number;
  /** IANA time zone in which today is never empty and nights are quiet; the machine's by default. */
  readonly zone?: string;
  readonly jwtLifetimeMs?: number;
  /** Lets sessions begin and end as time goes by; else the data stands still. */
  readonly live?: boolean;
  readonly faults?: Partial<Faults>;
  readonly tls?: { readonly key: string; readonly cert: string };
}

export interface Sandbox extends Controls {
  /** Address of the GraphQL endpoint. */
  readonly url: string;
  readonly tokens: SandboxTokens;
  /** E-mail address of the technician the user token belongs to. */
  readonly ownEmail: string;
  readonly customerUuid: string;
  /** Every session that there is now as GraphQL would give it, the newest first. */
  allSessions(): Iterable<RawSession>;
  /** Ids of the sessions that `malformedSessions` makes unreadable. */
  malformedIds(): readonly string[];
  close(): Promise<void>;
}

/** Starts a pcvisit of one's own on the loopback interface. Rejects where the port is taken. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = 1, sessions = 2_000, now = Date.now, live = false } = options;
  const start = now();
  const faults = controlFaults({
    ...noFaults,
    ...(options.jwtLifetimeMs === undefined ? {} : { jwtLifetimeMs: options.jwtLifetimeMs }),
    ...options.faults,
  });
  const company = buildCompany(seed, sessions);
  const zone = options.zone ?? systemZone();
  const timeline = buildTimeline({ seed, sessions, start, zone, live });
  const clock = (): number => now() + faults.current.clockSkewMs;
  const book = openBook({
    source: { seed, company, timeline },
    now: live ? now : () => start,
    clock: now,
    altered: (session, handle) => {
      const every = faults.current.hostileTexts;
      return every !== null && handle % every === 0 ? bewitch(session, handle / every) : session;
    },
    alteration: () => String(faults.current.hostileTexts),
  });
  const [own] = company.team;
  const auth = buildAuth({
    faults,
    clock,
    userId: own.userId,
    customerUuid: company.customerUuid,
  });
  const scheme = options.tls ? 'https' : 'http';
  let port = 0;
  const origin = (): string => `${scheme}://127.0.0.1:${port}`;
  const world: World = {
    company,
    book,
    select: buildSelect(book),
    faults,
    auth,
    exports: new Map(),
    beginning: timeline.beginning,
    clock,
    origin,
  };

  const requests = new Map<string, number>();
  let totalRequests = 0;
  const handles = function* (): Generator<number> {
    const order = newestFirst(book, {});
    for (let position = 0; position < order.length; position += 1) yield order.at(position);
  };
  const sandbox: Omit<Sandbox, 'close'> = {
    get url() {
      return `${origin()}/graphql`;
    },
    tokens: sampleTokens,
    ownEmail: own.email,
    customerUuid: company.customerUuid,
    get faults() {
      return faults.current;
    },
    setFaults: (change) => faults.set(change),
    requests,
    get totalRequests() {
      return totalRequests;
    },
    get generated() {
      return book.generated;
    },
    allSessions: function* () {
      for (const handle of handles()) yield book.read(handle);
    },
    malformedIds: () =>
      [...handles()]
        .filter((handle) => isDamaged(handle, faults.current.malformedSessions))
        .map((handle) => book.idOf(handle)),
    update: (id, patch) => book.update(id, patch),
    remove: (id) => book.remove(id),
    add: (session) => book.add(session),
  };
  const server = await listen(world, sandbox, {
    port: options.port ?? 0,
    tls: options.tls,
    count: (operations) => {
      totalRequests += 1;
      for (const each of operations) requests.set(each, (requests.get(each) ?? 0) + 1);
    },
  });
  port = server.port;
  return Object.assign(sandbox, { close: () => server.close() });
}
