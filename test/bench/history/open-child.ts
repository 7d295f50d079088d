import { openHistory } from '../../../src/main/history/index.ts';
import { newestFirst, noFilter } from '../../../src/shared/history/query.ts';
import { input } from '../children.ts';
import { cpuOfAsync } from './clock.ts';
import { newest } from './sample.ts';

export interface OpenFigures {
  /** From the worker's start to the first answer; processor time of the whole process. */
  readonly cpuMs: number;
  readonly found: number;
}

/** Opens a history, searches once, and closes it, which saves what was built. */
const { file, key } = await input<{ file: string; key: string }>();
const workerUrl = new URL('../../../src/main/history/worker.ts', import.meta.url);
let found = 0;
let close = async (): Promise<void> => {};
const cpuMs = await cpuOfAsync(async () => {
  const place = { kind: 'file', file, key: Buffer.from(key, 'hex') } as const;
  const { history } = await openHistory({ place, workerUrl, now: Date.now });
  close = () => history.close();
  const filter = { ...noFilter, text: 'drucker' };
  const result = await history.search({
    query: { filter, sort: newestFirst, group: 'none' },
    now: newest,
    zone: 'Europe/Berlin',
    ownEmail: null,
  });
  found = result?.totals.sessions ?? 0;
});
await close();
const figures: OpenFigures = { cpuMs, found };
process.send?.(figures);
