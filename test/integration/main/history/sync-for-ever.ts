/** Syncs with a server until it is killed; tells how many sessions are held. */
import { openHistory } from '../../../../src/main/history/index.ts';
import { createSync } from '../../../../src/main/history/sync/index.ts';
import { createPcvisit } from '../../../../src/main/pcvisit/index.ts';

const [file = '', key = '', endpoint = '', integratorToken = '', userToken = '', now = ''] =
  process.argv.slice(2);
const clock = () => Number(now);
const { history } = await openHistory({
  place: { kind: 'file', file, key: Buffer.from(key, 'hex') },
  workerUrl: new URL('../../../../src/main/history/worker.ts', import.meta.url),
  now: clock,
});
const api = createPcvisit({
  endpoint: new URL(endpoint),
  tokens: { integratorToken, userToken },
  fetch: globalThis.fetch,
  clock,
  log: () => undefined,
  jwtHeader: () => ({ name: 'Authorization', scheme: 'Bearer' }),
  discoveryCache: { read: () => undefined, write: () => undefined },
  appVersion: 'test',
  onTokensRejected: () => undefined,
});
createSync({
  api,
  history,
  clock,
  timers: { setTimeout, clearTimeout: (timer) => clearTimeout(timer as NodeJS.Timeout) },
  random: Math.random,
  zone: () => 'Europe/Berlin',
  deviceIds: () => false,
  retentionFrom: () => null,
  isVisible: () => false,
  onState: (state) => process.stdout.write(`${state.progress?.sessions ?? -1}\n`),
  onChange: () => undefined,
  log: () => undefined,
}).start();
