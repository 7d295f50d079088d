import * as v from 'valibot';
import { parseEndpoint } from '../../shared/endpoint.ts';
import { defaultSettings, settingsSchema, type Settings } from '../../shared/settings.ts';
import type { ProfileSettings } from './types.ts';

export const settingsFile = 'settings.json';

/**
 * Every other file that settings leave in the folder: files set aside because they could not be read
 * whole, and what a write leaves behind that is killed halfway. They may name who was signed in.
 */
export const settingsRemnants = /^settings\.json\..+$/;

/** What lies in `settings.json`. */
export interface SettingsDocument {
  readonly version: number;
  readonly settings: Settings;
  readonly profile: ProfileSettings;
}

export type Fields = Readonly<Record<string, unknown>>;

/** Turns a document of one version into one of the next. Pure, and content with anything. */
export type Upgrade = (document: Fields) => Fields;

/** The upgrade at index n leads from version n + 1 to n + 2. Only ever appended to. */
const upgrades: readonly Upgrade[] = [];

export interface DocumentReading {
  readonly document: SettingsDocument;
  /** What could not be taken over, as names of fields, never their content. */
  readonly faults: readonly string[];
}

const profileSchemas = {
  profileId: v.pipe(v.string(), v.uuid()),
  endpoint: v.nullable(
    v.pipe(
      v.string(),
      v.check((text) => parseEndpoint(text) !== null),
    ),
  ),
  ownEmail: v.nullable(v.pipe(v.string(), v.email(), v.maxLength(320))),
  removalPending: v.boolean(),
};

/**
 * Reads a settings file, which anyone may have written to. A field that is not valid falls back to
 * its default alone; fields that nobody knows are dropped.
 *
 * @param text null where there is no file yet.
 * @param profileId for a profile that has none.
 */
export function readDocument(
  text: string | null,
  profileId: string,
  steps: readonly Upgrade[] = upgrades,
): DocumentReading {
  const faults: string[] = [];
  const current = steps.length + 1;
  const fields = text === null ? {} : upgraded(parse(text, faults), steps, faults);
  const settings = take(settingsSchema.entries, fields, 'settings', defaultSettings, faults);
  const nobody: ProfileSettings = {
    profileId,
    endpoint: null,
    ownEmail: null,
    removalPending: false,
  };
  const profile = take(profileSchemas, fields, 'profile', nobody, faults);
  return { document: { version: current, settings, profile }, faults };
}

function parse(text: string, faults: string[]): Fields {
  try {
    const value: unknown = JSON.parse(text);
    if (isFields(value)) return value;
    faults.push('file');
    return {};
  } catch {
    faults.push('file');
    return { version: 1, profile: salvage(text) };
  }
}

/**
 * The profile's fields out of a file that is no JSON any more, cut short for instance: with its id a
 * profile would lose its keychain entry and its history.
 */
function salvage(text: string): Fields {
  const found = Object.keys(profileSchemas).flatMap((name) => {
    const literal = new RegExp(`"${name}"\\s*:\\s*("[^"\\\\\\r\\n]*")`).exec(text)?.[1];
    return literal === undefined ? [] : [[name, literal.slice(1, -1)] as const];
  });
  return Object.fromEntries(found);
}

function upgraded(fields: Fields, steps: readonly Upgrade[], faults: string[]): Fields {
  const version = fields['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    faults.push('version');
    return fields;
  }
  // A later Tagwerk wrote it: what is still known is taken, and the file is kept aside for it.
  if (version > steps.length + 1) faults.push('version');
  return steps.slice(version - 1).reduce((document, step) => step(document), fields);
}

/** Every field that is valid, and the fallback for each that is not. */
function take<T extends object>(
  schemas: Readonly<Record<keyof T & string, v.GenericSchema>>,
  document: Fields,
  part: string,
  fallback: T,
  faults: string[],
): T {
  const given = document[part];
  if (given !== undefined && !isFields(given)) faults.push(part);
  const fields = isFields(given) ? given : {};
  const taken = new Map<string, unknown>(Object.entries(fallback));
  for (const [name, schema] of Object.entries<v.GenericSchema>(schemas)) {
    if (!Object.hasOwn(fields, name)) continue;
    const parsed = v.safeParse(schema, fields[name]);
    if (parsed.success) taken.set(name, parsed.output);
    else faults.push(`${part}.${name}`);
  }
  return Object.fromEntries(taken) as T;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
