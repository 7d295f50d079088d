import { randomUUID } from 'node:crypto';
import { constants, copyFileSync, readFileSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import Store from 'electron-store';
import * as v from 'valibot';
import { ProblemError } from '../../shared/problem.ts';
import { settingsSchema, type Settings } from '../../shared/settings.ts';
import type { Log } from '../log.ts';
import { readDocument, settingsFile, type SettingsDocument } from './settings-document.ts';
import type { ProfileSettings, SettingsStore } from './types.ts';

export interface SettingsDeps {
  /** The profile's folder, absolute. */
  readonly directory: string;
  readonly log: Pick<Log, 'warn'>;
  /** UTC ms. */
  readonly clock?: () => number;
}

/** Bytes; ours is below two thousand. */
const largest = 1_000_000;

const changeSchema = v.partial(v.strictObject(settingsSchema.entries));

/**
 * The settings of one profile, read once. A file that cannot be taken over whole is set aside as
 * `settings.json.damaged-…` before it is written anew. Writes go to a temporary file that is then
 * renamed; one that fails leaves file and memory as they were.
 */
export function createSettings({ directory, log, clock = Date.now }: SettingsDeps): SettingsStore {
  const file = join(directory, settingsFile);
  const listeners = new Set<(settings: Settings) => void>();
  let writer: Store<Record<string, unknown>> | null = null;
  let document = load();

  function load(): SettingsDocument {
    const text = readText();
    const reading = readDocument(text ?? null, randomUUID());
    const faults = text === undefined ? ['file'] : reading.faults;
    if (faults.length > 0) {
      const aside = setAside(text === undefined ? renameSync : copy);
      log.warn('settings could not be read whole', { fields: faults, aside });
    }
    if (text === null || faults.length > 0) {
      try {
        store(reading.document);
      } catch (error) {
        // They hold for this run; whoever changes one is told.
        log.warn('settings cannot be written', error);
      }
    }
    return reading.document;
  }

  /** @returns null where there is no file, undefined where it cannot be read. */
  function readText(): string | null | undefined {
    try {
      const found = statSync(file);
      // A device for instance would be read without end.
      if (!found.isFile() || found.size > largest) throw new Error('This is no settings file.');
      return readFileSync(file, 'utf8');
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return null;
      log.warn('settings cannot be read', error);
      return undefined;
    }
  }

  function setAside(put: (from: string, to: string) => void): string | null {
    const stamp = new Date(clock()).toISOString().replaceAll(':', '-');
    const aside = `${settingsFile}.damaged-${stamp}`;
    try {
      put(file, join(directory, aside));
      return aside;
    } catch (error) {
      log.warn('damaged settings could not be set aside', error);
      return null;
    }
  }

  /** @throws ProblemError `disk-full` or `unexpected`. */
  function store(next: SettingsDocument): void {
    try {
      writer ??= openWriter(directory);
      writer.store = { ...next };
    } catch (cause) {
      const full = ['ENOSPC', 'EDQUOT'].includes(codeOf(cause) ?? '');
      const problem = { code: full ? 'disk-full' : 'unexpected', path: file } as const;
      throw new ProblemError(problem, { message: 'Settings could not be written.', cause });
    }
  }

  function replace(next: SettingsDocument): void {
    if (isDeepStrictEqual(next, document)) return;
    store(next);
    document = next;
  }

  function setProfile(profile: Omit<ProfileSettings, 'profileId'>): void {
    replace({ ...document, profile: { ...document.profile, ...profile } });
  }

  return {
    read: () => ({ ...document.settings }),
    change(change) {
      const parsed = v.safeParse(changeSchema, change);
      if (!parsed.success) throw new ProblemError({ code: 'invalid-request' });
      const given = Object.entries(parsed.output).filter(([, value]) => value !== undefined);
      const settings: Settings = { ...document.settings, ...Object.fromEntries(given) };
      if (!isDeepStrictEqual(settings, document.settings)) {
        replace({ ...document, settings });
        for (const listener of [...listeners]) listener({ ...settings });
      }
      return { ...settings };
    },
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    profile: () => ({ ...document.profile }),
    setProfile: ({ endpoint, ownEmail, removalPending }) =>
      setProfile({ endpoint, ownEmail, removalPending }),
    clearProfile: (removalPending = false) =>
      setProfile({ endpoint: null, ownEmail: null, removalPending }),
  };
}

/** Leaves the file in place until it is replaced, so that there is one at every moment. */
function copy(from: string, to: string): void {
  copyFileSync(from, to, constants.COPYFILE_EXCL);
}

function openWriter(directory: string): Store<Record<string, unknown>> {
  // What the file holds does not matter to it: it is read here, and replaced whole.
  const deserialize = (): Record<string, unknown> => ({});
  return new Store({ cwd: directory, name: 'settings', deserialize, configFileMode: 0o600 });
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined;
}
