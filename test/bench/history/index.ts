import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../report.ts';
import type { Part } from './bench.ts';
import { ingest } from './ingest.ts';
import { memory } from './memory.ts';
import { minisearch } from './minisearch.ts';
import { open } from './open.ts';
import { page } from './page.ts';
import { search } from './search.ts';

const parts: Readonly<Record<string, Part>> = { search, minisearch, ingest, memory, open, page };
export const historyParts = Object.keys(parts);

/** @param most sessions, where a part has more; @param wanted the parts to measure, all of them where none is named */
export async function* benchHistory(
  most: number,
  wanted: readonly string[],
): AsyncGenerator<readonly Figure[]> {
  for (const [name, { sessions, run }] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    const folder = mkdtempSync(join(tmpdir(), 'tagwerk-bench-'));
    try {
      yield await run(Math.min(most, sessions), folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
}
