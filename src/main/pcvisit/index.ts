import type { Problem } from '../../shared/problem.ts';
import { jwtHeaderOf, type JwtHeader } from './client.ts';
import { connect, defaultLimits, type ConnectionDeps } from './connection.ts';
import { capabilitiesOf } from './discovered.ts';
import { createDiscovery, type DiscoveryCache } from './discovery.ts';
import { discoveryDocument } from './documents.ts';
import { createExportFiles } from './export-file.ts';
import { createImprints } from './imprints.ts';
import { createJwt, type Jwt } from './jwt.ts';
import { createPeople } from './people.ts';
import { buyJwt } from './purchase.ts';
import { createSessions } from './sessions.ts';
import { readTokenPayload } from './token-payload.ts';
import type { Pcvisit } from './types.ts';
import { asError } from './watchdog.ts';

export interface PcvisitDeps extends ConnectionDeps {
  /** The header that carries the JWT: undocumented, hence asked anew for every query. */
  readonly jwtHeader: () => JwtHeader;
  readonly discoveryCache: DiscoveryCache;
  readonly appVersion: string;
  /** The server no longer sells JWTs for these tokens. */
  readonly onTokensRejected: (problem: Problem) => void;
}

/** Beyond this a file is no history, bytes. */
const largestFile = 1024 ** 3;

/** The API of one endpoint, for one technician. Asks nothing before it is asked. */
export function createPcvisit(deps: PcvisitDeps): Pcvisit {
  const { clock, log, tokens, endpoint } = deps;
  const connection = connect(deps, () => jwt);
  const { host } = connection;
  const jwt: Jwt = createJwt({
    buy: () => buyJwt(connection.askOpenly, tokens, host),
    clock,
    onTokensRejected: deps.onTokensRejected,
    log,
  });
  const ask = connection.withJwt({ jwt, header: deps.jwtHeader });
  const discovery = createDiscovery({
    cache: deps.discoveryCache,
    key: `${endpoint.href} ${deps.appVersion}`,
    introspect: async () => {
      await jwt.fresh();
      return (await ask(discoveryDocument, {})).data;
    },
    clock,
    log,
  });
  const readSessions = createSessions({ discovery, ask, host, log });
  const readImprint = createImprints({ discovery, ask, host });
  const findPerson = createPeople(ask, host);
  const exportFile = createExportFiles({
    ask,
    endpoint,
    fetch: deps.fetch,
    limits: { ...defaultLimits, fileBytes: largestFile, ...deps.limits },
    jwtHeader() {
      const held = jwt.current();
      return held && jwtHeaderOf(held, deps.jwtHeader());
    },
  });

  /** A JWT at hand; rejects at once where whoever asks no longer waits. */
  async function ready(signal: AbortSignal | undefined): Promise<string> {
    if (signal?.aborted) throw asError(signal.reason);
    const { customerUuid } = await jwt.fresh();
    return customerUuid;
  }

  return {
    async sessions(query, signal) {
      return readSessions(query, await ready(signal), signal);
    },
    async imprint(id, signal) {
      const own = await ready(signal);
      return readImprint(id ?? own, signal);
    },
    async person(email, signal) {
      await ready(signal);
      return findPerson(email, signal);
    },
    async tokenPayload(userId, signal) {
      await ready(signal);
      return readTokenPayload(ask, userId, host, signal);
    },
    async exportFile(query, signal) {
      return exportFile(query, await ready(signal), signal);
    },
    capabilities: async () => capabilitiesOf(await discovery.known()),
    async renew() {
      await jwt.renew();
    },
    close() {
      connection.close();
      jwt.forget();
    },
  };
}

/**
 * Tries two tokens out by buying a JWT, which is forgotten at once. Rejects with the ProblemError
 * that says why it cannot be bought.
 */
export async function verifyTokens(deps: ConnectionDeps): Promise<{ customerUuid: string }> {
  const { askOpenly, host } = connect(deps, () => null);
  const { customerUuid } = await buyJwt(askOpenly, deps.tokens, host);
  return { customerUuid };
}
