import { createHash, randomUUID } from 'node:crypto';
import {
  mkdtempSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';

/** What a second start tells the first. */
export interface SecondStart {
  readonly argv: string[];
  readonly cwd: string;
  readonly data: unknown;
}

export interface InstanceLock {
  /** @returns whether this process holds the lock now; where another does, it has been told. */
  request(start: SecondStart): boolean;
  readonly held: boolean;
  release(): void;
}

/**
 * One process per user data folder. The lock lies outside that folder, which belongs to the app;
 * a lock whose process is gone is taken over.
 */
export function createInstanceLock(
  userData: () => string,
  onSecondStart: (start: SecondStart) => void,
): InstanceLock {
  let folder: string | null = null;
  let stop: (() => void) | null = null;

  const release = (): void => {
    stop?.();
    if (folder !== null) rmSync(folder, { recursive: true, force: true });
    folder = null;
    stop = null;
  };

  return {
    get held() {
      return folder !== null;
    },
    request(start) {
      if (folder !== null) return true;
      const wanted = folderOf(userData());
      if (!take(wanted)) {
        post(wanted, start);
        return false;
      }
      folder = wanted;
      stop = receive(wanted, onSecondStart);
      return true;
    },
    release,
  };
}

const prefix = `electron-host-lock-${userInfo().username}-`;

function folderOf(userData: string): string {
  const hash = createHash('sha256').update(resolve(userData)).digest('hex').slice(0, 16);
  return join(tmpdir(), `${prefix}${hash}`);
}

/** A folder that already holds who made it is put in place in one step, for one process only. */
function take(folder: string): boolean {
  sweep();
  const made = mkdtempSync(`${folder}.new-`);
  writeFileSync(join(made, 'pid'), String(process.pid));
  try {
    renameSync(made, folder);
    return true;
  } catch (error) {
    rmSync(made, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'EPERM') return false;
    throw error;
  }
}

/** Clears away the locks of processes that are gone, this profile's among them. */
function sweep(): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || name.includes('.')) continue;
    const folder = join(tmpdir(), name);
    if (isHeld(folder)) continue;
    // Out of the way first: what somebody puts in its place meanwhile is not ours to remove.
    const aside = `${folder}.old-${randomUUID()}`;
    try {
      renameSync(folder, aside);
      if (isHeld(aside)) renameSync(aside, folder);
      rmSync(aside, { recursive: true, force: true });
    } catch {
      // Somebody else cleared it away.
    }
  }
}

function isHeld(folder: string): boolean {
  try {
    process.kill(Number(readFileSync(join(folder, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function post(folder: string, start: SecondStart): void {
  const name = randomUUID();
  writeFileSync(join(folder, `${name}.part`), JSON.stringify(start));
  renameSync(join(folder, `${name}.part`), join(folder, `${name}.json`));
}

function receive(folder: string, tell: (start: SecondStart) => void): () => void {
  const read = (): void => {
    for (const name of readdirSync(folder).filter((each) => each.endsWith('.json'))) {
      const file = join(folder, name);
      const start = JSON.parse(readFileSync(file, 'utf8')) as SecondStart;
      rmSync(file);
      tell(start);
    }
  };
  const watcher = watch(folder, { persistent: false }, read);
  watcher.on('error', () => undefined);
  return () => watcher.close();
}
