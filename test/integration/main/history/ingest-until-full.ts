/** Writes until that fails; tells the problem's code and how many sessions are held. */
import { openHistory } from '../../../../src/main/history/index.ts';
import { problemOf } from '../../../../src/shared/problem.ts';
import { manySessions } from '../../../unit/main/history/support/sessions.ts';

const [file = '', key = ''] = process.argv.slice(2);
const { history } = await openHistory({
  place: { kind: 'file', file, key: Buffer.from(key, 'hex') },
  workerUrl: new URL('../../../../src/main/history/worker.ts', import.meta.url),
  now: Date.now,
});
let code = null;
for (let seed = 1; code === null; seed++) {
  const sessions = manySessions(500, seed * 1_000_000, seed * 2_000_000, seed);
  await history.ingest({ sessions, malformed: [] }).catch((error: unknown) => {
    code = problemOf(error).code;
  });
}
const { sessions: held } = await history.coverage();
process.stdout.write(JSON.stringify({ code, held }));
process.exit(0);
