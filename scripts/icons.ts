import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { drawIcons } from './icons/draw.ts';

/** `npm run icons`: draws everything in `resources/` again. */
const resources = join(dirname(import.meta.dirname), 'resources');

for (const folder of ['mark', 'tray', 'icons']) {
  rmSync(join(resources, folder), { recursive: true, force: true });
}
const files = drawIcons();
for (const [path, content] of files) {
  const file = join(resources, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
console.log(`${files.size} files in resources/`);
