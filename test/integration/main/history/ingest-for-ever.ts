/** Writes batches of 100 sessions until it is killed; a line on the output for each that was confirmed. */
import { openHistory } from '../../../../src/main/history/index.ts';
import { manySessions } from '../../../unit/main/history/support/sessions.ts';

const [file = '', key = ''] = process.argv.slice(2);
const { history } = await openHistory({
  place: { kind: 'file', file, key: Buffer.from(key, 'hex') },
  workerUrl: new URL('../../../../src/main/history/worker.ts', import.meta.url),
  now: Date.now,
});
for (let seed = 1; ; seed++) {
  const sessions = manySessions(100, seed * 1_000_000, seed * 2_000_000, seed);
  await history.ingest({ sessions, malformed: [] });
  process.stdout.write(`${seed}\n`);
}
