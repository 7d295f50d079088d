import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { madeSamples } from '../../support/samples.ts';

const folder = join(import.meta.dirname, '../../../docs/samples');

it('the samples in the docs are what is written today; `npm run samples` writes them anew', async () => {
  for (const [name, bytes] of await madeSamples()) {
    const kept = readFileSync(join(folder, name));
    // What deflates a workbook may differ from machine to machine; its text formats do not.
    if (name.endsWith('.xlsx')) expect(kept.subarray(0, 2).toString()).toBe('PK');
    else expect(kept.equals(bytes)).toBe(true);
  }
});
