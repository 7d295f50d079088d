import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '../../shared/problem.ts';
import type { ExportSeal } from '../history/store/entities/ledger.ts';

/** A file that is written beside its place and takes its name once it is whole. */
export interface Target {
  readonly path: string;
  /** Where it is written until then. */
  readonly part: string;
  /** Creates the part. */
  open(): Promise<void>;
  write(bytes: Uint8Array): Promise<void>;
  /** Everything is on disk from then on. */
  seal(): Promise<ExportSeal>;
  /** Takes the name, in the place of whatever had it. */
  commit(): Promise<void>;
  /** Removes the part; what had the name stays as it is. */
  discard(): Promise<void>;
}

/**
 * Every call rejects with a ProblemError with the path: `disk-full`, or `file-not-written` where the folder is gone or
 * must not be written to.
 */
export function createTarget(path: string, part = partBeside(path)): Target {
  const hash = createHash('sha256');
  let bytes = 0;
  let file: FileHandle | null = null;
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw problemFrom(error, path);
    }
  };
  const close = async (): Promise<void> => {
    const closing = file;
    file = null;
    await closing?.close();
  };
  return {
    path,
    part,
    open: () =>
      attempt(async () => {
        file = await open(part, 'wx');
      }),
    write: (chunk) =>
      attempt(async () => {
        hash.update(chunk);
        bytes += chunk.byteLength;
        await file?.writeFile(chunk);
      }),
    seal: () =>
      attempt(async () => {
        await file?.sync();
        await close();
        return { bytes, sha256: hash.digest('hex') };
      }),
    commit: () => attempt(() => rename(part, path)),
    async discard() {
      await close().catch(() => undefined);
      await rm(part, { force: true }).catch(() => undefined);
    },
  };
}

/**
 * A folder of files that is written beside its place, as a file is, and takes its name once all of them are whole.
 * What has the name already is left alone, and is a failure.
 */
export interface FolderTarget {
  /** The target of a file in it, which makes the folder when it opens. Only {@link commit} gives it its name. */
  fileAt(name: string): Target;
  commit(): Promise<void>;
  /** To be called once the files themselves are discarded. */
  discard(): Promise<void>;
}

/** Rejects as {@link createTarget}'s do. */
export function createFolderTarget(path: string): FolderTarget {
  const part = partBeside(path);
  return {
    fileAt(name) {
      const file = createTarget(join(path, name), join(part, name));
      return {
        ...file,
        async open() {
          try {
            await mkdir(part, { recursive: true });
          } catch (error) {
            throw problemFrom(error, path);
          }
          await file.open();
        },
      };
    },
    async commit() {
      try {
        await rename(part, path);
      } catch (error) {
        throw problemFrom(error, path);
      }
    },
    discard: () => rm(part, { recursive: true, force: true }).catch(() => undefined),
  };
}

/** Short, whatever the file is called, and hidden where a leading dot hides. */
function partBeside(path: string): string {
  return join(dirname(path), `.tagwerk-${randomBytes(6).toString('hex')}.part`);
}

function problemFrom(error: unknown, path: string): ProblemError {
  const { code } = error as NodeJS.ErrnoException;
  const isFull = code === 'ENOSPC' || code === 'EDQUOT';
  return new ProblemError(
    { code: isFull ? 'disk-full' : 'file-not-written', path },
    { cause: error, message: `${code ?? 'error'} at ${basename(path)}` },
  );
}
