import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

/** A folder for one test, gone after it. Call it where hooks may be registered. */
export function temporaryFolders(): (name?: string) => string {
  const made: string[] = [];
  afterEach(() => {
    for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
  });
  return (name = 'profile') => {
    const folder = mkdtempSync(join(tmpdir(), `tagwerk ${name} ä-`));
    made.push(folder);
    return folder;
  };
}

/** Every file below a folder, as path → bytes read as Latin-1, so that nothing is lost. */
export function contentsOf(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Map(
    files
      .filter((file) => file.isFile())
      .map((file) => join(file.parentPath, file.name))
      .map((path) => [path, readFileSync(path, 'latin1')]),
  );
}
