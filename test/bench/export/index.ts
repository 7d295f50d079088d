import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Figure } from '../report.ts';
import type { Part } from './bench.ts';
import { big } from './big.ts';
import { csv } from './csv.ts';
import { xlsx } from './xlsx.ts';

const parts: Readonly<Record<string, Part>> = { csv, xlsx, big };
export const exportParts = Object.keys(parts);

/** @param most sessions, where a part has more; @param wanted the parts to measure, all of them where none is named */
export async function* benchExport(
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
