import { resolve } from 'node:path';
import { parseEndpoint } from '../../shared/endpoint.ts';
import type { Language } from '../../shared/language.ts';
import { exportFlags, exportValues, parseExport, type ExportJob } from './export-arguments.ts';

/** What the command line asked for. */
export interface Arguments {
  /** The profile's folder, absolute; null leaves it where the system keeps such things. */
  readonly userDataDir: string | null;
  /** Preset in the sign-in form, canonical; null leaves the documented one. */
  readonly endpoint: string | null;
  /** Goes before the setting and the system. */
  readonly language: Language | null;
  /** Without window and tray. */
  readonly headless: boolean;
  /** Signed in to the embedded sample server. */
  readonly demo: boolean;
  /** Starts in the tray, as at login. */
  readonly hidden: boolean;
  /** Makes one export and ends, without window and tray; null runs as usual. */
  readonly job: ExportJob | null;
}

export type ParsedArguments =
  | { readonly kind: 'run'; readonly arguments: Arguments }
  /** Something to print, and then to end with success. */
  | { readonly kind: 'print'; readonly text: string }
  /** One line that says what is wrong, to print to stderr before ending with a failure. */
  | { readonly kind: 'refuse'; readonly message: string };

const usage = `Usage: tagwerk [options]

  --user-data-dir=DIR  keep everything in DIR: a profile of its own, several run side by side
  --endpoint=URL       the pcvisit server that the sign-in form starts with (https, or http on this machine)
  --lang=de|en         the language, whatever the settings and the system say
  --hidden             start in the tray, without a window
  --headless           run without a window and without a tray
  --export="VIEW OR SEARCH" --format=FORMAT --out=FILE
                       export without a window and end: csv-excel, csv, xlsx …; docs/headless.md has the rest
    --profile=NAME     as a saved profile has it, in place of --format or besides
    --sync             ask the server first
    --overwrite        replace a file of that name
    --again            also sessions that were exported before
    --not-exported     only sessions that were not
  --demo               sign in to the embedded sample server
  --version            print the version
  --help               print this
`;

const withValue = ['user-data-dir', 'endpoint', 'lang', ...exportValues] as const;
const flags = ['headless', 'demo', 'hidden', 'version', 'help', ...exportFlags] as const;
/** Whose value may also stand behind a blank, as people type it; Chromium's own take it behind = alone. */
const mayStandApart: readonly string[] = exportValues;
const ours: readonly string[] = [...withValue, ...flags];

interface Given {
  readonly values: ReadonlyMap<string, string>;
  readonly flags: ReadonlySet<string>;
}

/**
 * Reads a command line without the program itself. Switches that are not ours are Electron's or
 * Chromium's and pass, unless they are a slip of one of ours. The last of several counts.
 *
 * @param folder the one the program was started in: what a relative path is relative to
 */
export function parseArguments(
  argv: readonly string[],
  version: string,
  folder: string,
): ParsedArguments {
  const given = collect(argv);
  if (typeof given === 'string') return { kind: 'refuse', message: given };
  if (given.flags.has('help')) return { kind: 'print', text: usage };
  if (given.flags.has('version')) return { kind: 'print', text: `Tagwerk ${version}\n` };

  const profile = given.values.get('user-data-dir');
  const address = given.values.get('endpoint');
  const endpoint = address === undefined ? null : parseEndpoint(address);
  if (address !== undefined && endpoint === null) {
    // Not repeated: it may be the password in it that was wrong.
    const message =
      '--endpoint needs an https address, or http on this machine, without user name and fragment';
    return { kind: 'refuse', message };
  }
  const lang = given.values.get('lang');
  const language = lang === undefined ? null : languageOf(lang);
  if (lang !== undefined && language === null) {
    return { kind: 'refuse', message: `--lang is de or en, not ${shown(lang)}` };
  }
  const job = parseExport(given.values, given.flags, language, folder);
  if (typeof job === 'string') return { kind: 'refuse', message: job };
  return {
    kind: 'run',
    arguments: {
      userDataDir: profile === undefined ? null : resolve(folder, profile),
      endpoint: endpoint?.href ?? null,
      language,
      headless: given.flags.has('headless'),
      demo: given.flags.has('demo'),
      hidden: given.flags.has('hidden'),
      job,
    },
  };
}

/** Sorts out our own options. @returns the first thing that is wrong with them, in one line. */
function collect(argv: readonly string[]): Given | string {
  const values = new Map<string, string>();
  const set = new Set<string>();
  for (let at = 0; at < argv.length; at += 1) {
    const argument = argv[at] ?? '';
    if (argument === '--') break;
    const match = /^--([^=]+)(?:=([\s\S]*))?$/.exec(argument);
    if (!match) continue;
    const name = match[1] ?? '';
    let value = match[2];
    const next = argv[at + 1];
    if (value === undefined && mayStandApart.includes(name) && next && !next.startsWith('--')) {
      value = next;
      at += 1;
    }
    if (withValue.some((each) => each === name)) {
      if (!value) return `--${name} needs a value: --${name}=…`;
      values.set(name, value);
    } else if (flags.some((each) => each === name)) {
      // Chromium takes modes here (`--headless=new`); all of them mean the same to us.
      if (value !== undefined && name !== 'headless') return `--${name} takes no value`;
      set.add(name);
    } else {
      const meant = ours.find((each) => isSlipOf(name, each));
      if (meant) return `--${shown(name)} is not known; --${meant} is`;
    }
  }
  return { values, flags: set };
}

/** Also takes Chromium's own form of the switch, `de-AT`. */
function languageOf(text: string): Language | null {
  const [language] = text.toLowerCase().split(/[-_]/);
  return language === 'de' || language === 'en' ? language : null;
}

/** Whether one letter was dropped, added or mistaken, or two were swapped. */
function isSlipOf(typed: string, meant: string): boolean {
  if (typed === meant || meant.length < 5 || Math.abs(typed.length - meant.length) > 1)
    return false;
  let start = 0;
  while (start < meant.length && typed[start] === meant[start]) start += 1;
  const rest = (text: string, skipped: number): string => text.slice(start + skipped);
  return (
    rest(typed, 1) === rest(meant, 1) ||
    rest(typed, 1) === rest(meant, 0) ||
    rest(typed, 0) === rest(meant, 1) ||
    (typed[start] === meant[start + 1] &&
      typed[start + 1] === meant[start] &&
      rest(typed, 2) === rest(meant, 2))
  );
}

/** What was typed, fit for one line on a terminal. */
function shown(text: string): string {
  const clean = text.replace(/[^\p{L}\p{N}\p{P}\p{S} ]/gu, '?');
  return clean.length > 80 ? `${clean.slice(0, 79)}…` : clean;
}
