import { openHistory } from '../../../../src/main/history/index.ts';
import { settleExports } from '../../../../src/main/exports/index.ts';
import { workerUrl } from '../history/worker-url.ts';
import { exportAll } from './set-up.ts';

/** Exports a history again and again to files of their own, and tells of each that is finished. */
const [file = '', key = '', folder = ''] = process.argv.slice(2);
const { history } = await openHistory({
  place: { kind: 'file', file, key: Buffer.from(key, 'hex') },
  workerUrl,
  now: Date.now,
});
await settleExports(history.exports);
for (let number = 1; ; number += 1) {
  await exportAll(history.exports, `${folder}/${number}.csv`, {
    onProgress: (rows) => process.stdout.write(`${rows}\n`),
  });
}
