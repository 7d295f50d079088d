export interface Languages {
  /** What the program itself speaks: `--lang` where it was given, else the system's. */
  readonly ui: string;
  readonly system: string;
  readonly preferred: string[];
}

/** Reads the languages a desktop sets (`LANGUAGE=de:en`, `LANG=de_DE.UTF-8`). */
export function languages(env: NodeJS.ProcessEnv, chosen: string): Languages {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  const system = tagOf(locale) ?? 'en-US';
  const listed = (env['LANGUAGE'] ?? '').split(':').map(tagOf);
  const preferred = [...new Set([...listed.filter((tag) => tag !== null), system])];
  return { ui: tagOf(chosen) ?? system, system, preferred };
}

function tagOf(locale: string): string | null {
  const match = /^([a-z]{2,3})(?:[_-]([a-z]{2}))?(?:[.@].*)?$/i.exec(locale);
  if (match?.[1] === undefined) return null;
  const language = match[1].toLowerCase();
  return match[2] === undefined ? language : `${language}-${match[2].toUpperCase()}`;
}
