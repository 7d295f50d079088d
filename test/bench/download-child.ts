import { input } from './children.ts';
import type { Asked } from './sync-child.ts';

export interface DownloadFigures {
  readonly wallMs: number;
  readonly cpuMs: number;
  readonly bytes: number;
}

/** The floor of a sync: the same pages, asked for one after the other and thrown away. */
const { endpoint, asked } = await input<{ endpoint: string; asked: readonly Asked[] }>();
const cpu = process.cpuUsage();
const started = performance.now();
let bytes = 0;
for (const { headers, body } of asked) {
  const response = await fetch(endpoint, { method: 'POST', headers, body });
  bytes += (await response.text()).length;
}
const { user, system } = process.cpuUsage(cpu);
const figures: DownloadFigures = {
  wallMs: performance.now() - started,
  cpuMs: (user + system) / 1000,
  bytes,
};
process.send?.(figures);
