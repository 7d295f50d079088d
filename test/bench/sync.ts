import { measure, startServer } from './children.ts';
import type { DownloadFigures } from './download-child.ts';
import type { Figure } from './report.ts';
import type { SyncFigures } from './sync-child.ts';

const mebibyte = 1024 * 1024;

/** A first sync of so many sessions beside a plain download of the same pages. */
export async function benchSync(sessions: number): Promise<readonly Figure[]> {
  const server = await startServer(sessions);
  try {
    const sync = await measure<SyncFigures>('sync-child.ts', server);
    const floor = await measure<DownloadFigures>('download-child.ts', {
      endpoint: server.endpoint,
      asked: sync.asked,
    });
    const count = `${sync.sessions} sessions, ${sync.asked.length} pages`;
    return [
      {
        name: `sync, ${count}`,
        measured: sync.wallMs,
        floor: floor.wallMs,
        floorName: 'plain download of the same pages',
        unit: 'ms',
      },
      {
        name: 'sync, CPU of main and worker',
        measured: sync.cpuMs,
        floor: floor.cpuMs,
        floorName: 'CPU of the plain download',
        unit: 'ms',
      },
      {
        name: 'main’s event-loop delay during sync, p99',
        measured: sync.syncDelayMs,
        floor: sync.idleDelayMs,
        floorName: 'the same, idle',
        unit: 'ms',
      },
      {
        name: 'memory of main and worker after sync',
        measured: sync.rssAfter / mebibyte,
        floor: sync.rssBefore / mebibyte,
        floorName: 'the same, before it',
        unit: 'MB',
      },
    ];
  } finally {
    server.stop();
  }
}
