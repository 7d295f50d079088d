import { openHistory } from '../../../src/main/history/index.ts';
import type { HistoryPlace } from '../../../src/main/history/types.ts';
import { input } from '../children.ts';
import { cpuOfAsync } from './clock.ts';
import { sampleHistory } from './sample.ts';

export interface IngestFigures {
  readonly cpuMs: number;
}

/** Sessions on their way into the encrypted history, over the worker, as a sync hands them over. */
const { sessions, file, key } = await input<{ sessions: number; file: string; key: string }>();
const place: HistoryPlace = { kind: 'file', file, key: Buffer.from(key, 'hex') };
const workerUrl = new URL('../../../src/main/history/worker.ts', import.meta.url);
const { history } = await openHistory({ place, workerUrl, now: Date.now });
let cpuMs = 0;
for (const batch of sampleHistory(sessions, 'newest', 5000))
  cpuMs += await cpuOfAsync(() => history.ingest({ sessions: batch, malformed: [] }));
cpuMs += await cpuOfAsync(() => history.close());
const figures: IngestFigures = { cpuMs };
process.send?.(figures);
