import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ProblemError } from '../../shared/problem.ts';
import { settingsFile, settingsRemnants } from './settings-document.ts';

export interface WipeDeps {
  /** The profile's folder. */
  readonly directory: string;
  /**
   * What goes, as names or patterns of whole names of files and folders directly in the profile's
   * folder: `/^history\.sqlite/` takes its write-ahead log, copies and set-aside files along.
   */
  readonly names: readonly (string | RegExp)[];
  /** Removes a file or folder; retries while something else holds it. */
  readonly remove?: (path: string) => Promise<void>;
}

/**
 * Removes files of a profile, folders with all they hold, and whatever settings left behind beside
 * `settings.json`; that one stays, for the preferences in it. Goes on past what cannot be removed.
 *
 * @throws ProblemError `files-left` with the path of the first file that stayed; its message names all.
 */
export async function wipeProfile(deps: WipeDeps): Promise<void> {
  const { directory, names, remove = removeWithRetries } = deps;
  const left: { path: string; cause: unknown }[] = [];
  for (const name of await namesIn(directory)) {
    if (name === settingsFile || ![...names, settingsRemnants].some((each) => fits(each, name))) {
      continue;
    }
    const path = join(directory, name);
    try {
      await remove(path);
    } catch (cause) {
      left.push({ path, cause });
    }
  }
  const [first] = left;
  if (first === undefined) return;
  const message = `Not removed: ${left.map(({ path }) => path).join(', ')}`;
  throw new ProblemError({ code: 'files-left', path: first.path }, { message, cause: first.cause });
}

async function namesIn(directory: string): Promise<readonly string[]> {
  try {
    return await readdir(directory);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function fits(pattern: string | RegExp, name: string): boolean {
  if (typeof pattern === 'string') return pattern === name;
  // A pattern with `g` or `y` remembers where it was.
  pattern.lastIndex = 0;
  return pattern.test(name);
}

/** Windows does not remove what a scanner or a closing process still holds: EBUSY, EPERM, ENOTEMPTY. */
async function removeWithRetries(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 8, retryDelay: 50 });
}
