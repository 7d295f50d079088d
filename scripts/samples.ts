import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { madeSamples } from '../test/support/samples.ts';

/** `npm run samples`: writes a sample of each format to docs/samples. */
const folder = join(import.meta.dirname, '../docs/samples');
mkdirSync(folder, { recursive: true });
for (const [name, bytes] of await madeSamples()) writeFileSync(join(folder, name), bytes);
