/**
 * Saves the search columns of some sessions, then adds one, changes ten and marks one as vanished, so that their
 * number tells nothing, until it is killed; a line on the output for each round that was confirmed.
 */
import { openHistory } from '../../../../src/main/history/index.ts';
import { manySessions } from '../../../unit/main/history/support/sessions.ts';
import { question } from './questions.ts';

const [file = '', key = ''] = process.argv.slice(2);
const { history } = await openHistory({
  place: { kind: 'file', file, key: Buffer.from(key, 'hex') },
  workerUrl: new URL('../../../../src/main/history/worker.ts', import.meta.url),
  now: Date.now,
});
const first = manySessions(2000, 1_000_000, 2_000_000);
await history.ingest({ sessions: first, malformed: [] });
await history.search(question());
await history.settle();
for (let seed = 2; ; seed++) {
  const fresh = manySessions(1, seed * 1_000_000, (seed + 1) * 1_000_000, seed);
  const changed = first
    .slice(seed * 10, seed * 10 + 10)
    .map((each) => ({ ...each, name: `Neu ${seed}`, lastUpdatedAt: each.lastUpdatedAt + 1 }));
  await history.ingest({ sessions: [...fresh, ...changed], malformed: [] });
  await history.markVanished([first[seed]?.id ?? ''], seed);
  process.stdout.write(`${seed}\n`);
}
