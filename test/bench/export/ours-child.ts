import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openHistory } from '../../../src/main/history/index.ts';
import { runExport, writers } from '../../../src/main/exports/index.ts';
import type { FileFormat } from '../../../src/shared/exports/format.ts';
import { input } from '../children.ts';
import { cpuOfAsync } from '../history/clock.ts';
import { everything, requestAs, type Sample } from './asked.ts';

export interface OursAsked extends Pick<Sample, 'file' | 'key'> {
  readonly format: FileFormat;
  readonly out: string;
}

export interface OursFigures {
  /** Processor time of main and worker, from the wish to the entry in the ledger. */
  readonly cpuMs: number;
  readonly wallMs: number;
  readonly rows: number;
  /** The most memory the process ever had, bytes. */
  readonly peak: number;
  /** p99 of the event loop's delay, ms. */
  readonly idleDelayMs: number;
  readonly delayMs: number;
}

/** What the program does with one click: main's part in this thread, the history on its worker. */
const { file, key, format, out } = await input<OursAsked>();
const workerUrl = new URL('../../../src/main/history/worker.ts', import.meta.url);
const place = { kind: 'file', file, key: Buffer.from(key, 'hex') } as const;
const { history } = await openHistory({ place, workerUrl, now: Date.now });
await history.search(everything);

const idleDelayMs = await delayDuring(() => new Promise((resolve) => setTimeout(resolve, 3000)));
let rows = 0;
let cpuMs = 0;
const started = performance.now();
const delayMs = await delayDuring(async () => {
  cpuMs = await cpuOfAsync(async () => {
    const record = await runExport(everything, requestAs(format), out, {
      history: history.exports,
      writer: writers[format],
      signal: new AbortController().signal,
      onProgress: () => undefined,
    });
    rows = record?.rows ?? 0;
  });
});
const wallMs = performance.now() - started;
const peak = process.resourceUsage().maxRSS * 1024;
await history.close();
const figures: OursFigures = { cpuMs, wallMs, rows, peak, idleDelayMs, delayMs };
process.send?.(figures);

async function delayDuring(work: () => Promise<unknown>): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: 5 });
  histogram.enable();
  await work();
  histogram.disable();
  return histogram.percentile(99) / 1e6;
}
